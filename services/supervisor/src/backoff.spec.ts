import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RESTART_WAITS, restartWaitMs } from './backoff.ts';

describe('the wait before a restart', () => {
  it('doubles up to its cap', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((restart) => restartWaitMs(restart, 0.999_999))).toEqual([
      250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });
  it('is never shorter than half its bound, nor longer than the bound', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (restart, dice) => {
          const wait = restartWaitMs(restart, dice);
          expect(wait).toBeGreaterThanOrEqual(RESTART_WAITS.firstMs / 2);
          expect(wait).toBeLessThanOrEqual(RESTART_WAITS.maxMs);
        },
      ),
    );
  });
});
