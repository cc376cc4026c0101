/** The first pause is at most so long; it doubles with each try, with full jitter. */
const PAUSE_MS = 200;
const PAUSE_MS_MAX = 5_000;

/** Waits before the next try (`tried` from 1); ends early at the abort. */
export type PauseBetweenTries = (tried: number, signal: AbortSignal) => Promise<void>;

/** `random` gives 0 up to 1: many gateways that lost one database do not come back in step. */
export const jitteredPause =
  (random: () => number): PauseBetweenTries =>
  (tried, signal) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, random() * Math.min(PAUSE_MS * 2 ** (tried - 1), PAUSE_MS_MAX));
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
