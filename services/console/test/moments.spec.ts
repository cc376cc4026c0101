import { describe, expect, it } from '@jest/globals';
import { momentsOf, reachedAt, upTo } from '../src/pages/audit/moments.ts';

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

  it('are no steps where two orders at once were stored in the other order: replay goes on to the first that is later', () => {
    const events = [at(1), at(2), at(5), at(2), at(6)];
    const moments = momentsOf(events);
    expect(moments).toEqual([at(1), at(2), at(5), at(6)].map((one) => one.occurredAt));
    expect(moments.map((moment) => upTo(events, Date.parse(moment)).length)).toEqual([1, 2, 4, 5]);
    expect(upTo(events, Number.POSITIVE_INFINITY)).toEqual(events);
    expect(upTo(events, Date.parse(at(0).occurredAt))).toEqual([]);
  });

  it('are reached up to the one asked for, at it and between two', () => {
    const moments = momentsOf([at(1), at(2), at(5)]);
    const reached = (second: number): number => reachedAt(moments, Date.parse(at(second).occurredAt));
    expect([0, 1, 2, 4, 5, 9].map(reached)).toEqual([-1, 0, 1, 1, 2, 2]);
    expect(reachedAt(moments, Number.POSITIVE_INFINITY)).toBe(2);
  });
});
