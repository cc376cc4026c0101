import type { Facet, FacetCount, ListCursor, ListPlace } from '../list-place.ts';
import type { Rows } from '../projection.ts';
import { RememberedCounts } from './remembered-counts.ts';

/** Takes a value into the statement and answers how it is named there: `$3`. */
export type Parameter = (value: unknown) => string;

/** A key that rows are sorted by. Never null; text in an order of its own (`collate "C"`), and bounded: it travels in the token. */
export type SortKey = Readonly<{ sql: string; kind: 'text' | 'number' }>;

/**
 * A filter by words of a closed vocabulary, counted as a facet. No words: all rows. `derived`: the word stands in no column, so that the
 * planner knows nothing of it; it would believe that hardly a row has it, and sort all of them where the first fifty by an index are meant.
 */
export type WordFilter = Readonly<{ sql: string; words: readonly string[]; derived?: true }>;

/** What is looked for: all keys, by the index; and all parts, as they stand (libs/wording, `soughtBy`). */
export type SoughtIn = Readonly<{
  keysColumn: string;
  textColumn: string;
  sought: Readonly<{ keys: readonly string[]; parts: readonly string[] }>;
}>;

/** One question for a list. All SQL in it is written by us; whatever comes from outside goes through `Parameter`. */
export type ListQuestion = Readonly<{
  columns: string;
  from: string;
  /** Unique among the rows: decides between rows of one sort key. */
  id: string;
  where: readonly string[];
  search?: SoughtIn | undefined;
  facets: Readonly<Record<string, WordFilter>>;
  sort: SortKey & Readonly<{ down: boolean }>;
  place: ListPlace;
}>;

/** A row with what it is found again by. */
export type ListedRow<Row> = Readonly<{ row: Row; cursor: ListCursor }>;

/**
 * One row more than the page where there is a next one. `facets` are counted for the first page only (undefined behind it), and so is
 * `total`, which then travels with the token: who leafs on sees the number that the list began with.
 */
export type ListFound<Row> = Readonly<{
  found: readonly ListedRow<Row>[];
  total: number;
  facets: readonly Facet[] | undefined;
}>;

/**
 * The page that nearly everybody asks for stands in the statement as a number. Behind a parameter the planner can not see that hardly a row is wanted:
 * it would plan each call anew for as long as the page itself takes. Other sizes are parameters, so that no made-up size prepares a statement.
 */
export const USUAL_SIZE = 50;

const limitOf = (size: number, parameter: Parameter): string =>
  size === USUAL_SIZE ? String(USUAL_SIZE + 1) : parameter(size + 1);

/** Words that one facet names: the most frequent ones. */
export const FACET_WORDS_MAX = 100;

const parameters = (): Readonly<{ parameter: Parameter; values: unknown[] }> => {
  const values: unknown[] = [];
  return { values, parameter: (value) => `$${values.push(value)}` };
};

const all = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.map((condition) => `(${condition})`).join(' and ');

const isSought = ({ keysColumn, textColumn, sought }: SoughtIn, parameter: Parameter): string =>
  sought.parts.length === 0
    ? 'false'
    : `${keysColumn} @> ${parameter(sought.keys)}::text[] and ${textColumn} like all(${parameter(sought.parts.map((part) => `%${part}%`))}::text[])`;

const always = ({ where, search }: ListQuestion, parameter: Parameter): readonly string[] => [
  ...where,
  ...(search === undefined ? [] : [isSought(search, parameter)]),
];

const isAmong = ({ sql, words, derived }: WordFilter, parameter: Parameter): readonly string[] => {
  if (words.length === 0) return [];
  const among = `${sql} = any(${parameter(words)}::text[])`;
  return [derived ? `coalesce(${among}, false)` : among];
};

const CASTS = { text: 'text', number: 'bigint' } as const;

const behind = ({ sort, id, place }: ListQuestion, parameter: Parameter): readonly string[] => {
  if (place.after === undefined) return [];
  const [key, afterId] = place.after;
  const compared = sort.down ? '<' : '>';
  return [`(${sort.sql}, ${id}) ${compared} (${parameter(key)}::${CASTS[sort.kind]}, ${parameter(afterId)}::text)`];
};

type Counts = Omit<ListFound<never>, 'found'>;

type Keyed = { listKey: string | number; listId: string };

