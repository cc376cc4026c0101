import { describe, expect, it } from '@jest/globals';
import { COUNTS_REMEMBERED_MS, RememberedCounts } from '../src/postgres/remembered-counts.ts';

const counting = () => {
  let counted = 0;
  let nowMs = 1_000;
  const counts = new RememberedCounts<number>(() => nowMs);
  const of = (question: string, seen: number): Promise<number> => counts.of(question, seen, async () => (counted += 1));
  return { counts, of, later: (ms: number) => void (nowMs += ms) };
};

describe('counts of lists', () => {
  it('are taken once for all who ask the same within a moment, also while they are being taken', async () => {
    const { of } = counting();
    expect(await Promise.all([of('a', 0), of('a', 0), of('b', 0)])).toEqual([1, 1, 2]);
    expect(await of('a', 0)).toBe(1);
  });

  it('are taken anew after the moment', async () => {
    const { of, later } = counting();
    await of('a', 0);
    later(COUNTS_REMEMBERED_MS + 1);
    expect(await of('a', 0)).toBe(2);
  });

  it('are never from before what who asks has seen: his own last order is in them', async () => {
    const { of } = counting();
    await of('a', 7);
    expect(await of('a', 8)).toBe(2);
    expect(await of('a', 7)).toBe(2);
  });

  it('that failed are told to who waits, and not remembered', async () => {
    const { counts, of } = counting();
    await expect(counts.of('a', 0, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await of('a', 0)).toBe(1);
  });
});
