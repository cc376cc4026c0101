import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import { freshDatabase, type FreshDatabase } from '@jiangong/database/testing';
import type { ListCursor } from '@jiangong/read-models';
import { type ListFound, type ListQuestion, type Parameter, readList, rowsOf } from '@jiangong/read-models/postgres';
import { soughtBy } from '@jiangong/wording';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import fc from 'fast-check';

jest.setTimeout(60_000);

const SCHEMA = 'organizations';
const NAMES = ['建功项目', '长春路支部', '项目办公室', '组织部', 'JL-01 Office'];
const KINDS = ['branch', 'unit', 'committee'];
const ROWS = 137;

type Unit = { id: string; name: string; kind: string; state: string; size: number };

/** Many rows of the same key, so that only the id decides between them. */
const units: readonly Unit[] = Array.from({ length: ROWS }, (_, at) => ({
  id: `unit-${String((at * 71) % ROWS).padStart(3, '0')}`,
  name: NAMES[at % NAMES.length] ?? '',
  kind: KINDS[(at * 7) % KINDS.length] ?? '',
  state: at % 4 === 0 ? 'dissolved' : 'live',
  size: (at * 13) % 5,
}));

let database: FreshDatabase;
let pool: Database;

const SORTS = {
  name: { sql: 'u.name_key', kind: 'text' },
  size: { sql: 'u.size', kind: 'number' },
  kind: { sql: 'u.kind', kind: 'text' },
} as const;

type Asked = Readonly<{
  q?: string;
  kinds?: readonly string[];
  states?: readonly string[];
  sizeMax?: number;
  sort?: keyof typeof SORTS;
  down?: boolean;
  size?: number;
  after?: ListCursor | undefined;
}>;

const list = (asked: Asked): Promise<ListFound<Unit>> =>
  readList<Unit>(rowsOf(pool), (parameter: Parameter): ListQuestion => ({
    columns: 'u.id, u.name, u.kind, u.state, u.size',
    from: 'unit u',
    id: 'u.id',
    where: asked.sizeMax === undefined ? [] : [`u.size <= ${parameter(asked.sizeMax)}`],
    search:
      asked.q === undefined
        ? undefined
        : { keysColumn: 'u.search_keys', textColumn: 'u.search_text', sought: soughtBy(asked.q) },
    facets: { kind: { sql: 'u.kind', words: asked.kinds ?? [] }, state: { sql: 'u.state', words: asked.states ?? [] } },
    sort: { ...SORTS[asked.sort ?? 'name'], down: asked.down ?? false },
    place: { size: asked.size ?? 200, after: asked.after },
  }));

const leafThrough = async (asked: Asked, size: number): Promise<{ rows: Unit[]; totals: Set<number> }> => {
  const rows: Unit[] = [];
  const totals = new Set<number>();
  let after: ListCursor | undefined;
  for (let page = 0; page <= ROWS; page += 1) {
    const { found, total } = await list({ ...asked, size, after });
    totals.add(total);
    rows.push(...found.slice(0, size).map(({ row }) => row));
    if (found.length <= size) return { rows, totals };
    after = found[size - 1]?.cursor;
  }
  throw new Error('the list has no end');
};

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url(SCHEMA), schema: SCHEMA, connectionsMax: 4, applicationName: 'test' });
  await pool.query(
    `create table unit (id text primary key, name text not null, kind text collate "C" not null, state text not null, size int not null,
       name_key text collate "C" not null, search_keys text[] not null, search_text text not null)`,
  );
  await pool.query('create index unit_search on unit using gin (search_keys)');
  for (const { id, name, kind, state, size } of units) {
    const { keys, text } = findableBy([name]);
    await pool.query('insert into unit values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[id, name, kind, state, size],
      ...[sortKeyOf(name), [...keys], text],
    ]);
  }
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

const expected = ({ kinds = [], states = [], sizeMax }: Asked): readonly Unit[] =>
  units.filter(
    ({ kind, state, size }) =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      (states.length === 0 || states.includes(state)) &&
      (sizeMax === undefined || size <= sizeMax),
  );

describe('a list', () => {
  it('leafed through by any sort, either way, filtered anyhow, covers each row once; its total is the number of them', async () => {
    const asked = fc.record({
      sort: fc.constantFrom('name', 'size', 'kind'),
      down: fc.boolean(),
      kinds: fc.subarray(KINDS),
      states: fc.subarray(['live', 'dissolved']),
      sizeMax: fc.integer({ min: 0, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 7, max: 60 }), async (one, size) => {
        const { rows, totals } = await leafThrough(one as Asked, size);
        expect(rows.map(({ id }) => id).toSorted()).toEqual(
          expected(one as Asked)
            .map(({ id }) => id)
            .toSorted(),
        );
        expect([...totals]).toEqual([rows.length]);
      }),
      { numRuns: 40 },
    );
  });

  it('stands in the order asked for, and the id decides between what is alike', async () => {
    const { rows } = await leafThrough({ sort: 'size', down: true }, 20);
    const order = (a: Unit, b: Unit): number => b.size - a.size || (a.id < b.id ? 1 : -1);
    expect(rows).toEqual([...units].toSorted(order));
  });

  it.each([
    ['Chinese', '项目', ['建功项目', '项目办公室']],
    ['pinyin', 'changchun', ['长春路支部']],
    ['initials', 'zzb', ['组织部']],
    ['a code', 'jl-01', ['JL-01 Office']],
    ['two words', '项目 建功', ['建功项目']],
    ['what nothing is called', '不存在', []],
    ['signs of a pattern', '%', []],
  ])('is searched by %s', async (_, q, names) => {
    const { found, total } = await list({ q });
    const meant = units.filter(({ name }) => names.includes(name));
    expect([total, found.map(({ row }) => row.id).toSorted()]).toEqual([
      meant.length,
      meant.map(({ id }) => id).toSorted(),
    ]);
  });

  it('counts each facet as if it were not filtered by it, for the first page only', async () => {
    const asked = { kinds: ['branch'], states: ['live'] };
    const { facets } = await list(asked);
    const count = (rows: readonly Unit[], of: 'kind' | 'state') =>
      [...new Set(rows.map((row) => row[of]))]
        .map((word) => ({ word, count: rows.filter((row) => row[of] === word).length }))
        .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    expect(facets).toEqual([
      { name: 'kind', counts: count(expected({ states: asked.states }), 'kind') },
      { name: 'state', counts: count(expected({ kinds: asked.kinds }), 'state') },
    ]);
    const first = await list({ ...asked, size: 5 });
    expect(await list({ ...asked, size: 5, after: first.found[4]?.cursor })).toMatchObject({
      facets: undefined,
      total: first.total,
    });
  });

  it('takes what comes from outside as a value, never as SQL', async () => {
    const hostile = "x') or true --";
    expect((await list({ kinds: [hostile] })).total).toBe(0);
    expect((await list({ q: hostile })).total).toBe(0);
  });
});
