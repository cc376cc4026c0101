import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';

let database: FreshDatabase;
let writer: Database;
let term = 0;

/** A line of the order as a program of somebody else's would note it. */
type Line = Readonly<{
  term: number;
  commit: number;
  prepare: number;
  stream: string;
  revision: number;
  hash: string;
  prev: string | null;
}>;

const HASHES = ['11', '22', '33'].map((pair) => pair.repeat(32)) as [string, string, string];

const note = (...lines: readonly Line[]): Promise<unknown> =>
  writer.query(
    `select log.note_order($1, 3000, $2::bigint[], $3::bigint[], $4::text[], $5::int[], array_fill('T.v1'::text, array[$6::int]),
      array_fill('6f1f5a0e-6f0c-5b2e-9d38-2c9d0f3c1a77'::uuid, array[$6::int]), $7::bytea[], $8::bytea[])`,
    [
      lines[0]?.term,
      lines.map(({ commit }) => commit),
      lines.map(({ prepare }) => prepare),
      lines.map(({ stream }) => stream),
      lines.map(({ revision }) => revision),
      lines.length,
      lines.map(({ hash }) => Buffer.from(hash, 'hex')),
      lines.map(({ prev }) => prev && Buffer.from(prev, 'hex')),
    ],
  );

const founding = (): Line => ({
  term,
  commit: 100,
  prepare: 100,
  stream: 's-1',
  revision: 0,
  hash: HASHES[0],
  prev: null,
});
const next = (change: Partial<Line> = {}): Line => ({
  term,
  commit: 200,
  prepare: 200,
  stream: 's-1',
  revision: 1,
  hash: HASHES[1],
  prev: HASHES[0],
  ...change,
});
const take = async (by: string): Promise<number | null> =>
  (await writer.query<{ term: number | null }>('select log.take_order($1, 60000) as term', [by])).rows[0]?.term ?? null;
const order = async (): Promise<unknown> =>
  (
    await database.admin.query(
      "select position, commit_position, stream, revision, encode(hash, 'hex') as hash from log.ordered_event order by position",
    )
  ).rows;

beforeAll(async () => {
  database = await freshDatabase({ readers: ['onlooker'] });
  writer = createPool({ url: database.url('merit-projects'), connectionsMax: 1 });
  term = (await take('first')) ?? 0;
  await note(founding());
});
afterAll(async () => {
  await writer?.close();
  await database?.drop();
});

const kept = [{ position: 1, commit_position: 100, stream: 's-1', revision: 0, hash: HASHES[0] }];

describe('the order in the database', () => {
  const forgeries: readonly (readonly [string, () => Line])[] = [
    ['a place in $all that is not behind the last one', () => next({ commit: 100, prepare: 100 })],
    ['a place before the last one', () => next({ commit: 99, prepare: 300 })],
    ['a revision that is not the next', () => next({ revision: 2 })],
    ['a revision that is there already', () => next({ revision: 0, prev: null })],
    ['an event that is not chained to the one before', () => next({ prev: HASHES[2] })],
    ['an event chained to nothing', () => next({ prev: null })],
    ['a founding event of another stream that is chained to something', () => next({ stream: 's-2', revision: 0 })],
    ['a hash that is none', () => next({ hash: '11' })],
  ];
  it.each(forgeries)('refuses %s', async (_, line) => {
    await expect(note(line())).rejects.toThrow(/out of order|next link/);
    expect(await order()).toStrictEqual(kept);
  });

  it('refuses a batch as a whole when one of it is not chained to another of it', async () => {
    await expect(
      note(next(), next({ commit: 300, prepare: 300, revision: 2, hash: HASHES[2], prev: HASHES[0] })),
    ).rejects.toThrow('next link');
    expect(await order()).toStrictEqual(kept);
  });

  it('takes the position from no caller', async () => {
    await expect(
      writer.query("insert into log.ordered_event values (7, 300, 300, 's', 0, 'T.v1', gen_random_uuid(), '\\x00')"),
    ).rejects.toThrow('permission denied');
    expect(await order()).toStrictEqual(kept);
  });

  it.each(["update log.ordered_event set type = 'X'", 'delete from log.ordered_event', 'truncate log.ordered_event'])(
    'refuses its owner and the superuser: %s',
    async (sql) => {
      await expect(database.admin.query(sql)).rejects.toThrow('the log only grows');
    },
  );

  it('lets nobody write who may only read the log, and nobody become the taker by hand', async () => {
    const onlooker = createPool({ url: database.url('onlooker'), connectionsMax: 1 });
    for (const sql of [
      "select log.take_order('me', 1)",
      'select log.leave_order(1)',
      "update log.order_taker set holder = 'me'",
    ])
      await expect(onlooker.query(sql)).rejects.toThrow('permission denied');
    await expect(onlooker.query('select position from log.ordered_event')).resolves.toMatchObject({
      rows: [{ position: 1 }],
    });
    await onlooker.close();
  });

  it('has one taker; the next comes when it lets go or says nothing for too long, and the one before then writes nothing', async () => {
    expect(await take('second')).toBeNull();
    await database.admin.query("update log.order_taker set held_until = clock_timestamp() - interval '1 millisecond'");
    const second = await take('second');
    expect(second).toBe(term + 1);
    await expect(note(next())).rejects.toMatchObject({ code: 'JG001' });
    expect(await order()).toStrictEqual(kept);
    await writer.query('select log.leave_order($1)', [term]);
    expect(await take('third')).toBeNull(); // a past term can not let go either
    await writer.query('select log.leave_order($1)', [second]);
    expect(await take('third')).toBe(term + 2);
    term += 2;
    await note(next());
    expect(await order()).toHaveLength(2);
  });
});
