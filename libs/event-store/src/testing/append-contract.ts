import { describe, expect, it } from '@jest/globals';
import { canonicalBytes, DATA_BYTES_MAX, ENTRY_BYTES_MAX, sha256Hex } from '../entry.ts';
import {
  APPEND_EVENTS_MAX,
  type AppendOutcome,
  type NewEvent,
  type StoredEvent,
  type StreamAppend,
} from '../event-store.ts';
import type { Bench } from './contract-store.ts';
import { endOf, sampleAppend } from './sample-appends.ts';

const facts = (count: number): readonly { type: string; data: unknown }[] =>
  Array.from({ length: count }, (_, index) => ({
    type: `ThingHappened${index % 3}.v1`,
    data: { index, title: '建功“十四五”', note: null, points: 9_550, deep: [{ a: true }] },
  }));

const appended = (outcome: AppendOutcome): Extract<AppendOutcome, { kind: 'appended' }> => {
  if (outcome.kind !== 'appended') throw new Error(`conflict: ${JSON.stringify(outcome.actual)}`);
  return outcome;
};

/** What a reader must see of an append, field by field. */
export const storedFrom = ({ stream, expected, events }: StreamAppend, firstPosition: number): readonly StoredEvent[] =>
  events.map((event, index) => ({
    position: firstPosition + index,
    stream,
    revision: (expected === 'no-stream' ? -1 : expected.revision) + 1 + index,
    eventId: event.eventId,
    type: event.type,
    hash: event.hash,
    entryBytes: event.entryBytes,
    dataBytes: event.dataBytes,
    entry: JSON.parse(event.entryBytes.toString('utf8')) as StoredEvent['entry'],
    data: JSON.parse(event.dataBytes.toString('utf8')) as unknown,
  }));

const first = (append: StreamAppend): NewEvent => append.events[0] as NewEvent;
const withFirst = (append: StreamAppend, change: Partial<NewEvent>): StreamAppend => ({
  ...append,
  events: [{ ...first(append), ...change }, ...append.events.slice(1)],
});
/** The same event with another entry, hashed anew: well-formed by itself, but it says something else. */
const withEntry = (append: StreamAppend, change: Record<string, unknown>): StreamAppend => {
  const entryBytes = canonicalBytes({
    ...(JSON.parse(first(append).entryBytes.toString('utf8')) as object),
    ...change,
  });
  return withFirst(append, { entryBytes, hash: sha256Hex(entryBytes) });
};

const withData = (append: StreamAppend, dataBytes: Buffer): StreamAppend =>
  withFirst(withEntry(append, { dataHash: sha256Hex(dataBytes) }), { dataBytes });

