import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  commandHandler,
  type CommandHandler,
  type Decider,
  type EventStore,
  type Fact,
  type FactCodec,
  plainCodec,
  type Refusal,
} from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { sampleContext } from '@jiangong/event-store/testing';

type Counted = Fact<'PointsAdded.v1', { points: number; why?: string }>;
type State = Readonly<{ total: number; whys: readonly string[] }>;
type Order = Readonly<{ points: number; why?: string }>;
type Handle = CommandHandler<State, Order, Counted, Refusal<'TOO_MANY_POINTS'>>;
const POINTS_MAX = 12;

const counter: Decider<State, Order, Counted, Refusal<'TOO_MANY_POINTS'>> = {
  initial: { total: 0, whys: [] },
  evolve: ({ total, whys }, { data }) => ({
    total: total + data.points,
    whys: data.why === undefined ? whys : [...whys, data.why],
  }),
  decide: ({ total }, { points, why }) =>
    total + points > POINTS_MAX
      ? { reason: 'TOO_MANY_POINTS', details: { total } }
      : Array.from({ length: points }, () => ({
          type: 'PointsAdded.v1',
          data: { points: 1, ...(why === undefined ? {} : { why }) },
        })),
};

type Read = Readonly<{ stream: string; fromRevision?: number; toRevision?: number }>;

/** A store that tells what was read, and can be exchanged for another behind the handler's back. */
const watched = (first: EventStore = new MemoryEventStore()) => {
  let store = first;
  const reads: Read[] = [];
  const outside: EventStore = {
    append: (batch) => store.append(batch),
    readStream: (stream, range = {}) => {
      reads.push({ stream, ...range });
      return store.readStream(stream, range);
    },
    readLog: (range) => store.readLog(range),
    head: () => store.head(),
    follow: (options) => store.follow(options),
  };
  const taken = (): readonly Read[] => reads.splice(0);
  return { store: outside, taken, become: (other: EventStore) => void (store = other) };
};

const handlerOn = (
  store: EventStore,
  more: Readonly<{ codec?: FactCodec<Counted>; keeping?: { streamsMax: number; bytesMax: number } }> = {},
): Handle =>
  commandHandler({
    store,
    decider: counter,
    codec: plainCodec<Counted>(),
    recordedAt: () => '2021-11-05T03:04:05.700Z',
    backoff: async () => undefined,
    attemptsMax: 3,
    ...more,
  });

const stream = 'contract.counter-1';
const send = (handle: Handle, name: string, points: number, on = stream) =>
  handle({ stream: on, order: { points }, body: { points }, context: sampleContext(name) });

describe('a state kept between orders', () => {
  it('the next order reads only what came since', async () => {
    const { store, taken } = watched();
    const handle = handlerOn(store);
    await send(handle, 'first', 2);
    expect(taken()).toEqual([{ stream }]);
    await send(handle, 'second', 1);
    await send(handle, 'third', 1);
    // After its first order the stream was empty as it was read; so it is read whole once more.
    expect(taken()).toEqual([{ stream }, { stream, fromRevision: 2 }]);
    expect(await handle.stateOf(stream)).toMatchObject({ state: { total: 4 }, end: { revision: 3 } });
  });

  it('what other processes append is seen', async () => {
    const { store } = watched();
    const [mine, theirs] = [handlerOn(store), handlerOn(store)];
    await send(mine, 'a', 5);
    await send(mine, 'b', 1);
    await send(theirs, 'c', 5);
    expect(await send(mine, 'd', 2)).toEqual({
      kind: 'refused',
      refusal: { reason: 'TOO_MANY_POINTS', details: { total: 11 } },
    });
  });

  it('a repeated order gets its first answer, read again from where it stands, from another process too', async () => {
    const { store, taken } = watched();
    const [mine, theirs] = [handlerOn(store), handlerOn(store)];
    await send(mine, 'before', 1);
    const first = await send(mine, 'order', 3);
    await send(mine, 'after', 1);
    taken();
    expect(await send(mine, 'order', 3)).toEqual({ ...first, repeated: true });
    expect(taken()).toEqual([
      { stream, fromRevision: 4 },
      { stream, fromRevision: 1, toRevision: 3 },
    ]);
    expect(await send(theirs, 'order', 3)).toEqual({ ...first, repeated: true });
    expect(await send(mine, 'order', 2)).toMatchObject({ refusal: { reason: 'REQUEST_ID_REUSED' } });
  });

  it('a log that is not the one that was read is read anew: nothing is decided, answered or stored on what is gone', async () => {
    const { store, become } = watched();
    const handle = handlerOn(store);
    for (const name of ['a', 'b', 'c']) await send(handle, name, 3);
    await handle.stateOf(stream);
    become(new MemoryEventStore()); // as after a restore
    expect(await send(handle, 'c', 3)).toMatchObject({ kind: 'accepted', repeated: false, revision: 2 });
    expect(await handle.stateOf(stream)).toMatchObject({ state: { total: 3 } });
    const other = new MemoryEventStore();
    const elsewhere = handlerOn(other);
    for (const name of ['x', 'y']) await send(elsewhere, name, 4);
    become(other);
    expect(await send(handle, 'd', 4)).toMatchObject({ kind: 'accepted', revision: 11 });
    expect(await handle.stateOf(stream)).toMatchObject({ state: { total: 12 } });
  });

  it('streams beyond the limit are forgotten, those used least recently first', async () => {
    const { store, taken } = watched();
    const handle = handlerOn(store, { keeping: { streamsMax: 2, bytesMax: 1_000_000 } });
    for (const name of ['a', 'b', 'a', 'c']) {
      await send(handle, `${name}1`, 1, `contract.${name}`);
      await handle.stateOf(`contract.${name}`);
    }
    taken();
    for (const name of ['a', 'c', 'b']) await handle.stateOf(`contract.${name}`);
    expect(taken().map(({ fromRevision }) => fromRevision)).toEqual([1, 1, undefined]);
  });

  it('bytes beyond the limit are forgotten, too; a stream beyond it is not kept at all', async () => {
    const { store, taken } = watched();
    const handle = handlerOn(store, { keeping: { streamsMax: 10, bytesMax: 1_000 } });
    await send(handle, 'a1', 3, 'contract.a');
    await send(handle, 'b1', 3, 'contract.b');
    await send(handle, 'c1', 10, 'contract.c');
    for (const name of ['a', 'a', 'b', 'c', 'c', 'b']) await handle.stateOf(`contract.${name}`);
    const kept = taken().slice(3);
    expect(kept.map(({ fromRevision }) => fromRevision)).toEqual([undefined, 3, undefined, undefined, undefined, 3]);
  });

  it('is not kept where the state needs what is sealed', async () => {
    const { store, taken } = watched();
    const { toStored, fromStored } = plainCodec<Counted>();
    const handle = handlerOn(store, { codec: { toStored, fromStored } });
    for (const name of ['a', 'b', 'c']) await send(handle, name, 1);
    expect(taken()).toEqual([{ stream }, { stream }, { stream }]);
  });

  it('holds nothing that was sealed: the state is folded from what the codec gives for it, the answer from the facts', async () => {
    const { store } = watched();
    const handle = handlerOn(store, {
      codec: {
        ...plainCodec<Counted>(),
        forState: ({ type, data }) => ({ type, data: { points: (data as Order).points } }) as Counted,
      },
    });
    const order = { order: { points: 1, why: 'a name' }, body: {}, stream, context: sampleContext('told') };
    await handle(order);
    expect((await handle.stateOf(stream)).state).toEqual({ total: 1, whys: [] });
    expect(await handle(order)).toMatchObject({ facts: [{ data: { points: 1, why: 'a name' } }], repeated: true });
  });
});

