import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const waits = { firstMs: 250, maxMs: 15_000, sure: 0.5 };

describe('the wait between tries', () => {
  it('has a bound that doubles up to its limit, however often it failed', () => {
    expect([1, 2, 3, 6, 7, 8, 5_000].map((failures) => backoffMs(waits, failures, 1))).toEqual([
      250, 500, 1_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });

  it('is the sure share at least, and never the bound or more', () => {
    const dice = fc.double({ min: 0, max: 0.999_999, noNaN: true });
    const share = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), dice, share, (failures, thrown, sure) => {
        const bound = backoffMs(waits, failures, 1);
        const wait = backoffMs({ ...waits, sure }, failures, thrown);
        expect(wait).toBeGreaterThanOrEqual(bound * sure);
        expect(wait).toBeLessThan(bound);
      }),
    );
  });

  it('is all dice where nothing is sure', () => {
    expect(backoffMs({ firstMs: 50, maxMs: 5_000 }, 3, 0)).toBe(0);
    expect(backoffMs({ firstMs: 50, maxMs: 5_000 }, 3, 0.5)).toBe(100);
  });
});

describe('a pause', () => {
  it('ends early at the abort, and at once after it', async () => {
    const abort = new AbortController();
    const waiting = pause(60_000, abort.signal);
    abort.abort();
    await waiting;
    await pause(60_000, abort.signal);
  });

  it('ends by itself', async () => {
    await expect(pause(1)).resolves.toBeUndefined();
  });
});
