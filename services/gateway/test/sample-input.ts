import { z } from 'zod';
import { TYPED_PATTERN } from '../src/routes/fields.ts';

type Json = Readonly<{
  $ref?: string;
  type?: string;
  properties?: Readonly<Record<string, Json>>;
  items?: Json;
  anyOf?: readonly Json[];
  oneOf?: readonly Json[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  $defs?: Readonly<Record<string, Json>>;
}>;

export type Step = string | number;

/** One text in a request: where it stands, and whether people type it or it is a word for the machine. */
export type TextPlace = Readonly<{ path: readonly Step[]; typed: boolean; charsMax: number }>;

export type Sample = Readonly<{ value: unknown; texts: readonly TextPlace[] }>;

/** A text for each form that a word for the machine may have. A form without one is named: nothing is left untried. */
const WORDS: readonly string[] = [
  '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a03',
  'a'.repeat(64),
  'a'.repeat(32),
  'a'.repeat(43),
  '7',
  '2024-11-30T16:00:00.000Z',
  '2024-11-30',
  'audit.log-main',
  'EntryPlanned.v1',
  'abc',
  '2025',
  'https://example.org',
  'A'.repeat(22),
  'A'.repeat(43),
  'A'.repeat(342),
  '22:00',
  '12345678',
  '2025-7K3M-9QXT-4HVB-2NDR',
  'requested',
  'committee-officer',
  'settled,open',
  'expertsLeast:4',
  'plan:2027-01-06:2027-02-28',
];

const wordFor = (pattern: string): string => {
  // Of a filter by words of a list the first one.
  const listed = /^\^\(\?:([A-Za-z0-9-]+)[|)]/u.exec(pattern)?.[1];
  const found = [...WORDS, ...(listed === undefined ? [] : [listed])].find((word) =>
    new RegExp(pattern, 'u').test(word),
  );
  if (found === undefined) throw new Error(`no sample has the form ${pattern}`);
  return found;
};

const FORMATS: Readonly<Record<string, string>> = { date: '2024-11-30', 'date-time': '2024-11-30T16:00:00.000Z' };

/** What people type has a pattern, too; it is no word for the machine. */
const TYPED: ReadonlySet<string> = new Set(Object.values(TYPED_PATTERN));

const textOf = (schema: Json, path: readonly Step[]): Sample => {
  const word =
    FORMATS[schema.format ?? ''] ??
    (schema.pattern === undefined || TYPED.has(schema.pattern) ? undefined : wordFor(schema.pattern));
  const typed = word === undefined;
  const place = { path, typed, charsMax: schema.maxLength ?? Number.POSITIVE_INFINITY };
  return { value: word ?? 'abcdefghijklm'.slice(0, schema.maxLength), texts: [place] };
};

const sampled = (given: Json, path: readonly Step[], root: Json, inUrl: boolean): Sample => {
  const name = /^#\/\$defs\/(.+)$/u.exec(given.$ref ?? '')?.[1];
  const schema = name === undefined ? given : (root.$defs?.[name] ?? given);
  const choice = (schema.anyOf ?? schema.oneOf)
    ?.filter(({ const: only, type }) => only !== '' && type !== 'null')
    .at(-1);
  if (choice !== undefined) return sampled(choice, path, root, inUrl);
  if (schema.const !== undefined) return { value: schema.const, texts: [{ path, typed: false, charsMax: 0 }] };
  if (schema.enum !== undefined) return { value: schema.enum[0], texts: [{ path, typed: false, charsMax: 0 }] };
  if (schema.type === 'object') {
    const parts = Object.entries(schema.properties ?? {}).map(
      ([key, of]) => [key, sampled(of, [...path, key], root, inUrl)] as const,
    );
    return {
      value: Object.fromEntries(parts.map(([key, { value }]) => [key, value])),
      texts: parts.flatMap(([, { texts }]) => texts),
    };
  }
  if (schema.type === 'array') {
    const one = sampled(schema.items ?? {}, [...path, 0], root, inUrl);
    return { value: [one.value], texts: one.texts };
  }
  if (schema.type === 'string') return textOf(schema, path);
  if (schema.type === 'boolean') return { value: true, texts: [] };
  const number = Math.max(schema.minimum ?? 1, 0);
  return inUrl ? { value: String(number), texts: [{ path, typed: false, charsMax: 0 }] } : { value: number, texts: [] };
};

/** An input that the schema takes, every field filled in, with the places of its texts. */
export const sampleOf = (schema: z.ZodType, part: 'params' | 'query' | 'body'): Sample => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return sampled(json, [], json, part !== 'body');
};

/** The same with another value at one place. */
export const changed = (value: unknown, path: readonly Step[], to: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value))
    return value.map((one, index) => (index === step ? changed(one, rest, to) : (one as unknown)));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [
      key,
      key === step ? changed(one, rest, to) : (one as unknown),
    ]),
  );
};