describe('an order that changed nothing', () => {
  it('gets its first answer again, whatever came since; another body or person does not', async () => {
    const { store } = watched();
    const handle = handlerOn(store);
    await send(handle, 'a', 1);
    const first = await send(handle, 'nothing', 0);
    await send(handle, 'b', 11);
    expect(await send(handle, 'nothing', 0)).toEqual({ ...first, repeated: true });
    expect(await send(handle, 'nothing', 1)).toMatchObject({ refusal: { reason: 'REQUEST_ID_REUSED' } });
    const context = { ...sampleContext('nothing'), actor: { ...sampleContext('nothing').actor, id: 'another' } };
    expect(await handle({ stream, order: { points: 0 }, body: { points: 0 }, context })).toMatchObject({
      refusal: { reason: 'REQUEST_ID_REUSED' },
    });
  });

  it('of the platform itself is decided anew: it is repeated until it acts', async () => {
    const { store } = watched();
    const handle = handlerOn(store);
    const context = sampleContext('moment');
    const moment = { stream, body: {}, context: { ...context, actor: { ...context.actor, kind: 'system' as const } } };
    expect(await handle({ ...moment, order: { points: 0 } })).toMatchObject({ facts: [], repeated: false });
    expect(await handle({ ...moment, order: { points: 1 } })).toMatchObject({ revision: 0, repeated: false });
  });
});

describe('for any orders to any processes', () => {
  it('handlers that keep states answer as one that keeps none', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            process: fc.nat(2),
            on: fc.constantFrom('contract.a', 'contract.b', 'contract.c'),
            name: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'),
            points: fc.integer({ min: 1, max: 4 }),
          }),
          { maxLength: 40 },
        ),
        async (orders) => {
          const [log, mirror] = [new MemoryEventStore(), new MemoryEventStore()];
          const keeping = [0, 1, 2].map(() => handlerOn(log, { keeping: { streamsMax: 2, bytesMax: 5_000 } }));
          const { toStored, fromStored } = plainCodec<Counted>();
          const plain = handlerOn(mirror, { codec: { toStored, fromStored } });
          for (const { process, on, name, points } of orders)
            expect(await send(keeping[process] as Handle, name, points, on)).toEqual(
              await send(plain, name, points, on),
            );
          expect(await log.head()).toBe(await mirror.head());
        },
      ),
    ));

  it('orders at the same time are each decided on all that came before', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }), async (points) => {
        const handle = handlerOn(new MemoryEventStore());
        const answers = await Promise.all(points.map((each, index) => send(handle, `order ${index}`, each)));
        const { state } = await handle.stateOf(stream);
        expect(state.total).toBeLessThanOrEqual(POINTS_MAX);
        expect(state.total).toBe(
          answers.reduce((sum, answer) => sum + (answer.kind === 'accepted' ? answer.facts.length : 0), 0),
        );
      }),
    ));
});
