import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';

const WAITS = { firstMs: 200, maxMs: 5_000 };

/** Waits before the next try (`tried` from 1); ends early at the abort. */
export type PauseBetweenTries = (tried: number, signal: AbortSignal) => Promise<void>;

/** `random` gives 0 up to 1: many gateways that lost one database do not come back in step. */
export const jitteredPause =
  (random: () => number): PauseBetweenTries =>
  (tried, signal) =>
    pause(backoffMs(WAITS, tried, random()), signal);
