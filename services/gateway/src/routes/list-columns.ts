import { z } from 'zod';
import { columnTitles } from './column-titles.ts';
import type { Route } from './route.ts';

/** A field of a list's row, and what it is called in both languages. */
export type ListColumn = Readonly<{ path: readonly string[]; zh: string; en: string }>;

type Cell = string | number | boolean | null;
type Schema = Readonly<{
  $ref?: string;
  type?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  anyOf?: readonly Schema[];
}>;

const leavesOf = (
  given: Schema,
  names: Readonly<Record<string, Schema>>,
  path: readonly string[],
): readonly (readonly string[])[] => {
  const name = /^#\/\$defs\/(.+)$/u.exec(given.$ref ?? '')?.[1];
  const named = name === undefined ? given : (names[name] ?? given);
  const schema = named.anyOf?.find(({ type }) => type !== 'null') ?? named;
  const inner = schema === named && name === undefined ? schema : schema.$ref === undefined ? schema : undefined;
  if (inner === undefined) return leavesOf(schema, names, path);
  return inner.properties === undefined
    ? [path]
    : Object.entries(inner.properties).flatMap(([key, of]) => leavesOf(of, names, [...path, key]));
};

const rowOf = (answer: z.ZodType): z.ZodType | undefined => {
  if (!(answer instanceof z.ZodObject) || !('nextPageToken' in answer.shape)) return undefined;
  const items: unknown = answer.shape['items'];
  return items instanceof z.ZodArray ? (items.element as z.ZodType) : undefined;
};

/** The columns of a list as a table; undefined: the route answers no list that is turned page by page. */
export const columnsOf = ({ answer }: Pick<Route, 'answer'>): readonly ListColumn[] | undefined => {
  const row = rowOf(answer);
  if (row === undefined) return undefined;
  const schema = z.toJSONSchema(row, { io: 'output', unrepresentable: 'any' }) as Schema & {
    $defs?: Record<string, Schema>;
  };
  return leavesOf(schema, schema.$defs ?? {}, []).map((path) => ({
    path,
    zh: path.map((name) => columnTitles[name]?.[0] ?? name).join('·'),
    en: path.map((name) => columnTitles[name]?.[1] ?? name).join(' · '),
  }));
};

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('；');
  return JSON.stringify(value);
};

/** A row of a list in the order of its columns. Several words stand in one cell; what is deeper stands as JSON. */
export const lineOf = (row: unknown, columns: readonly ListColumn[]): readonly Cell[] =>
  columns.map(({ path }) =>
    cellOf(
      path.reduce<unknown>(
        (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
        row,
      ),
    ),
  );
