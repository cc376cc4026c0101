import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';

/** After trouble with a broker. */
export const TROUBLE_WAITS = { firstMs: 50, maxMs: 2_000 };

/** Patience, given from outside: a simulation has its own time. */
export type Pauses = Readonly<{
  /** Resolves after the time, or at the abort. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
  /** Before the next try after so many failures in a row. */
  backoff(failures: number, signal: AbortSignal): Promise<void>;
}>;

/** @param random dice in [0, 1). */
export const jitteredPauses = (random: () => number): Pauses => ({
  pause,
  backoff: (failures, signal) => pause(backoffMs(TROUBLE_WAITS, failures, random()), signal),
});
