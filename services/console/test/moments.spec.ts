import { describe, expect, it } from '@jest/globals';
import { momentsOf, reachedAt } from '../src/pages/audit/moments.ts';

const at = (second: number): Readonly<{ occurredAt: string }> => ({
  occurredAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
});

describe('the moments of a history', () => {
  it('are each one step, however many facts happened in it', () => {
    expect(momentsOf([at(1), at(1), at(1), at(2), at(5), at(5)])).toEqual(
      [at(1), at(2), at(5)].map((one) => one.occurredAt),
    );
    expect(momentsOf([])).toEqual([]);
  });

  it('are reached up to the one asked for, at it and between two', () => {
    const moments = momentsOf([at(1), at(2), at(5)]);
    const reached = (second: number): number => reachedAt(moments, Date.parse(at(second).occurredAt));
    expect([0, 1, 2, 4, 5, 9].map(reached)).toEqual([-1, 0, 1, 1, 2, 2]);
    expect(reachedAt(moments, Number.POSITIVE_INFINITY)).toBe(2);
  });
});
