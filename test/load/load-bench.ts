import { randomUUID } from 'node:crypto';
import { createListener } from '@jiangong/database/postgres';
import type { StreamEnd } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type { BenchServer } from './bench-server.ts';
import { type Measured, medians, underLoad } from './measure.ts';
import { sampleData, sealedSample } from './sample-event.ts';

export type LoadResult = Readonly<{ driver: string; events: number } & Measured>;

const SIZES = [10, 100, 1_000] as const;

/** Loads and folds one aggregate after the other, one client, in turn with Emmett and with `select 1`. */
export const loadBench = async (
  server: BenchServer,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<readonly LoadResult[]> => {
  const { url, adminUrl, admin } = await server.fresh();
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const emmett = getPostgreSQLEventStore(adminUrl);
  const tasks: { driver: string; events: number; run: () => Promise<unknown> }[] = [
    { driver: 'select 1', events: 0, run: () => admin.query('select 1') },
  ];
  for (const events of SIZES) {
    const stream = `bench.entry-${randomUUID()}`;
    let end: StreamEnd = 'no-stream';
    const sealed = Array.from({ length: events }, (_, revision) => {
      const event = sealedSample(stream, end);
      end = { revision, hash: event.hash };
      return event;
    });
    await store.append({ stream, expected: 'no-stream', events: sealed });
    await emmett.appendToStream(
      stream,
      Array.from({ length: events }, () => ({ type: 'EntryDeclared', data: sampleData })),
    );
    tasks.push({
      driver: 'ours',
      events,
      run: async () =>
        (await store.readStream(stream)).reduce(
          (sum, { data }) => sum + (data as typeof sampleData).pointsHundredths,
          0,
        ),
    });
    tasks.push({
      driver: 'emmett',
      events,
      run: () =>
        emmett.aggregateStream(stream, {
          initialState: () => 0,
          evolve: (sum: number, event: { data: unknown }) => sum + (event.data as typeof sampleData).pointsHundredths,
        }),
    });
  }
  const runs = tasks.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { run }] of tasks.entries()) runs[index]?.push(await underLoad(1, seconds / 3, run));
  await store.close();
  await listener.close();
  await emmett.close();
  return tasks.map(({ driver, events }, index) => ({ driver, events, ...medians(runs[index] as Measured[]) }));
};
