import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@jiangong/database';
import { createListener, createPool, LOG_OWNER } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import { canonicalBytes, sha256Hex, type StreamAppend } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { sampleAppend } from '@jiangong/event-store/testing';

let database: FreshDatabase;
let writer: Database;
const stream = 'merit-projects.edition-1';
const fact = (title: string): { type: string; data: unknown } => ({ type: 'EditionOpened.v1', data: { title } });
const founding = sampleAppend(stream, 'no-stream', [fact('2021'), fact('2022')], 'founding');

beforeAll(async () => {
  database = await freshDatabase({ readers: ['onlooker'] });
  writer = createPool({ url: database.url('merit-projects'), connectionsMax: 1 });
  const listener = createListener({ url: database.url('merit-projects') });
  const store = createPostgresEventStore({ url: database.url('merit-projects'), listener });
  await store.append(founding);
  await store.close();
  await listener.close();
});
afterAll(async () => {
  await writer?.close();
  await database?.drop();
});

type Forged = Readonly<{ stream?: string; revision?: number; hash?: string | null; entry: string; data: string }>;

/** A call of the function as a program of somebody else's would make it. */
const call = (forged: Forged): Promise<unknown> =>
  writer.query(
    'select * from log.append($1::text[], $2::int[], array[decode($3, $$hex$$)], $4::int[], $5::text[], $6::text[])',
    [
      [forged.stream ?? stream],
      [forged.revision ?? 1],
      forged.hash === undefined ? (founding.events[1]?.hash ?? null) : forged.hash,
      [1],
      [forged.entry],
      [forged.data],
    ],
  );

const end = { revision: 1, hash: founding.events[1]?.hash as string };
const next = (change: Record<string, unknown> = {}): { entry: string; data: string } => {
  const [event] = sampleAppend(stream, end, [fact('2023')], 'next').events as [StreamAppend['events'][number]];
  return {
    entry: canonicalBytes({ ...(JSON.parse(event.entryBytes.toString('utf8')) as object), ...change }).toString('utf8'),
    data: event.dataBytes.toString('utf8'),
  };
};

const stored = async (): Promise<unknown> =>
  (await database.admin.query('select position, entry, data from log.event order by position')).rows;

const forgeries: readonly (readonly [string, Forged])[] = [
  ['an entry with another stream', next({ stream: 'merit-projects.edition-2' })],
  ['an entry with another revision', next({ revision: 9 })],
  ['an entry with no revision', next({ revision: null })],
  ['an entry chained to something else', next({ prev: 'ab'.repeat(32) })],
  ['an entry chained to nothing', next({ prev: null })],
  ['an entry with another data hash', next({ dataHash: sha256Hex(Buffer.from('{}')) })],
  ['an entry of another form', next({ v: 2 })],
  ['an entry without an event id', next({ eventId: null })],
  ['an entry without a type', next({ type: null })],
  ['an entry that is no JSON', { ...next(), entry: '{"v":1' }],
  ['data that is no JSON', { ...next({ dataHash: sha256Hex(Buffer.from('{"half":')) }), data: '{"half":' }],
  ['data that was changed', { ...next(), data: '{"title":"2024"}' }],
];

describe('the database itself', () => {
  it.each([
    ['an update', "update log.event set data = '{}'"],
    ['a delete', 'delete from log.event'],
    ['a truncate', 'truncate log.event'],
    ['an insert with a position of its own', "insert into log.event values (100, 's', 0, 'T.v1', '', '{}', '{}')"],
    ['another function', 'create or replace function log.append() returns int language sql as $$ select 1 $$'],
    ['a drop', 'drop table log.event'],
    ['triggers switched off', 'alter table log.event disable trigger all'],
    ['replication mode', 'set session_replication_role = replica'],
    ['becoming the owner', `set role ${LOG_OWNER}`],
  ])('refuses a service %s', async (_, sql) => {
    const before = await stored();
    await expect(writer.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    expect(await stored()).toStrictEqual(before);
  });

  it.each(forgeries)('refuses to append %s', async (_, forged) => {
    const before = await stored();
    await expect(call(forged)).rejects.toThrow();
    expect(await stored()).toStrictEqual(before);
  });

  it('refuses two appends to one stream in a call, and a second row under a position', async () => {
    const { entry, data } = next();
    const before = await stored();
    await expect(
      writer.query(
        'select * from log.append($1::text[], $2::int[], array[decode($3, $$hex$$), decode($3, $$hex$$)], $4::int[], $5::text[], $6::text[])',
        [[stream, stream], [1, 1], end.hash, [1, 2], [entry, entry], [data, data]],
      ),
    ).rejects.toThrow('duplicate key');
    await expect(
      database.admin.query("insert into log.event values (1, 's', 0, 'T.v1', '', '{}', '{}')"),
    ).rejects.toThrow('duplicate key');
    expect(await stored()).toStrictEqual(before);
  });

  it('answers a conflict, and stores what is sound: the control of the forgeries', async () => {
    expect(
      await call({ ...next(), revision: 0, hash: founding.events[0]?.hash ?? null }).catch(
        ({ message }: Error) => message,
      ),
    ).toContain('forged append');
    const wrongEnd = sampleAppend(
      stream,
      { revision: 0, hash: founding.events[0]?.hash as string },
      [fact('late')],
      'late',
    ).events[0];
    const conflict = (await call({
      revision: 0,
      hash: founding.events[0]?.hash ?? null,
      entry: wrongEnd?.entryBytes.toString('utf8') ?? '',
      data: wrongEnd?.dataBytes.toString('utf8') ?? '',
    })) as { rows: unknown[] };
    expect(conflict.rows).toStrictEqual([
      { before: 2, accepted: [false], actual_revisions: [1], actual_hashes: [Buffer.from(end.hash, 'hex')] },
    ]);
    const sound = (await call(next())) as { rows: unknown[] };
    expect(sound.rows).toStrictEqual([{ before: 2, accepted: null, actual_revisions: null, actual_hashes: null }]);
  });

  it('refuses an append under another isolation than read committed', async () => {
    await expect(
      writer.transaction(async (client) => {
        await client.query('set transaction isolation level repeatable read');
        await client.query(
          'select * from log.append($1::text[], $2::int[], array[null]::bytea[], $3::int[], $4::text[], $5::text[])',
          [['s'], [-1], [1], ['{}'], ['{}']],
        );
      }),
    ).rejects.toThrow('appends run in read committed');
  });

  it.each(["update log.event set data = '{}'", 'delete from log.event', 'truncate log.event'])(
    'refuses its owner and the superuser: %s',
    async (sql) => {
      await expect(database.admin.query(sql)).rejects.toThrow('the log only grows');
      await expect(
        database.admin.transaction(async (client) => {
          await client.query(`set local role ${LOG_OWNER}`);
          await client.query(sql);
        }),
      ).rejects.toThrow('the log only grows');
    },
  );

  it('lets a reader read, and not append', async () => {
    const reader = createPool({ url: database.url('onlooker'), connectionsMax: 1 });
    expect((await reader.query('select count(*)::int as count from log.event')).rows).toStrictEqual([{ count: 3 }]);
    await expect(
      reader.query(
        "select log.append(array['s'], array[-1], array[null]::bytea[], array[1], array['{}'], array['{}'])",
      ),
    ).rejects.toThrow('permission denied');
    await reader.close();
  });
});
