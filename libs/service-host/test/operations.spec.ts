import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { ParkedEvent } from '@jiangong/read-models';
import { silentLogger } from '@jiangong/telemetry';
import type { CallContext } from '../src/call-context.ts';
import { groundOf, type GroundParts } from '../src/nest/ground-of.ts';
import { pageOfParked } from '../src/operations/parked-pages.ts';
import { type Repair, repairParked, repairsStream } from '../src/operations/repair-parked.ts';
import { REPAIR_REASON_CHARS_MAX, repairDecider, type RepairOrder } from '../src/operations/repairs.ts';

const NOW = '2026-03-02T01:00:00.000Z';
const STREAM = 'merit-projects.edition-1';
const place = { reader: 'projects', stream: STREAM, position: 7, reason: '数据已核对' };

const parkedAt = (position: number, more: Partial<ParkedEvent> = {}): ParkedEvent => ({
  reader: 'projects',
  stream: STREAM,
  position,
  ordinal: 0,
  eventId: randomUUID(),
  type: 'EditionOpened.v1',
  errorClass: 'TypeError',
  tries: 5,
  ...more,
});

describe('deciding on a repair', () => {
  const { given } = deciderSpec(repairDecider);
  const order: RepairOrder = { type: 'SkipParked', ...place, held: 7 };

  it('what holds a stream up is skipped or tried again, with a reason', () => {
    given().when(order).then({ type: 'ParkedEventSkipped.v1', data: place });
    given()
      .when({ ...order, type: 'RetryParked' })
      .then({ type: 'ParkedEventRetried.v1', data: place });
  });
  it('an event that does not hold the stream up is not repaired', () => {
    for (const held of [null, 6, 8])
      given()
        .when({ ...order, held })
        .thenRefused({ reason: 'PARKED_EVENT_NOT_FOUND', field: 'position' });
  });
  it('a reason is given, and short', () => {
    for (const reason of ['', '  ', 'a\u0000b', '长'.repeat(REPAIR_REASON_CHARS_MAX + 1)])
      given()
        .when({ ...order, reason })
        .thenRefused({ reason: 'REPAIR_REASON_INVALID', field: 'reason' });
  });
});

/** Readers that hold what the test says, and remember what was done to them. */
const workshop = (waiting: ParkedEvent[]) => {
  const store = new MemoryEventStore();
  const done: string[] = [];
  const ground = groundOf({ store, clock: { now: () => NOW }, log: silentLogger } as unknown as GroundParts);
  const repair = repairParked({
    service: 'merit-projects',
    handler: ground.handler,
    readers: {
      parked: async () => waiting,
      retryParked: async (reader, stream) => (
        done.push(`retry ${reader} ${stream}`),
        waiting.splice(0),
        { done: 2, left: 0 }
      ),
      skipParked: async (reader, stream, why, position) => (
        done.push(`skip ${reader} ${stream} ${position} ${why}`),
        waiting.shift(),
        { done: 1, left: 0 }
      ),
    },
  });
  const call = (requestId: string = randomUUID()): CallContext => ({
    ...{
      actor: { kind: 'person', id: 'operator-1', organization: 'root', role: 'operator', grant: 'g' },
      requestId,
      now: NOW,
    },
    ...{ correlationId: requestId, causationId: null, traceparent: null, policyVersion: null, afterPosition: 0 },
    caller: { kind: 'person', personId: 'operator-1', sessionId: null },
  });
  return { store, done, repair, call };
};

const skip: Repair = { type: 'SkipParked', ...place };

describe('repairing', () => {
  it('stands in the log with who did it and why, before it is done', async () => {
    const { store, done, repair, call } = workshop([parkedAt(7), parkedAt(9)]);
    expect(await repair(skip, call())).toMatchObject({
      handled: { kind: 'accepted', repeated: false },
      done: 1,
      left: 0,
    });
    expect(done).toEqual([`skip projects ${STREAM} 7 数据已核对`]);
    const [stored] = await store.readStream(repairsStream('merit-projects'));
    expect(stored?.entry).toMatchObject({
      stream: 'operations.repairs-merit-projects',
      type: 'ParkedEventSkipped.v1',
      actor: { id: 'operator-1' },
    });
  });

  it('tells afterwards what came of it, once', async () => {
    const waiting = [parkedAt(7), parkedAt(9)];
    const { store, repair, call } = workshop(waiting);
    const same = call();
    await repair(skip, same);
    waiting.splice(0, waiting.length, parkedAt(7));
    await repair(skip, same);
    const stored = await store.readStream(repairsStream('merit-projects'));
    expect(stored.map(({ entry, data }) => [entry.type, data])).toEqual([
      ['ParkedEventSkipped.v1', place],
      ['RepairEnded.v1', { reader: place.reader, stream: STREAM, position: 7, done: 1, left: 0 }],
    ]);
  });

  it('repeated under one request id skips no second event', async () => {
    const { done, repair, call } = workshop([parkedAt(7), parkedAt(9)]);
    const same = call();
    await repair(skip, same);
    expect(await repair(skip, same)).toMatchObject({ handled: { kind: 'accepted', repeated: true }, done: 0, left: 1 });
    expect(done).toHaveLength(1);
  });

  it('is finished by a repeat when the process died after the order was recorded', async () => {
    const waiting = [parkedAt(7)];
    const { done, repair, call } = workshop(waiting);
    const same = call();
    await repair(skip, same);
    waiting.push(parkedAt(7));
    expect(await repair(skip, same)).toMatchObject({ handled: { kind: 'accepted', repeated: true }, done: 1, left: 0 });
    expect(done).toHaveLength(2);
  });

  it('of another reader, stream or place is refused, and nothing is recorded or done', async () => {
    const { store, done, repair, call } = workshop([parkedAt(7)]);
    for (const wrong of [{ reader: 'other' }, { stream: 'x.y-1' }, { position: 8 }])
      expect(await repair({ ...skip, ...wrong }, call())).toMatchObject({
        handled: { refusal: { reason: 'PARKED_EVENT_NOT_FOUND' } },
      });
    expect([await store.head(), done]).toEqual([0, []]);
  });

  it('tries a stream again', async () => {
    const { done, repair, call } = workshop([parkedAt(7)]);
    expect(await repair({ ...skip, type: 'RetryParked' }, call())).toMatchObject({ done: 2, left: 0 });
    expect(done).toEqual([`retry projects ${STREAM}`]);
  });
});

describe('listing what is parked', () => {
  const parked = [parkedAt(9), parkedAt(7), parkedAt(7, { reader: 'honours' }), parkedAt(7, { ordinal: 1 })];

  it('goes page by page, by reader and place, also while events are mended', () => {
    const first = pageOfParked(parked, { pageSize: 2, pageToken: '' });
    expect(first.page.map(({ reader, position }) => `${reader} ${position}`)).toEqual(['honours 7', 'projects 7']);
    const rest = pageOfParked(parked.slice(0, 1).concat(parked.slice(3)), {
      pageSize: 2,
      pageToken: first.nextPageToken,
    });
    expect(rest.page.map(({ position, ordinal }) => [position, ordinal])).toEqual([
      [7, 1],
      [9, 0],
    ]);
    expect(rest.nextPageToken).toBe('');
  });

  it('refuses pages too large and tokens of others', () => {
    expect(() => pageOfParked(parked, { pageSize: 201, pageToken: '' })).toThrow('PAGE_SIZE_INVALID');
    expect(() => pageOfParked(parked, { pageSize: 1, pageToken: 'x' })).toThrow('PAGE_TOKEN_INVALID');
  });
});
