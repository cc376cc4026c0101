import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type Parameter = Readonly<{ name: string; label: string; value: string; from: number; to: number }>;

type Said = Readonly<{ value: unknown; from?: number; to?: number; name?: readonly [zh: string, en: string] }>;
type Text = Readonly<{ parameters?: Readonly<Record<string, Said>>; [part: string]: unknown }>;

/** Parts of a template that a result follows from; other parameters move no rank. */
const DECIDING = ['sources', 'result', 'outcome'] as const;

/** The numbers of a template that decide, with their names, and what the edition sets. */
export const parametersOf = (
  { canonicalText }: Schemas['GetV1TemplatesByCommitteeIdByTemplateHashAnswer'],
  set: Readonly<Record<string, string>>,
): readonly Parameter[] => {
  const text = JSON.parse(canonicalText) as Text;
  const deciding = JSON.stringify(DECIDING.map((part) => text[part] ?? null));
  return Object.entries(text.parameters ?? {})
    .filter(([name]) => deciding.includes(`"$${name}"`))
    .map(([name, { value, from = 0, to = Number.MAX_SAFE_INTEGER, name: names }]) => ({
      name,
      label: names === undefined ? name : either(names[0], names[1]),
      value: set[name] ?? String(value),
      ...{ from, to },
    }));
};