const forgeries: readonly (readonly [string, (append: StreamAppend) => StreamAppend])[] = [
  ['no event', (append) => ({ ...append, events: [] })],
  [
    'more events than allowed',
    (append) => ({ ...append, events: Array.from({ length: APPEND_EVENTS_MAX + 1 }, () => first(append)) }),
  ],
  ['an entry that is too large', (append) => withEntry(append, { traceparent: 'x'.repeat(ENTRY_BYTES_MAX) })],
  ['data that is too large', (append) => withFirst(append, { dataBytes: Buffer.alloc(DATA_BYTES_MAX, 0x20) })],
  ['a stream without a name', (append) => ({ ...append, stream: '' })],
  ['a stream name that is too long', (append) => ({ ...append, stream: `contract.long-${'x'.repeat(200)}` })],
  ['a hash that is not the hash of the entry', (append) => withFirst(append, { hash: 'cd'.repeat(32) })],
  [
    'data that is not the data of the entry',
    (append) => withFirst(append, { dataBytes: Buffer.from('{"forged":true}') }),
  ],
  ['data that is no JSON', (append) => withData(append, Buffer.from('{"title":'))],
  ['data that is not UTF-8', (append) => withData(append, Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
  ['an entry of another stream', (append) => withEntry(append, { stream: 'contract.project-other' })],
  ['an entry of another revision', (append) => withEntry(append, { revision: 7 })],
  ['an entry of another type', (append) => withEntry(append, { type: 'Other.v1' })],
  ['an entry of another event', (append) => withEntry(append, { eventId: '00000000-0000-5000-8000-000000000000' })],
  ['an entry that is not chained to the stream', (append) => withEntry(append, { prev: 'ef'.repeat(32) })],
  ['an entry of another form', (append) => withEntry(append, { v: 2 })],
];

const conflicts = ({ store, freshStream }: Bench): void => {
  it('answers the actual end when the stream has moved on, and stores nothing', async () => {
    const stream = freshStream();
    const founding = sampleAppend(stream, 'no-stream', facts(2), `founding ${stream}`);
    appended(await store().append(founding));
    const head = await store().head();
    const end = endOf(founding);
    if (end === 'no-stream') throw new Error('an append has an end');
    const late = [
      sampleAppend(stream, 'no-stream', facts(1), `late a ${stream}`),
      sampleAppend(stream, { revision: 0, hash: first(founding).hash }, facts(1), `late b ${stream}`),
      sampleAppend(stream, { revision: 5, hash: end.hash }, facts(1), `early ${stream}`),
      sampleAppend(stream, { revision: end.revision, hash: 'ab'.repeat(32) }, facts(1), `wrong hash ${stream}`),
    ];
    for (const append of late) expect(await store().append(append)).toStrictEqual({ kind: 'conflict', actual: end });
    expect(await store().head()).toBe(head);
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('answers no-stream when a stream was expected and there is none', async () => {
    const append = sampleAppend(freshStream(), { revision: 0, hash: 'ab'.repeat(32) }, facts(1), 'orphan');
    expect(await store().append(append)).toStrictEqual({ kind: 'conflict', actual: 'no-stream' });
  });

  it('answers the actual end to an append that comes again, be it byte for byte or with the same event ids in other entries', async () => {
    const stream = freshStream();
    const founding = sampleAppend(stream, 'no-stream', facts(2), stream);
    appended(await store().append(founding));
    const head = await store().head();
    const others = withEntry(
      { ...founding, events: founding.events.slice(0, 1) },
      { recordedAt: '2021-11-05T03:04:06.000Z' },
    );
    expect(first(others).eventId).toBe(first(founding).eventId);
    for (const again of [founding, others])
      expect(await store().append(again)).toStrictEqual({ kind: 'conflict', actual: endOf(founding) });
    expect(await store().head()).toBe(head);
    expect((await store().readStream(stream)).map(({ hash }) => hash)).toStrictEqual(
      founding.events.map(({ hash }) => hash),
    );
  });

  it('lets exactly one of many racing appends win, and the others see who won', async () => {
    const stream = freshStream();
    const racers = Array.from({ length: 20 }, (_, index) =>
      sampleAppend(stream, 'no-stream', facts(1), `racer ${index} ${stream}`),
    );
    const outcomes = await Promise.all(racers.map((racer) => store().append(racer)));
    const winners = racers.filter((_, index) => outcomes[index]?.kind === 'appended');
    expect(winners).toHaveLength(1);
    const actual = endOf(winners[0] as StreamAppend);
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toStrictEqual(
      Array.from({ length: 19 }, () => ({ kind: 'conflict', actual })),
    );
    expect((await store().readStream(stream)).map(({ hash }) => hash)).toStrictEqual([
      actual === 'no-stream' ? '' : actual.hash,
    ]);
  });
};

const forged = ({ store, freshStream }: Bench): void => {
  it.each(forgeries)('rejects %s and stores nothing', async (_, forge) => {
    const stream = freshStream();
    const head = await store().head();
    await expect(store().append(forge(sampleAppend(stream, 'no-stream', facts(2), stream)))).rejects.toThrow();
    expect(await store().head()).toBe(head);
    expect(await store().readStream(stream)).toStrictEqual([]);
  });

  it('an invalid append spoils none that is sent beside it', async () => {
    const streams = Array.from({ length: 12 }, () => freshStream());
    const outcomes = await Promise.allSettled(
      streams.map((stream, index) => {
        const append = sampleAppend(stream, 'no-stream', facts(1), stream);
        return store().append(index % 4 === 0 ? withEntry(append, { revision: 3 }) : append);
      }),
    );
    expect(outcomes.map(({ status }) => status)).toStrictEqual(
      streams.map((_, index) => (index % 4 === 0 ? 'rejected' : 'fulfilled')),
    );
  });
};

/** Appending: all or nothing, exactly at the expected end, numbered without gaps. */
export const appendContract = (bench: Bench): void => {
  const { store, freshStream } = bench;
  describe('append', () => {
    it('numbers events from the head on and gives back every field as it was sent', async () => {
      const stream = freshStream();
      const before = await store().head();
      const founding = sampleAppend(stream, 'no-stream', facts(1), `founding ${stream}`);
      expect(await store().append(founding)).toStrictEqual({
        kind: 'appended',
        revision: 0,
        firstPosition: before + 1,
        lastPosition: before + 1,
      });
      const more = sampleAppend(stream, endOf(founding), facts(7), `more ${stream}`);
      expect(await store().append(more)).toStrictEqual({
        kind: 'appended',
        revision: 7,
        firstPosition: before + 2,
        lastPosition: before + 8,
      });
      expect(await store().head()).toBe(before + 8);
      const stored = [...storedFrom(founding, before + 1), ...storedFrom(more, before + 2)];
      expect(await store().readStream(stream)).toStrictEqual(stored);
      expect(await store().readLog({ after: before, limitMax: 100 })).toStrictEqual({
        events: stored,
        through: before + 8,
      });
    });

    it('stores the largest append, with data near its limit', async () => {
      const stream = freshStream();
      const large = sampleAppend(
        stream,
        'no-stream',
        [{ type: 'Large.v1', data: { text: '功'.repeat(300_000) } }],
        `large ${stream}`,
      );
      appended(await store().append(large));
      const many = sampleAppend(stream, endOf(large), facts(APPEND_EVENTS_MAX), `many ${stream}`);
      const { firstPosition, lastPosition, revision } = appended(await store().append(many));
      expect({ count: lastPosition - firstPosition + 1, revision }).toStrictEqual({
        count: APPEND_EVENTS_MAX,
        revision: APPEND_EVENTS_MAX,
      });
      expect((await store().readStream(stream)).map(({ hash }) => hash)).toStrictEqual(
        [...large.events, ...many.events].map(({ hash }) => hash),
      );
    });

    it('keeps the events of one append together and the order gap-free under concurrent appends', async () => {
      const before = await store().head();
      const appends = Array.from({ length: 60 }, (_, index) =>
        sampleAppend(freshStream(), 'no-stream', facts(1 + (index % 5)), `together ${index}`),
      );
      const outcomes = await Promise.all(appends.map(async (append) => appended(await store().append(append))));
      const total = appends.reduce((sum, { events }) => sum + events.length, 0);
      const { events, through } = await store().readLog({ after: before, limitMax: 1_000 });
      expect(through).toBe(before + total);
      expect(events.map(({ position }) => position)).toStrictEqual(
        Array.from({ length: total }, (_, index) => before + 1 + index),
      );
      appends.forEach((append, index) => {
        const at = (outcomes[index]?.firstPosition ?? 0) - before - 1;
        expect(events.slice(at, at + append.events.length)).toStrictEqual(storedFrom(append, before + 1 + at));
      });
    });
    conflicts(bench);
    forged(bench);
  });
};
