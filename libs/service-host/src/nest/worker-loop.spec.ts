import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@jiangong/telemetry';
import { startWorkerLoop } from './worker-loop.ts';

const RESTS = { restMs: 1, restAfterFailureMs: 1 };

/** A worker that takes these turns and then has nothing to do. */
const workerOf = (turns: (() => Promise<number>)[]) => {
  const seen = { turns: 0, closed: 0 };
  let done: (() => void) | undefined;
  const through = new Promise<void>((resolve) => (done = resolve));
  return {
    seen,
    through,
    worker: {
      name: 'of-the-test',
      turn: async () => {
        seen.turns += 1;
        const next = turns.shift();
        if (next === undefined) done?.();
        return next === undefined ? 0 : next();
      },
      close: async () => void (seen.closed += 1),
    },
  };
};

describe('the loop of a worker', () => {
  it('takes turn after turn, also after one that failed, and is closed once', async () => {
    const { worker, seen, through } = workerOf([
      async () => 3,
      async () => Promise.reject(new Error('broken')),
      async () => 1,
    ]);
    const loop = startWorkerLoop(worker, silentLogger, RESTS);
    await through;
    await loop.stop();
    expect(seen.turns).toBeGreaterThanOrEqual(4);
    const { turns } = seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(seen).toEqual({ turns, closed: 1 });
  });
  it('waits for the turn under way when it is stopped', async () => {
    let end: (() => void) | undefined;
    const held = new Promise<number>((resolve) => (end = () => resolve(1)));
    const { worker, seen } = workerOf([() => held]);
    const stopped = startWorkerLoop(worker, silentLogger, RESTS).stop();
    expect(seen.closed).toBe(0);
    end?.();
    await stopped;
    expect(seen.closed).toBe(1);
  });
});
