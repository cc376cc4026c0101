import { describe, expect, it } from '@jest/globals';
import { PositionWaiters } from '@jiangong/read-models';

describe('waiting for a position', () => {
  it('is over at once when the position is passed', async () => {
    expect(await new PositionWaiters(() => 5).waitFor(5, 10)).toBe(true);
  });

  it('is over when it is passed, and not before', async () => {
    let passed = 0;
    const waiters = new PositionWaiters(() => passed);
    const waiting = waiters.waitFor(2, 60_000);
    passed = 1;
    waiters.moved();
    passed = 2;
    waiters.moved();
    expect(await waiting).toBe(true);
  });

  it('answers no after the time, and when it is closed', async () => {
    const waiters = new PositionWaiters(() => 0);
    expect(await waiters.waitFor(1, 1)).toBe(false);
    const waiting = waiters.waitFor(1, 60_000);
    waiters.close();
    expect(await waiting).toBe(false);
  });
});
