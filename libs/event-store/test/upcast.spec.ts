import { describe, expect, it } from '@jest/globals';
import {
  type Fact,
  plainCodec,
  type StoredEvent,
  type Upcaster,
  upcastingCodec,
  upcastWith,
} from '@jiangong/event-store';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { goldenFacts, sampleAppend } from '@jiangong/event-store/testing';

type Given = Fact<'ScoreGiven.v3', { pointsHundredths: number; pointsMax: number | null }>;
type Taken = Fact<'ScoreTaken.v1', { pointsHundredths: number }>;

const toHundredths: Upcaster = {
  from: 'ScoreGiven.v1',
  to: 'ScoreGiven.v2',
  upcast: (data) => ({ pointsHundredths: (data as { points: number }).points * 100 }),
};
const withMax: Upcaster = {
  from: 'ScoreGiven.v2',
  to: 'ScoreGiven.v3',
  upcast: (data) => ({ ...(data as object), pointsMax: null }),
};
const upcast = upcastWith([withMax, toHundredths]);

goldenFacts<Given | Taken>(
  `${import.meta.dirname}/golden`,
  { 'ScoreGiven.v3': { pointsHundredths: 900, pointsMax: 1_000 }, 'ScoreTaken.v1': { pointsHundredths: 1 } },
  upcast,
);

describe('upcasting', () => {
  it('reads every stored version as the newest, step by step, and leaves the bytes as they are', async () => {
    const store = new MemoryEventStore();
    await store.append(
      sampleAppend('contract.score-1', 'no-stream', [{ type: 'ScoreGiven.v1', data: { points: 9 } }], 'old'),
    );
    const [event] = (await store.readStream('contract.score-1')) as [StoredEvent];
    const codec = upcastingCodec(plainCodec<Given>(), upcast);
    expect(await codec.fromStored(event)).toStrictEqual({
      type: 'ScoreGiven.v3',
      data: { pointsHundredths: 900, pointsMax: null },
    });
    expect(event.dataBytes.toString('utf8')).toBe('{"points":9}');
    const newest: Given = { type: 'ScoreGiven.v3', data: { pointsHundredths: 1, pointsMax: 2 } };
    expect(await codec.toStored(newest, event.stream)).toStrictEqual(newest);
  });

  it('refuses chains that branch, go back or run in a circle', () => {
    const step = (from: string, to: string): Upcaster => ({ from, to, upcast: (data) => data });
    expect(() => upcastWith([step('A.v1', 'A.v2'), step('A.v1', 'A.v3')])).toThrow('two upcasters read A.v1');
    expect(() => upcastWith([step('A.v2', 'A.v1')])).toThrow('not a later version');
    expect(() => upcastWith([step('A.v1', 'B.v1'), step('B.v1', 'A.v1')])).toThrow('lead back');
    expect(() => upcastWith([step('A.v1', 'B.v2')])).toThrow('first version');
    expect(() => upcastWith([step('A', 'A.v2')])).toThrow('no fact type');
  });
});
