import { describe, expect, it } from '@jest/globals';
import {
  commandHandler,
  type Decider,
  type EventStore,
  type Fact,
  type Handled,
  plainCodec,
  type Refusal,
} from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { sampleAppend, sampleContext } from '@jiangong/event-store/testing';

type Counted = Fact<'PointsAdded.v1', { points: number }>;
type No = Refusal<'TOO_MANY_POINTS'>;
const POINTS_MAX = 10;

const counter: Decider<number, { points: number }, Counted, No> = {
  initial: 0,
  evolve: (total, { data }) => total + data.points,
  decide: (total, { points }) =>
    total + points > POINTS_MAX
      ? { reason: 'TOO_MANY_POINTS', field: 'points' }
      : points === 0
        ? []
        : [{ type: 'PointsAdded.v1', data: { points } }],
};

const stream = 'contract.counter-1';
const handlerOn = (
  store: EventStore,
  backoffs: number[] = [],
): ((requestName: string, points: number, expectedRevision?: number) => Promise<Handled<Counted, No>>) => {
  const handle = commandHandler({
    store,
    decider: counter,
    codec: plainCodec<Counted>(),
    recordedAt: () => '2021-11-05T03:04:05.700Z',
    backoff: async (attempt) => void backoffs.push(attempt),
    attemptsMax: 3,
  });
  return (requestName, points, expectedRevision) =>
    handle({
      stream,
      order: { points },
      body: { points },
      context: sampleContext(requestName),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    });
};

/** Lets another writer append right before each of the first `times` appends. */
const rivalled = (store: EventStore, times: number): EventStore => ({
  ...boundTo(store),
  append: async (batch) => {
    if (times > 0) {
      times -= 1;
      await store.append(
        sampleAppend(batch.stream, batch.expected, [{ type: 'PointsAdded.v1', data: { points: 1 } }], `rival ${times}`),
      );
    }
    return store.append(batch);
  },
});
const boundTo = (store: EventStore): EventStore => ({
  append: (batch) => store.append(batch),
  readStream: (name, range) => store.readStream(name, range),
  readLog: (range) => store.readLog(range),
  head: () => store.head(),
  follow: (options) => store.follow(options),
});

describe('handling a command', () => {
  it('an accepted order tells its facts, its receipts and where it stands', async () => {
    const store = new MemoryEventStore();
    const answer = await handlerOn(store)('first', 4);
    const [stored] = await store.readStream(stream);
    expect(answer).toStrictEqual({
      kind: 'accepted',
      facts: [{ type: 'PointsAdded.v1', data: { points: 4 } }],
      receipts: [{ eventId: stored?.eventId, type: 'PointsAdded.v1', hash: stored?.hash }],
      revision: 0,
      position: 1,
      repeated: false,
    });
  });

  it('the same order again gets its first answer, and nothing is stored', async () => {
    const store = new MemoryEventStore();
    const handle = handlerOn(store);
    const answer = await handle('first', 9);
    await handle('second', 1);
    expect(await handle('first', 9)).toStrictEqual({ ...answer, repeated: true });
    expect(await store.head()).toBe(2);
  });

  it('another body or another person under the same request id is refused', async () => {
    const store = new MemoryEventStore();
    const handle = handlerOn(store);
    await handle('first', 1);
    const reused = { kind: 'refused', refusal: { reason: 'REQUEST_ID_REUSED', field: 'Idempotency-Key' } };
    expect(await handle('first', 2)).toStrictEqual(reused);
    const context = sampleContext('first');
    const other = commandHandler({
      store,
      decider: counter,
      codec: plainCodec<Counted>(),
      recordedAt: () => context.now,
      backoff: async () => undefined,
      attemptsMax: 1,
    });
    const asOther = { ...context, actor: { ...context.actor, id: 'another' } };
    expect(await other({ stream, order: { points: 1 }, body: { points: 1 }, context: asOther })).toStrictEqual(reused);
  });

  it('a refusal is the decider’s own; an order that changes nothing is accepted without facts', async () => {
    const store = new MemoryEventStore();
    const handle = handlerOn(store);
    expect(await handle('much', 11)).toStrictEqual({
      kind: 'refused',
      refusal: { reason: 'TOO_MANY_POINTS', field: 'points' },
    });
    expect(await handle('nothing', 0)).toStrictEqual({
      kind: 'accepted',
      facts: [],
      receipts: [],
      revision: -1,
      position: 0,
      repeated: false,
    });
    expect(await store.head()).toBe(0);
  });

  it('an order that saw another revision is refused', async () => {
    const store = new MemoryEventStore();
    const handle = handlerOn(store);
    await handle('first', 1);
    expect(await handle('late', 1, -1)).toStrictEqual({
      kind: 'refused',
      refusal: { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: -1, revision: 0 } },
    });
    expect(await handle('in time', 1, 0)).toMatchObject({ kind: 'accepted', revision: 1 });
  });

  it('after a conflict it decides again on what is there now', async () => {
    const store = new MemoryEventStore();
    const backoffs: number[] = [];
    expect(await handlerOn(rivalled(store, 2), backoffs)('first', 8)).toMatchObject({
      kind: 'accepted',
      revision: 2,
      position: 3,
    });
    expect(backoffs).toStrictEqual([1, 2]);
    expect(await handlerOn(rivalled(store, 1))('next', 1)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'TOO_MANY_POINTS' },
    });
  });

  it('gives up after so many conflicts', async () => {
    const backoffs: number[] = [];
    expect(await handlerOn(rivalled(new MemoryEventStore(), 3), backoffs)('first', 1)).toStrictEqual({
      kind: 'refused',
      refusal: { reason: 'TOO_MUCH_CONTENTION', details: { attempts: 3 } },
    });
    expect(backoffs).toStrictEqual([1, 2, 3]);
  });
});
