import { describe, expect, it } from '@jest/globals';
import { type HeldList, listHeld, type ListCursor } from '../src/index.ts';

type Row = Readonly<{ id: string; seats: number; kind: string; sources: readonly string[] }>;

const rows: readonly Row[] = Array.from({ length: 23 }, (_, at) => ({
  id: `r${String((at * 7) % 23).padStart(2, '0')}`,
  seats: at % 4,
  kind: at % 3 === 0 ? 'free' : 'seated',
  sources: at % 2 === 0 ? ['a'] : ['a', 'b'],
}));

const list = (kind: readonly string[] = [], source: readonly string[] = []): HeldList<Row, 'seats'> => ({
  idOf: ({ id }) => id,
  sorts: { seats: ({ seats }) => seats },
  facets: { kind: { of: (row) => row.kind, words: kind }, source: { of: (row) => row.sources, words: source } },
});

const page = (of: HeldList<Row, 'seats'>, after: ListCursor | undefined, down = false) =>
  listHeld(rows, of, { place: { size: 5, after }, sort: { by: 'seats', down } });

const leafed = (of: HeldList<Row, 'seats'>, down: boolean): readonly Row[] => {
  const seen: Row[] = [];
  let after: ListCursor | undefined;
  for (;;) {
    const { found } = page(of, after, down);
    seen.push(...found.slice(0, 5).map(({ row }) => row));
    if (found.length <= 5) return seen;
    after = found[4]?.cursor;
  }
};

describe('a list of rows that are held whole', () => {
  it('visits each row once whatever the order, and by id where keys are equal', () => {
    const byKey = rows.toSorted((one, other) => one.seats - other.seats || (one.id < other.id ? -1 : 1));
    expect(leafed(list(), false)).toEqual(byKey);
    expect(leafed(list(), true)).toEqual(byKey.toReversed());
  });

  it('counts each filter as if it were not filtered by itself, and a row under each of its words', () => {
    const { total, facets } = page(list(['free']), undefined);
    expect(total).toBe(8);
    expect(facets).toEqual([
      {
        name: 'kind',
        counts: [
          { word: 'seated', count: 15 },
          { word: 'free', count: 8 },
        ],
      },
      {
        name: 'source',
        counts: [
          { word: 'a', count: 8 },
          { word: 'b', count: 4 },
        ],
      },
    ]);
    expect(page(list([], ['b']), undefined).total).toBe(11);
  });

  it('tells behind the first page the total it began with, and no counts', () => {
    const first = page(list(), undefined);
    const after = first.found[4]?.cursor;
    expect(after?.[2]).toBe(23);
    expect(page(list(['free']), after)).toMatchObject({ total: 23, facets: undefined });
  });
});
