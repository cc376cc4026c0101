import { describe, expect, it, jest } from '@jest/globals';
import { admission, WAITS_MS_MAX } from './admission.ts';

/** Work that ends when it is told to. */
const held = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: async () => ended, end };
};

const settle = async (): Promise<void> => {
  for (let n = 0; n < 5; n += 1) await Promise.resolve();
};

describe('requests in turn', () => {
  it('so many are worked on, so many wait, and the next is sent away at once with a time to come again', async () => {
    const turns = admission({ inFlightMax: 2, waitingMax: 1 });
    const works = [held(), held(), held()];
    const done = works.map(async ({ work }) => turns.inTurn(work));
    const refused = jest.fn(async () => undefined);
    await expect(turns.inTurn(refused)).rejects.toMatchObject({
      reason: 'TOO_BUSY',
      retryAfterSeconds: 1,
      said: { status: 429 },
    });
    expect([turns.inFlight(), turns.waiting(), refused.mock.calls.length]).toEqual([2, 1, 0]);
    expect(turns.isFull()).toBe(true);
    for (const { end } of works) end();
    await Promise.all(done);
    expect([turns.inFlight(), turns.waiting()]).toEqual([0, 0]);
    expect(turns.isFull()).toBe(false);
  });

  it('who waits longest comes next', async () => {
    const turns = admission({ inFlightMax: 1, waitingMax: 3 });
    const first = held();
    const order: string[] = [];
    const done = [
      turns.inTurn(first.work),
      ...['b', 'c', 'd'].map(async (name) => turns.inTurn(async () => void order.push(name))),
    ];
    first.end();
    await Promise.all(done);
    expect(order).toEqual(['b', 'c', 'd']);
  });

  it('work that fails gives its place back', async () => {
    const turns = admission({ inFlightMax: 1, waitingMax: 0 });
    await expect(turns.inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.inTurn(async () => 'next')).toBe('next');
  });

  it('who has waited too long is sent away, and is never begun', async () => {
    jest.useFakeTimers();
    try {
      const turns = admission({ inFlightMax: 1, waitingMax: 1 });
      const first = held();
      const begun = turns.inTurn(first.work);
      const late = jest.fn(async () => undefined);
      const waiting = turns.inTurn(late).catch((error: unknown) => error);
      jest.advanceTimersByTime(WAITS_MS_MAX);
      expect(await waiting).toMatchObject({ reason: 'TOO_BUSY' });
      first.end();
      await begun;
      await settle();
      expect([late.mock.calls.length, turns.inFlight(), turns.waiting()]).toEqual([0, 0, 0]);
    } finally {
      jest.useRealTimers();
    }
  });
});
