import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Listener, SqlPool } from '@jiangong/database';
import {
  type PartitionKey,
  type PartitionProgress,
  postgresInboxFactLog,
  postgresInboxStore,
  postgresRelayStore,
  type ReceivedFact,
  untaken,
} from '@jiangong/messaging/broker';
import { postgresPublicFactLog, translatorReader } from '@jiangong/messaging/log';
import type { ProjectedEvent } from '@jiangong/read-models';
import { projectedEvent } from '@jiangong/read-models/testing';
import {
  type EventPage,
  listParked,
  openReaderGroup,
  type PageReader,
  projectionReader,
  type ReaderGroup,
  retryParked,
  rowsOf,
} from '@jiangong/read-models/postgres';
import { digestProjection, EVERYTHING } from '../platform/digests.ts';
import { placeProjection, SELECT_PLACE, SELECT_NOMINATORS } from '../platform/places.ts';

/** A database of the service `merit-projects`, empty at first. */
export type DatabaseBench = Readonly<{ pool: SqlPool; listener: Listener; close(): Promise<void> }>;

export const SCHEMA = 'merit_projects';
export const DIGEST = 'own-merit-projects';
const CONTEXT = 'merit_projects';
const STREAM = 'merit-projects.thing-1';
const LEASE_MS = 60_000;
const PAGE_FACTS = 100;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const event = (position: number, more: Partial<ProjectedEvent> = {}): ProjectedEvent =>
  projectedEvent({ type: 'Thing.v1', data: { position }, stream: STREAM, position, revision: position - 1, ...more });
const page = (from: number, through: number): EventPage => ({
  events: Array.from({ length: through - from }, (_, index) => ({ event: event(from + index + 1), ordinal: 0 })),
  through,
});
const fact = (position: number, more: Partial<ReceivedFact> = {}): ReceivedFact => ({
  position,
  ordinal: 0,
  context: CONTEXT,
  stream: STREAM,
  revision: position - 1,
  eventId: `event-${position}`,
  type: 'merit_projects.Thing.v1',
  data: JSON.stringify({ position }),
  raw: null,
  errorClass: null,
  occurredAt: '2021-01-04T01:00:00.000Z',
  correlationId: 'correlation',
  traceparent: null,
  ...more,
});

const groupOf = (pool: SqlPool, reader: PageReader): Promise<ReaderGroup> =>
  openReaderGroup({
    pool,
    readers: [reader],
    log: silent,
    backoff: { wait: async () => undefined },
    signal: new AbortController().signal,
  });

/** A reader that gives up on one position until it is told not to. */
const touchy = (name: string): Readonly<{ reader: PageReader; heal: () => void; taken: number[] }> => {
  let ill = true;
  const taken: number[] = [];
  const none = async (): Promise<void> => undefined;
  const apply = async (_rows: unknown, { position }: ProjectedEvent): Promise<void> => {
    if (ill && position === 2) throw new TypeError('not this one');
    taken.push(position);
  };
  return {
    reader: { name, version: 1, wants: () => true, install: none, reset: none, apply },
    heal: () => void (ill = false),
    taken,
  };
};

const readersContract = (bench: () => DatabaseBench): void => {
  it('a second process does not take what the first has taken, and goes on from there', async () => {
    const { pool } = bench();
    const reader = projectionReader(digestProjection(DIGEST, { kind: 'log', streamPrefixes: [''] }));
    const [one, two] = [await groupOf(pool, reader), await groupOf(pool, reader)];
    await one.take(page(0, 3), 0);
    await two.take(page(0, 5), 0);
    await one.take(page(3, 6), 3);
    expect([one.passed(), two.passed()]).toEqual([6, 5]);
    const [row] = await rowsOf(pool).query<{ key: string; count: number }>(
      'select key, count, digest from own_merit_projects where key = any($1)',
      [[EVERYTHING]],
    );
    expect(row).toMatchObject({ key: EVERYTHING, count: 6 });
  });

  it('what can not be applied is parked with everything behind it, listed in order, and taken when it is tried again', async () => {
    const { pool } = bench();
    const { reader, heal, taken } = touchy('touchy');
    const group = await groupOf(pool, reader);
    await group.take(page(0, 3), 0);
    expect(group.passed()).toBe(3);
    expect(taken.at(-1)).toBe(1);
    const parked = (await listParked(pool)).map(({ reader: name, position, ordinal, stream, errorClass, tries }) => [
      name,
      position,
      ordinal,
      stream,
      errorClass,
      tries,
    ]);
    expect(parked).toEqual([
      ['touchy', 2, 0, STREAM, 'TypeError', 5],
      ['touchy', 3, 0, STREAM, 'BEHIND_PARKED', 0],
    ]);
    const again = { reader: 'touchy', stream: STREAM };
    const fetch = async ({ position }: { position: number }) => ({ event: event(position), ordinal: 0 });
    expect(await retryParked(pool, group, again, fetch)).toEqual({ done: 0, left: 2 });
    expect((await listParked(pool))[0]).toMatchObject({ tries: 6 });
    heal();
    expect(await retryParked(pool, group, again, fetch)).toEqual({ done: 2, left: 0 });
    expect(await listParked(pool)).toEqual([]);
  });

  it('where entries are kept is found, once each', async () => {
    const { pool } = bench();
    const group = await groupOf(pool, projectionReader(placeProjection));
    const planned = (position: number, entryId: string) =>
      event(position, {
        type: 'EntryPlanned.v1',
        stream: 'merit-projects.entries-1',
        data: { entryId, editionId: 'edition', nominatorId: 'unit' },
      });
    await group.take(
      {
        events: [planned(1, 'a'), planned(2, 'b'), planned(3, 'a')].map((each) => ({ event: each, ordinal: 0 })),
        through: 3,
      },
      0,
    );
    const rows = rowsOf(pool);
    expect(await rows.query(SELECT_PLACE, ['a'])).toEqual([
      { entryId: 'a', editionId: 'edition', nominatorId: 'unit' },
    ]);
    expect(await rows.query(SELECT_PLACE, ['z'])).toEqual([]);
    expect(await rows.query(SELECT_NOMINATORS, ['edition'])).toEqual([{ nominatorId: 'unit' }]);
    expect((await listParked(pool)).map(({ position, errorClass }) => [position, errorClass])).toEqual([[3, '23505']]);
  });
};

