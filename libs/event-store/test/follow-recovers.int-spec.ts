import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Listener } from '@jiangong/database';
import { createListener } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import {
  createPostgresEventStore,
  LogOverloaded,
  type PostgresEventStore,
  QUEUED_APPENDS_MAX,
} from '@jiangong/event-store/postgres';
import { sampleAppend } from '@jiangong/event-store/testing';

let database: FreshDatabase;
let listener: Listener;
let store: PostgresEventStore;
const troubles: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const url = database.url('audit');
  const onTrouble = ({ message }: Error): void => void troubles.push(message);
  listener = createListener({ url, onTrouble, random: () => 0 });
  store = createPostgresEventStore({ url, listener, onTrouble, random: () => 0 });
});
afterAll(async () => {
  await store?.close();
  await listener?.close();
  await database?.drop();
});

let streams = 0;
const write = (): Promise<unknown> => {
  streams += 1;
  return store.append(
    sampleAppend(`contract.cut-${streams}`, 'no-stream', [{ type: 'Cut.v1', data: { streams } }], `cut ${streams}`),
  );
};
const cutAll = (): Promise<unknown> =>
  database.admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );

describe('when every connection is cut', () => {
  it('a follower goes on where it was, and sees each event once', async () => {
    await write();
    const seen: number[] = [];
    const ending = new AbortController();
    for await (const page of store.follow({ after: 0, pageMax: 10, signal: ending.signal })) {
      seen.push(...page.events.map(({ position }) => position));
      if (seen.length >= 6) break;
      if (seen.length % 2 === 1) await cutAll();
      await write().catch(write); // the first try may meet the cut connection: its outcome is unknown, so another event is written
    }
    expect(seen.slice(0, 6)).toStrictEqual([1, 2, 3, 4, 5, 6]);
    expect(troubles.length).toBeGreaterThan(0);
  }, 30_000);

  it('an append whose answer is lost rejects', async () => {
    const held = database.admin.transaction(async (client) => {
      await client.query('lock table log.event in exclusive mode');
      const lost = write();
      lost.catch(() => undefined); // it may fall before anybody looks
      await untilWaiting();
      await database.admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like '%log writer'",
      );
      await expect(lost).rejects.toThrow();
    });
    await held;
    await expect(write()).resolves.toMatchObject({ kind: 'appended' });
  });
});

/** Until a writer stands before the lock that the test holds. */
const untilWaiting = async (): Promise<void> => {
  for (;;) {
    const { rows } = await database.admin.query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name like '%log writer' and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
};

describe('the queue', () => {
  it('rejects at once what does not fit, and stores the rest', async () => {
    const before = await store.head();
    const outcomes = await Promise.allSettled(Array.from({ length: QUEUED_APPENDS_MAX + 10 }, write));
    const rejected = outcomes.filter((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
    expect(rejected.length).toBeGreaterThanOrEqual(10);
    expect(rejected.every(({ reason }) => reason instanceof LogOverloaded)).toBe(true);
    expect(await store.head()).toBe(before + outcomes.length - rejected.length);
  }, 30_000);
});
