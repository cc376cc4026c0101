import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { createListener } from '@jiangong/database/postgres';
import { createPostgresEventStore, type PostgresEventStore } from '@jiangong/event-store/postgres';
import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import type { BenchDatabase, BenchServer } from './bench-server.ts';
import { fillLog } from './fill-log.ts';
import { median } from './measure.ts';
import { sampleData } from './sample-event.ts';

export type ReplayResult = Readonly<{ driver: string; events: number; perSecond: number }>;

const run = promisify(execFile);
/** Emmett is slower by so much that it replays a part. */
const EMMETT_EVENTS = 5_000;

const parsed = async (store: PostgresEventStore): Promise<number> => {
  let sum = 0;
  for await (const page of store.replay())
    for (const event of page) sum += (event.data as typeof sampleData).pointsHundredths;
  return sum / sampleData.pointsHundredths;
};

const unparsed = async (store: PostgresEventStore): Promise<number> => {
  let last = 0;
  for await (const page of store.replay()) for (const { position } of page) last = position;
  return last;
};

const byPsql = async ({ adminUrl }: BenchDatabase, events: number): Promise<number> => {
  await run('psql', [
    adminUrl,
    '-qc',
    '\\copy (select position, hash, entry, data from log.event order by position) to /dev/null (format binary)',
  ]);
  return events;
};

const emmettReplay = async ({ adminUrl }: BenchDatabase): Promise<number> => {
  const consumer = postgreSQLEventStoreConsumer({ connectionString: adminUrl });
  let count = 0;
  await new Promise<void>((resolve, reject) => {
    consumer.reactor({
      processorId: randomUUID(),
      startFrom: 'BEGINNING',
      eachMessage: () => {
        count += 1;
        if (count === EMMETT_EVENTS) resolve();
      },
    });
    consumer.start().catch(reject);
  });
  await consumer.close();
  return count;
};

/** The whole log, read and folded, in turn with psql's binary COPY of the same columns and with Emmett's own reader. */
export const replayBench = async (
  server: BenchServer,
  { events, rounds }: { events: number; rounds: number },
): Promise<readonly ReplayResult[]> => {
  const database = await server.fresh();
  const listener = createListener(database);
  const store = createPostgresEventStore({ url: database.url, listener });
  await fillLog(store, events);
  await database.admin.query('vacuum analyze log.event');
  const emmett = getPostgreSQLEventStore(database.adminUrl);
  for (let done = 0; done < EMMETT_EVENTS; done += 500)
    await emmett.appendToStream(
      `bench-${done}`,
      Array.from({ length: 500 }, () => ({ type: 'EntryDeclared', data: sampleData })),
    );
  await emmett.close();
  const tasks: readonly (readonly [string, () => Promise<number>])[] = [
    ['psql binary COPY', () => byPsql(database, events)],
    ['ours, parsed and folded', () => parsed(store)],
    ['ours, not parsed', () => unparsed(store)],
    ['emmett', () => emmettReplay(database)],
  ];
  const rates = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, [driver, task]] of tasks.entries()) {
      const begin = performance.now();
      const count = await task();
      rates[index]?.push((count / (performance.now() - begin)) * 1_000);
      if (driver !== 'emmett' && count !== events) throw new Error(`${driver} saw ${count} of ${events} events`);
    }
  await store.close();
  await listener.close();
  return tasks.map(([driver], index) => ({
    driver,
    events: driver === 'emmett' ? EMMETT_EVENTS : events,
    perSecond: median(rates[index] as number[]),
  }));
};
