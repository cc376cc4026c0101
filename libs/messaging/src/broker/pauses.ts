/** First wait after a failure; doubled each time, at most `TROUBLE_BACKOFF_MS_MAX`, with full jitter. */
export const TROUBLE_BACKOFF_MS = 50;
export const TROUBLE_BACKOFF_MS_MAX = 2_000;

/** Patience, given from outside: a simulation has its own time. */
export type Pauses = Readonly<{
  /** Resolves after the time, or at the abort. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** Before the next try after so many failures in a row. */
  backoff(failures: number, signal: AbortSignal): Promise<void>;
}>;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });

/** @param random dice in [0, 1). */
export const jitteredPauses = (random: () => number): Pauses => ({
  pause,
  backoff: (failures, signal) =>
    pause(random() * Math.min(TROUBLE_BACKOFF_MS_MAX, TROUBLE_BACKOFF_MS * 2 ** Math.min(failures, 10)), signal),
});
