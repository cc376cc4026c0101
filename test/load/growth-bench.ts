import { randomUUID } from 'node:crypto';
import { createListener } from '@jiangong/database/postgres';
import type { StreamEnd } from '@jiangong/event-store';
import { createPostgresEventStore, type PostgresEventStore } from '@jiangong/event-store/postgres';
import { inParallel } from '../journeys/demo/play/in-parallel.ts';
import type { BenchServer } from './bench-server.ts';
import { fillLog } from './fill-log.ts';
import { accepted, LoadedPlatform } from './loaded-platform.ts';
import { median, underLoad } from './measure.ts';
import { sampleData, sealedSample } from './sample-event.ts';

/** A figure at one size and at twice that size, in milliseconds. */
export type GrowthResult = Readonly<{ what: string; size: number; once: number; twice: number }>;

const AGGREGATE_EVENTS = 10;
const UNITS = 400;
const UNITS_AT_ONCE = 16;

const aggregate = async (store: PostgresEventStore): Promise<string> => {
  const stream = `bench.entry-${randomUUID()}`;
  let end: StreamEnd = 'no-stream';
  const events = Array.from({ length: AGGREGATE_EVENTS }, (_, revision) => {
    const event = sealedSample(stream, end);
    end = { revision, hash: event.hash };
    return event;
  });
  await store.append({ stream, expected: 'no-stream', events });
  return stream;
};

const replayMs = async (store: PostgresEventStore, rounds: number): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    let points = 0;
    for await (const page of store.replay())
      for (const { data } of page) points += (data as typeof sampleData).pointsHundredths;
    if (points === 0) throw new Error('the log was empty');
    times.push(performance.now() - began);
  }
  return median(times);
};

/** The log at one size and at twice that size: a replay of all of it, and the load of one aggregate. */
const logGrowth = async (
  server: BenchServer,
  { seconds, rounds, events }: { seconds: number; rounds: number; events: number },
): Promise<readonly GrowthResult[]> => {
  const { url, admin } = await server.fresh();
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const stream = await aggregate(store);
  const loads: number[] = [];
  const replays: number[] = [];
  for (let size = 1; size <= 2; size++) {
    await fillLog(store, events);
    await admin.query('vacuum analyze log.event');
    loads.push((await underLoad(1, seconds, () => store.readStream(stream))).p50);
    replays.push(await replayMs(store, rounds));
  }
  await store.close();
  await listener.close();
  const [loadOnce, loadTwice] = loads as [number, number];
  const [replayOnce, replayTwice] = replays as [number, number];
  return [
    { what: `load of ${AGGREGATE_EVENTS} events`, size: events, once: loadOnce, twice: loadTwice },
    { what: 'replay of the whole log', size: events, once: replayOnce, twice: replayTwice },
  ];
};

/** Units founded through the public API, and as many again. */
const unitGrowth = async (): Promise<GrowthResult> => {
  const platform = await LoadedPlatform.start(UNITS_AT_ONCE);
  try {
    const times: number[] = [];
    for (let size = 1; size <= 2; size++) {
      const began = performance.now();
      await inParallel(Array.from({ length: UNITS }), async () => accepted(await platform.foundUnit()), UNITS_AT_ONCE);
      await platform.campaign.play.platform.untilQuiet();
      times.push(performance.now() - began);
    }
    const [once, more] = times as [number, number];
    return { what: 'units founded, until all readers have them', size: UNITS, once, twice: once + more };
  } finally {
    await platform.stop();
  }
};

export const growthBench = async (
  server: BenchServer,
  options: { seconds: number; rounds: number; events: number },
): Promise<readonly GrowthResult[]> => [...(await logGrowth(server, options)), await unitGrowth()];
