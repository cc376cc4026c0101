import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Database } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import { freshDatabase, type FreshDatabase } from '@jiangong/database/testing';
import type { Rows } from '@jiangong/read-models';
import { rowsOf, together } from '@jiangong/read-models/postgres';

jest.setTimeout(60_000);

let database: FreshDatabase;
let pool: Database;
let sent: string[];

/** The database, and what was sent to it. */
const watched = (): Rows => ({
  query: (sql, values) => {
    sent.push(sql);
    return rowsOf(pool).query(sql, values);
  },
});

const NUMBERS = `select n as number, n::bigint * 3000000000 as big, n % 2 = 0 as even, '“' || n || $2 as text, null as nothing
  from unnest($1::int[]) n order by n desc`;
const NONE = 'select 1 as one where $1 = $2';
const CONSTANT = `select 'a' as word union all select 'b' order by word`;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool({ url: database.url('organizations'), connectionsMax: 3 });
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

describe('questions that are asked together', () => {
  it('are one statement, and each is answered as it would have been alone, in its own order', async () => {
    const ask = (rows: Rows) =>
      Promise.all([
        rows.query(NUMBERS, [[3, 1, 2], '”\n$1']),
        rows.query(NONE, ['x', 'y']),
        rows.query(CONSTANT),
        rows.query(NUMBERS, [[9], '']),
      ]);
    sent = [];
    const alone = await ask(watched());
    expect(sent).toHaveLength(4);
    sent = [];
    expect(await ask(together(watched()))).toEqual(alone);
    expect(sent).toHaveLength(1);
    expect(alone.map((rows) => rows.length)).toEqual([3, 0, 2, 1]);
  });

  it('are sent as they are where nobody else asks, and again where somebody asks later', async () => {
    const rows = together(watched());
    sent = [];
    expect(await rows.query(CONSTANT)).toEqual([{ word: 'a' }, { word: 'b' }]);
    expect(sent).toEqual([CONSTANT]);
    const [first, none] = await Promise.all([rows.query(CONSTANT), rows.query(NONE, ['x', 'y'])]);
    expect([first, none]).toEqual([[{ word: 'a' }, { word: 'b' }], []]);
    expect(sent).toHaveLength(2);
  });

  it('fail together, and leave those that are asked later alone', async () => {
    const rows = together(watched());
    const said = await Promise.allSettled([rows.query(CONSTANT), rows.query('select nothing from nowhere')]);
    expect(said.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(rows.query('select nothing from nowhere')).rejects.toThrow('nowhere');
    expect(await rows.query(CONSTANT)).toHaveLength(2);
  });
});
