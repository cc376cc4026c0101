import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { append } from '@jiangong/messaging/testing';
import { momentOrNull, streamName, textOrNull } from '../src/application/check-question.ts';
import { asItWas } from '../src/application/as-it-was.ts';
import { chainedEvents, type LinkedEvent } from '../src/application/chain.ts';
import { withinBytes } from '../src/application/within-bytes.ts';

const STREAM = 'organizations.organization-a';

const story = async (): Promise<readonly LinkedEvent[]> => {
  const store = new MemoryEventStore();
  for (const n of [0, 1, 2]) await append(store, STREAM, { type: 'Told.v1', data: { n } });
  return store.readStream(STREAM);
};

const changed = (events: readonly LinkedEvent[], index: number, change: Partial<LinkedEvent>): readonly LinkedEvent[] =>
  events.map((event, at) => (at === index ? { ...event, ...change } : event));

describe('the chain of a stream', () => {
  it('holds for what was never touched', async () => {
    expect(chainedEvents(await story())).toBe(3);
    expect(chainedEvents([])).toBe(0);
  });

  it('ends at changed data, a changed entry, a changed hash', async () => {
    const events = await story();
    expect(chainedEvents(changed(events, 1, { dataBytes: Buffer.from('{"n":9}') }))).toBe(1);
    expect(chainedEvents(changed(events, 2, { entryBytes: Buffer.from('{}') }))).toBe(2);
    expect(chainedEvents(changed(events, 0, { hash: 'f'.repeat(64) }))).toBe(0);
  });

  it('ends where an event is missing, or put in between', async () => {
    const [first, second, third] = (await story()) as [LinkedEvent, LinkedEvent, LinkedEvent];
    expect(chainedEvents([first, third])).toBe(1);
    expect(chainedEvents([first, first, second])).toBe(1);
    expect(chainedEvents([second, third])).toBe(0);
  });
});

describe('a stream as it was', () => {
  const event = (revision: number, occurredAt: string) => ({ revision, entry: { occurredAt } });
  const events = [
    event(0, '2021-01-01T00:00:00.000Z'),
    event(1, '2021-02-01T00:00:00.000Z'),
    event(2, '2021-03-01T00:00:00.000Z'),
  ];

  it('at a revision, at a moment, both included', () => {
    expect(asItWas(events, { throughRevision: 1 })).toHaveLength(2);
    expect(asItWas(events, { at: '2021-02-01T00:00:00.000Z' })).toHaveLength(2);
    expect(asItWas(events, { throughRevision: 2, at: '2021-01-31T23:59:59.999Z' })).toHaveLength(1);
  });

  it('before it began it was nothing; without a limit it is whole', () => {
    expect(asItWas(events, { at: '2020-12-31T00:00:00.000Z' })).toHaveLength(0);
    expect(asItWas(events, {})).toHaveLength(3);
  });
});

describe('a page of stored events', () => {
  const sized = (bytes: number) => ({ entryBytes: Buffer.alloc(bytes), dataBytes: Buffer.alloc(0) });

  it('stays within its size, and holds at least one event', () => {
    expect(withinBytes([sized(60), sized(40), sized(1)], 100)).toHaveLength(2);
    expect(withinBytes([sized(500), sized(1)], 100)).toHaveLength(1);
    expect(withinBytes([], 100)).toHaveLength(0);
  });
});

describe('what may be asked', () => {
  const refusal = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as { refusal: unknown }).refusal;
    }
  };

  it('a moment is UTC with milliseconds', () => {
    expect(momentOrNull('2021-11-05T03:04:05.678Z', 'at')).toBe('2021-11-05T03:04:05.678Z');
    for (const text of ['2021-11-05', '2021-11-05T03:04:05Z', '2021-13-05T03:04:05.678Z'])
      expect(refusal(() => momentOrNull(text, 'at'))).toStrictEqual({ reason: 'MOMENT_INVALID', field: 'at' });
  });

  it('a stream has its form, a text its limit', () => {
    expect(streamName('merit-projects.unit-edition-1', 'stream')).toBe('merit-projects.unit-edition-1');
    for (const name of ['', 'x', "a.b'--", 'A.b', `a.${'b'.repeat(200)}`])
      expect(refusal(() => streamName(name, 'stream'))).toStrictEqual({
        reason: 'STREAM_NAME_INVALID',
        field: 'stream',
      });
    expect(refusal(() => textOrNull('abc', 'type', 2))).toStrictEqual({
      reason: 'FIELD_TOO_LONG',
      field: 'type',
      details: { charsMax: 2 },
    });
  });
});