const factsContract = (bench: () => DatabaseBench): void => {
  it('a translator writes its facts and tells how far it is, in one transaction', async () => {
    const { pool, listener } = bench();
    const facts = postgresPublicFactLog(pool, listener);
    let hear: (told: readonly [string, number]) => void = () => undefined;
    const heard = new Promise<readonly [string, number]>((resolve) => (hear = resolve));
    const stop = await facts.onTranslated((context, position) => hear([context, position]));
    const translate = ({ position }: ProjectedEvent) =>
      position === 2 ? [] : ['First', 'Second'].map((name) => ({ type: `${CONTEXT}.${name}.v1`, data: { position } }));
    const group = await groupOf(
      pool,
      translatorReader({ context: CONTEXT, streamPrefixes: ['merit-projects.'], translate }),
    );
    await group.take(page(0, 3), 0);
    expect(await heard).toEqual([CONTEXT, 3]);
    await stop();
    expect(await facts.translated([CONTEXT, 'unheard'])).toEqual({ [CONTEXT]: 3, unheard: 0 });
    const read = await facts.read({ contexts: [CONTEXT], after: 0, through: 3, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, ordinal, type, stream }) => [position, ordinal, type, stream])).toEqual([
      [1, 0, 'merit_projects.First.v1', STREAM],
      [1, 1, 'merit_projects.Second.v1', STREAM],
      [3, 0, 'merit_projects.First.v1', STREAM],
      [3, 1, 'merit_projects.Second.v1', STREAM],
    ]);
    expect((await pool.query('select min(position) as position from messaging.translator')).rows).toEqual([
      { position: 3 },
    ]);
  });

  it('one relay holds the context: others wait for it, and who was replaced keeps nothing', async () => {
    const { pool, listener } = bench();
    const store = postgresRelayStore(CONTEXT, { sql: pool, listener });
    const claim = (holder: string, generation = 1) => store.claim({ generation, holder, leaseMs: LEASE_MS });
    const first = await claim('one');
    expect(first).toEqual({ epoch: 1, generation: 1, place: { position: 0, ordinal: 0 }, watermark: 0, tails: [] });
    expect(await claim('two')).toBeUndefined();
    const pending = await store.pending({ position: 1, ordinal: 0 }, 2);
    expect([pending.translated, pending.facts.map(({ position, ordinal, data }) => [position, ordinal, data])]).toEqual(
      [
        3,
        [
          [1, 1, '{"position":1}'],
          [3, 0, '{"position":3}'],
        ],
      ],
    );
    expect(await store.pending({ position: 3, ordinal: 1 }, 2)).toEqual({ translated: 3, facts: [] });
    const tails = [{ previous: { position: 3, ordinal: 1 }, offset: 7 }];
    expect(
      await store.keep({ epoch: 1, generation: 1, place: { position: 3, ordinal: 1 }, watermark: 3, tails }, LEASE_MS),
    ).toBe(true);
    await store.release(1);
    expect(await claim('two')).toEqual({
      epoch: 2,
      generation: 1,
      place: { position: 3, ordinal: 1 },
      watermark: 3,
      tails,
    });
    expect(
      await store.keep(
        { epoch: 1, generation: 1, place: { position: 9, ordinal: 0 }, watermark: 9, tails: [] },
        LEASE_MS,
      ),
    ).toBe(false);
    expect(await claim('two', 2)).toEqual({
      epoch: 3,
      generation: 2,
      place: { position: 0, ordinal: 0 },
      watermark: 0,
      tails: [],
    });
    await expect(claim('two', 1)).rejects.toThrow('has been told in version 2');
  });
};

