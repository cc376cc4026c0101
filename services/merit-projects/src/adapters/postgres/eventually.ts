import { setTimeout as sleep } from 'node:timers/promises';

/** How long an order waits for a read model to see what was written just before. */
export const READ_MODEL_WAIT_MS = 2_000;
const LOOK_EVERY_MS = 10;

/** Looks until there is something to see, or the time is over. */
export const eventually = async <T>(look: () => Promise<T | undefined>, waitMs: number): Promise<T | undefined> => {
  const until = performance.now() + waitMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined || performance.now() >= until) return seen;
    await sleep(LOOK_EVERY_MS);
  }
};