const pageOf = async <Row>(
  rows: Rows,
  asked: ListQuestion,
  { parameter, values }: ReturnType<typeof parameters>,
): Promise<readonly (Row & Keyed)[]> => {
  const filters = Object.values(asked.facets).flatMap((filter) => isAmong(filter, parameter));
  const where = all([...always(asked, parameter), ...filters, ...behind(asked, parameter)]);
  const order = asked.sort.down ? 'desc' : 'asc';
  return rows.query<Row & Keyed>(
    `select ${asked.columns}, ${asked.sort.sql} as "listKey", ${asked.id} as "listId" from ${asked.from} where ${where}
     order by ${asked.sort.sql} ${order}, ${asked.id} ${order} limit ${limitOf(asked.place.size, parameter)}`,
    values,
  );
};

type Cell = Readonly<{ words: readonly (string | null)[]; count: number }>;

const isWithin = ({ words }: WordFilter, word: string | null | undefined): boolean =>
  words.length === 0 || (typeof word === 'string' && words.includes(word));

const wordCounts = (cells: readonly Cell[], at: number): readonly FacetCount[] => {
  const counts = new Map<string, number>();
  for (const { words, count } of cells) counts.set(words[at] ?? '', (counts.get(words[at] ?? '') ?? 0) + count);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, FACET_WORDS_MAX);
};

/**
 * Of each facet all words are counted as if it were not filtered by itself: what else one may choose. The rows are counted once, by all facets
 * together: there are few combinations of words, and everything else follows from them.
 */
const countsOf = async (
  rows: Rows,
  asked: ListQuestion,
  { parameter, values }: ReturnType<typeof parameters>,
): Promise<Counts> => {
  const facets = Object.entries(asked.facets);
  const words = facets.map(([, { sql }], at) => `(${sql})::text as word${at}`);
  const by = facets.length === 0 ? '' : ` group by ${facets.map((_, at) => at + 1).join(', ')}`;
  const counted = await rows.query<Readonly<Record<string, string | null>> & Readonly<{ count: number }>>(
    `select ${[...words, 'count(*)::int as count'].join(', ')} from ${asked.from} where ${all(always(asked, parameter))}${by}`,
    values,
  );
  const cells = counted.map((row): Cell => ({
    words: facets.map((_, at) => row[`word${at}`] ?? null),
    count: row.count,
  }));
  const within = (but: number): readonly Cell[] =>
    cells.filter((cell) => facets.every(([, filter], at) => at === but || isWithin(filter, cell.words[at])));
  return {
    total: within(-1).reduce((sum, { count }) => sum + count, 0),
    facets: facets.map(([name], at) => ({ name, counts: wordCounts(within(at), at) })),
  };
};

/**
 * Reads one page of a list: filtered, searched, sorted by any of its keys, and for the first page counted. Leafing through visits each row
 * once whatever the order, since the id decides between equal keys; what is changed meanwhile may be seen again or missed.
 */
export const readList = async <Row>(
  rows: Rows,
  ask: (parameter: Parameter) => ListQuestion,
): Promise<ListFound<Row>> => {
  const forPage = parameters();
  const asked = ask(forPage.parameter);
  const [page, counts] = await Promise.all([
    pageOf<Row>(rows, asked, forPage),
    asked.place.after === undefined ? countFirst(rows, ask) : { total: asked.place.after[2], facets: undefined },
  ]);
  const found = page.map(({ listKey, listId, ...row }): ListedRow<Row> => ({
    row: row as unknown as Row,
    cursor: [listKey, listId, counts.total],
  }));
  return { found, ...counts };
};

const rememberedOf = new WeakMap<Rows, RememberedCounts<Counts>>();

/** By the question itself: who may see what, what is filtered and what is sought are in it. */
const countFirst = (rows: Rows, ask: (parameter: Parameter) => ListQuestion): Promise<Counts> => {
  const forCounts = parameters();
  const asked = ask(forCounts.parameter);
  const count = (): Promise<Counts> => countsOf(rows, asked, forCounts);
  const { seen } = asked.place;
  if (seen === undefined) return count();
  const remembered = rememberedOf.get(rows) ?? new RememberedCounts<Counts>();
  rememberedOf.set(rows, remembered);
  const { from, where, search, facets } = asked;
  return remembered.of(JSON.stringify([from, where, search, facets, forCounts.values]), seen, count);
};
