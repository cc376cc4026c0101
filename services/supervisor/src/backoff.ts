import { backoffMs } from '@jiangong/patience';

/** Between the restarts of one service; half of it is sure, so that one that always falls does not fill the log. */
export const RESTART_WAITS = { firstMs: 250, maxMs: 15_000, sure: 0.5 };

/** A service that has been ready for so long starts again from the shortest wait. */
export const STEADY_AFTER_MS = 30_000;

/** How long the n-th restart in a row (from 1) waits; by dice (0 ≤ dice < 1), so that services that fell together do not rise together. */
export const restartWaitMs = (restart: number, dice: number): number =>
  Math.round(backoffMs(RESTART_WAITS, restart, dice));
