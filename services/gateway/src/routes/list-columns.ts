import { z } from 'zod';
import { columnTitles } from './column-titles.ts';
import { type Name, type NamesIn, namesIn } from './naming/index.ts';
import type { Route } from './route.ts';

/** A field of a list's row, and what it is called in both languages. */
export type ListColumn = Readonly<{ path: readonly string[]; zh: string; en: string; isName: boolean }>;

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

const titled = (path: readonly string[]): ListColumn => ({
  path,
  zh: path.map((name) => columnTitles[name]?.[0] ?? name).join('·'),
  en: path.map((name) => columnTitles[name]?.[1] ?? name).join(' · '),
  isName: false,
});

/** Under which field the name of an id stands beside it; undefined: it gets none. */
const namedAt = (names: NamesIn | undefined, [field = '', ...deeper]: readonly string[]): string | undefined => {
  if (names === undefined || 'each' in names) return undefined;
  if (deeper.length > 0) return namedAt(names.within.find((part) => part.field === field)?.names, deeper);
  return names.fields.find((named) => named.field === field)?.nameField;
};

/** `申报单位编号` is followed by `申报单位名称`. */
const nameColumn = ({ path, zh, en }: ListColumn, nameField: string): ListColumn => ({
  path: [...path.slice(0, -1), nameField],
  zh: `${zh.replace(/编号$/u, '')}名称`,
  en: `${en.replace(/ id$/u, '')}, name`,
  isName: true,
});

/** The columns of a list as a table; undefined: the route answers no list that is turned page by page. */
export const columnsOf = ({ answer }: Pick<Route, 'answer'>): readonly ListColumn[] | undefined => {
  const row = rowOf(answer);
  if (row === undefined) return undefined;
  const schema = z.toJSONSchema(row, { io: 'output', unrepresentable: 'any' }) as Schema & {
    $defs?: Record<string, Schema>;
  };
  const names = namesIn(row);
  return leavesOf(schema, schema.$defs ?? {}, []).flatMap((path) => {
    const column = titled(path);
    const named = namedAt(names, path);
    return named === undefined ? [column] : [column, nameColumn(column, named)];
  });
};

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('；');
  return JSON.stringify(value);
};

const calledIn = (value: unknown, language: 'zh' | 'en'): unknown => {
  if (Array.isArray(value)) return value.map((one) => calledIn(one, language) ?? '');
  if (typeof value !== 'object' || value === null) return null;
  const { zh, en } = value as Name;
  return language === 'en' ? (en ?? zh) : zh;
};

/** A row of a list in the order of its columns. Several words stand in one cell; what is deeper stands as JSON. */
export const lineOf = (row: unknown, columns: readonly ListColumn[], language: 'zh' | 'en' = 'zh'): readonly Cell[] => {
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      row,
    );
  return columns.map(({ path, isName }) => cellOf(isName ? calledIn(at(path), language) : at(path)));
};
