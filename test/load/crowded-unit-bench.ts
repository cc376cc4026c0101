import { randomUUID } from 'node:crypto';
import { createListener } from '@jiangong/database/postgres';
import {
  APPEND_EVENTS_MAX,
  commandHandler,
  type CommandHandler,
  type Decider,
  type EventStore,
  type Fact,
  type FactCodec,
  plainCodec,
  type StreamEnd,
} from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import type { BenchServer } from './bench-server.ts';
import { type Measured, medians, underLoad } from './measure.ts';
import { atMost, type Ratio } from './report.ts';
import { sampleData, sealedSample } from './sample-event.ts';

export type CrowdedResult = Readonly<{ what: string; events: number } & Measured>;

/** A unit with 50 entries, each planned, confirmed and declared, and reported on a hundred times. */
const CROWDED_EVENTS = 50 * (3 + 100);
const UNITS = 8;

type Declared = Fact<'EntryDeclared.v1', typeof sampleData>;
type Unit = Readonly<{ entries: ReadonlyMap<string, number> }>;

/** A rule book of the size that matters: it knows each entry of its unit, and how often something was said of it. */
const unitDecider: Decider<Unit, typeof sampleData, Declared, never> = {
  initial: { entries: new Map() },
  evolve: ({ entries }, { data }) => ({
    entries: new Map(entries).set(data.entryId, (entries.get(data.entryId) ?? 0) + 1),
  }),
  decide: (_, data) => [{ type: 'EntryDeclared.v1', data }],
};

const crowd = async (store: EventStore, stream: string): Promise<void> => {
  let end: StreamEnd = 'no-stream';
  for (let done = 0; done < CROWDED_EVENTS; done += APPEND_EVENTS_MAX) {
    const expected: StreamEnd = end;
    const events = Array.from({ length: Math.min(APPEND_EVENTS_MAX, CROWDED_EVENTS - done) }, (_, index) => {
      const event = sealedSample(stream, end, { ...sampleData, entryId: `entry-${(done + index) % 50}` });
      end = { revision: done + index, hash: event.hash };
      return event;
    });
    await store.append({ stream, expected, events });
  }
};

type Send = CommandHandler<Unit, typeof sampleData, Declared, never>;

const handlerOver = (store: EventStore, codec: FactCodec<Declared>): Send =>
  commandHandler<Unit, typeof sampleData, Declared, never>({
    store,
    decider: unitDecider,
    codec,
    recordedAt: () => new Date().toISOString(),
    backoff: async () => undefined,
    attemptsMax: 3,
  });

const declare = (handle: Send, stream: string): Promise<unknown> => {
  const requestId = randomUUID();
  const actor = { kind: 'person', id: 'officer', organization: 'unit', role: 'unit-officer', grant: null } as const;
  return handle({
    stream,
    order: sampleData,
    body: sampleData,
    context: {
      actor,
      requestId,
      now: new Date().toISOString(),
      correlationId: requestId,
      causationId: null,
      traceparent: null,
      policyVersion: '1',
    },
  });
};

/**
 * One client declares: in units where nothing was before, and in crowded ones, in turn; and in a crowded one whose state is not
 * kept. `first order` is what a process pays that has not seen the unit before.
 */
export const crowdedUnitBench = async (
  server: BenchServer,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<readonly CrowdedResult[]> => {
  const { url } = await server.fresh();
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  const crowded = Array.from({ length: UNITS }, () => `bench.unit-${randomUUID()}`);
  for (const stream of crowded) await crowd(store, stream);
  const empty = (): string => `bench.unit-${randomUUID()}`;
  const { toStored, fromStored } = plainCodec<Declared>();
  const unkept = handlerOver(store, { toStored, fromStored });
  const kept = handlerOver(store, plainCodec());
  for (const stream of crowded) await declare(kept, stream);
  let turn = 0;
  const next = (): string => crowded[turn++ % UNITS] as string;
  const tasks = [
    { what: 'empty unit', events: 0, run: () => declare(kept, empty()) },
    { what: 'crowded unit', events: CROWDED_EVENTS, run: () => declare(kept, next()) },
    { what: 'crowded unit, first order', events: CROWDED_EVENTS, run: () => declare(unkept, next()) },
  ];
  const runs = tasks.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { run }] of tasks.entries()) runs[index]?.push(await underLoad(1, seconds / 3, run));
  await store.close();
  await listener.close();
  return tasks.map(({ what, events }, index) => ({ what, events, ...medians(runs[index] as Measured[]) }));
};

export const crowdedUnitRatios = (results: readonly CrowdedResult[]): readonly Ratio[] => {
  const p50 = (wanted: string): number => results.find(({ what }) => what === wanted)?.p50 ?? Number.NaN;
  return [
    atMost(
      'declaring in a unit of 50 entries with 100 reports each, p50, to an empty unit',
      p50('crowded unit') / p50('empty unit'),
      2,
    ),
  ];
};
