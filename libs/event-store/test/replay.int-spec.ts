import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createListener } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import type { StoredEvent } from '@jiangong/event-store';
import { createPostgresEventStore, type PostgresEventStore, type ReplayedEvent } from '@jiangong/event-store/postgres';
import { sampleAppend } from '@jiangong/event-store/testing';

const EVENTS = 1_500;
let database: FreshDatabase;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await freshDatabase();
  const url = database.url('audit');
  const listener = createListener({ url });
  store = createPostgresEventStore({ url, listener });
  expect(await collected(store.replay())).toStrictEqual([]);
  const texts = ['', '建功', '功'.repeat(40_000), 'x'.repeat(70_000)]; // rows below and above a piece of the socket
  await Promise.all(
    Array.from({ length: EVENTS }, (_, index) =>
      store.append(
        sampleAppend(
          `contract.replay-${index}`,
          'no-stream',
          [{ type: 'Replayed.v1', data: { index, text: index % 100 < 4 ? texts[index % 100] : 'short' } }],
          `replay ${index}`,
        ),
      ),
    ),
  );
  await listener.close();
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const collected = async (
  pages: AsyncIterable<readonly ReplayedEvent[]>,
): Promise<readonly Pick<StoredEvent, 'position' | 'hash' | 'entryBytes' | 'dataBytes' | 'entry' | 'data'>[]> => {
  const all: Pick<StoredEvent, 'position' | 'hash' | 'entryBytes' | 'dataBytes' | 'entry' | 'data'>[] = [];
  for await (const page of pages)
    for (const { position, hash, entryBytes, dataBytes, entry, data } of page)
      all.push({ position, hash, entryBytes: Buffer.from(entryBytes), dataBytes: Buffer.from(dataBytes), entry, data });
  return all;
};

describe('replay', () => {
  it('gives every event as the other reads do, byte for byte', async () => {
    const { events } = await store.readLog({ after: 0, limitMax: 5_000 });
    const expected = events.map(({ position, hash, entryBytes, dataBytes, entry, data }) => ({
      position,
      hash,
      entryBytes,
      dataBytes,
      entry,
      data,
    }));
    expect(expected).toHaveLength(EVENTS);
    expect(await collected(store.replay())).toStrictEqual(expected);
    expect(await collected(store.replay({ after: 700, through: 1_200 }))).toStrictEqual(expected.slice(700, 1_200));
    expect(await collected(store.replay({ after: EVENTS }))).toStrictEqual([]);
  });

  it('can be broken off, by the reader and by the server', async () => {
    for await (const page of store.replay()) {
      expect(page[0]?.position).toBe(1);
      break;
    }
    const cut = async (): Promise<void> => {
      for await (const page of store.replay())
        if (page[0]?.position === 1)
          await database.admin.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'jiangong replay'",
          );
    };
    await expect(cut()).rejects.toThrow();
    await expect(collected(store.replay({ after: -1 }))).rejects.toThrow(RangeError);
  });

  it('tells what the server refuses', async () => {
    await database.admin.query('revoke select on log.event from jiangong_log_reader');
    await expect(collected(store.replay())).rejects.toThrow('permission denied');
    await database.admin.query('grant select on log.event to jiangong_log_reader');
  });
});
