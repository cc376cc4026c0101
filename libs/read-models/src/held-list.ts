import type { Facet, ListCursor, ListPlace } from './list-place.ts';

/** How rows that are held whole are listed, as `readList` lists those of a table. */
export type HeldList<Row, Sort extends string> = Readonly<{
  /** Unique among the rows: decides between rows of one sort key. */
  idOf: (row: Row) => string;
  /** Text bounded, since it travels in the token. */
  sorts: Readonly<Record<Sort, (row: Row) => string | number>>;
  /** Filters by words of a closed vocabulary, each counted. A row may have several words of one filter. No words: all rows. */
  facets: Readonly<
    Record<string, Readonly<{ of: (row: Row) => string | readonly string[]; words: readonly string[] }>>
  >;
}>;

type Asked<Sort extends string> = Readonly<{ place: ListPlace; sort: Readonly<{ by: Sort; down: boolean }> }>;

type Found<Row> = Readonly<{
  found: readonly Readonly<{ row: Row; cursor: ListCursor }>[];
  total: number;
  facets: readonly Facet[] | undefined;
}>;

/** Words that one facet names: the most frequent ones. */
const FACET_WORDS_MAX = 100;

const compared = <T extends string | number>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);

const counted = (words: readonly string[]): Facet['counts'] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .toSorted((one, other) => other.count - one.count || compared(one.word, other.word))
    .slice(0, FACET_WORDS_MAX);
};

/**
 * One page of rows that a service holds whole, because they follow from a state and stand in no table: filtered, sorted, and for the first
 * page counted, by the same rules as `readList`.
 */
export const listHeld = <Row, Sort extends string>(
  rows: readonly Row[],
  { idOf, sorts, facets }: HeldList<Row, Sort>,
  { place, sort }: Asked<Sort>,
): Found<Row> => {
  const filters = Object.entries(facets).map(([name, { of, words }]) => {
    const wordsIn = (row: Row): readonly string[] => {
      const word = of(row);
      return typeof word === 'string' ? [word] : word;
    };
    return {
      name,
      wordsIn,
      isAmong: (row: Row) => words.length === 0 || wordsIn(row).some((one) => words.includes(one)),
    };
  });
  const within = (row: Row, but: string): boolean => filters.every(({ name, isAmong }) => name === but || isAmong(row));
  const meant = rows.filter((row) => within(row, ''));
  const total = place.after?.[2] ?? meant.length;
  const turned = sort.down ? -1 : 1;
  const order = (one: ListCursor, other: ListCursor): number =>
    turned * (compared(one[0], other[0]) || compared(one[1], other[1]));
  const placed = meant
    .map((row) => ({ row, cursor: [sorts[sort.by](row), idOf(row), total] as const }))
    .toSorted((one, other) => order(one.cursor, other.cursor));
  const { after } = place;
  const behind = after === undefined ? placed : placed.filter(({ cursor }) => order(cursor, after) > 0);
  return {
    found: behind.slice(0, place.size + 1),
    total,
    facets:
      after === undefined
        ? filters.map(({ name, wordsIn }) => ({
            name,
            counts: counted(rows.filter((row) => within(row, name)).flatMap(wordsIn)),
          }))
        : undefined,
  };
};
