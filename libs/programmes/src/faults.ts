import { programmeLimits } from './limits.ts';
import { type Path, pathText, placeOf, type Tree } from './tree.ts';
import { type ProblemReason, problemTexts } from './problem-texts.ts';

export type FaultDetails = Readonly<Record<string, string | number>>;

/** What is wrong with a template, and where it stands in it. */
export type Fault = Readonly<{ reason: ProblemReason; path: Path; of: 'key' | 'value'; details: FaultDetails }>;

/** A fault told to a person: its JSON path, its line and column (0 where the template came as data), and both texts. */
export type Problem = Readonly<{
  reason: ProblemReason;
  path: string;
  line: number;
  column: number;
  details: FaultDetails;
  zh: string;
  en: string;
}>;

/** Collects every fault instead of stopping at the first, up to `problemsMax`. */
export class Faults {
  readonly all: Fault[] = [];

  add(reason: ProblemReason, path: Path, details: FaultDetails = {}, of: 'key' | 'value' = 'value'): void {
    if (this.all.length < programmeLimits.problemsMax) this.all.push({ reason, path, of, details });
  }
}

const filled = (text: string, details: FaultDetails): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(details[name] ?? hole));

/** In the order of the text. */
export const problemsOf = (tree: Tree, faults: readonly Fault[]): readonly Problem[] =>
  faults
    .map(({ reason, path, of, details }): Problem => {
      const { zh, en } = problemTexts[reason];
      const told = { path: pathText(path), ...placeOf(tree, path, of) };
      return { reason, ...told, details, zh: filled(zh, details), en: filled(en, details) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