const inboxContract = (bench: () => DatabaseBench): void => {
  const key: PartitionKey = { topic: 'test.merit_projects.facts', partition: 0 };
  const other: PartitionKey = { ...key, partition: 1 };
  const through = (watermark: number, of: PartitionKey = key): PartitionProgress => ({
    ...untaken(of, CONTEXT),
    nextOffset: watermark,
    generation: 1,
    last: { position: watermark, ordinal: 0 },
    told: watermark,
    watermark,
  });
  const plan = (
    progress: PartitionProgress,
    facts: readonly ReceivedFact[],
    repeats: readonly ReceivedFact[] = [],
  ) => ({ progress, facts, repeats, strays: [] });

  it('keeps facts and progress together, complete as far as the last of the partitions', async () => {
    const { pool, listener } = bench();
    const store = postgresInboxStore(pool, SCHEMA);
    const facts = postgresInboxFactLog({ sql: pool, listener, schema: SCHEMA });
    await store.install([key, other].map((each) => ({ ...each, context: CONTEXT })));
    await store.install([{ ...key, context: CONTEXT }]);
    expect(await store.progress()).toEqual([untaken(key, CONTEXT), untaken(other, CONTEXT)]);
    let hear: (told: readonly [string, number]) => void = () => undefined;
    const heard = new Promise<readonly [string, number]>((resolve) => (hear = resolve));
    const stop = await facts.onTranslated((context, position) => hear([context, position]));
    expect(await store.take([key], () => [plan(through(3), [fact(1), fact(3)])])).toEqual([]);
    expect(await facts.translated([CONTEXT])).toEqual({ [CONTEXT]: 0 });
    expect(await store.take([key, other], () => [plan(through(2, other), [fact(2)]), plan(through(4), [])])).toEqual(
      [],
    );
    expect(await heard).toEqual([CONTEXT, 2]);
    await stop();
    expect(await store.progress()).toEqual([through(4), through(2, other)]);
    const read = await facts.read({ contexts: [CONTEXT], after: 1, through: 9, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, data }) => [position, data])).toEqual([
      [2, { position: 2 }],
      [3, { position: 3 }],
    ]);
  });

  it('a repeat that is what is there changes nothing; one that differs leaves its partition as it was', async () => {
    const store = postgresInboxStore(bench().pool, SCHEMA);
    expect(await store.take([key], () => [plan(through(5), [fact(5)], [fact(3)])])).toEqual([]);
    const differs = await store.take([key], () => [plan(through(6), [fact(6)], [fact(3, { data: '{}' })])]);
    expect(differs.map(({ place }) => place)).toEqual([{ position: 3, ordinal: 0 }]);
    expect((await store.progress())[0]).toEqual(through(5));
  });

  it('a newer telling replaces the rows of the older, and what it passes without telling goes', async () => {
    const { pool, listener } = bench();
    const store = postgresInboxStore(pool, SCHEMA);
    const newer = { ...through(4), generation: 2, renewsThrough: 5 };
    await store.take([key], () => [plan(newer, [fact(3, { data: '{"anew":1}' })])]);
    const facts = postgresInboxFactLog({ sql: pool, listener, schema: SCHEMA });
    const read = await facts.read({ contexts: [CONTEXT], after: 0, through: 9, limitMax: PAGE_FACTS });
    expect(read.facts.map(({ position, data }) => [position, data])).toEqual([
      [2, { position: 2 }],
      [3, { anew: 1 }],
      [5, { position: 5 }],
    ]);
  });

  it('nothing of a transaction that fails is kept', async () => {
    const store = postgresInboxStore(bench().pool, SCHEMA);
    const before = await store.progress();
    const fail = (): never => {
      throw new Error('no plan');
    };
    await expect(store.take([key], fail)).rejects.toThrow('no plan');
    expect(await store.progress()).toEqual(before);
  });
};

/** What the simulation's database must answer as PostgreSQL does: every statement of readers, translators, relay and inbox. */
export const databaseContract = (name: string, make: () => Promise<DatabaseBench>): void => {
  describe(`database contract of the simulation: ${name}`, () => {
    let open: DatabaseBench | undefined;
    const bench = (): DatabaseBench => {
      if (!open) throw new Error('not open yet');
      return open;
    };
    beforeAll(async () => {
      open = await make();
    });
    afterAll(async () => open?.close());
    readersContract(bench);
    factsContract(bench);
    inboxContract(bench);
  });
};
