/** The first restart waits at most so long. */
export const RESTART_WAIT_FIRST_MS = 250;

/** No restart waits longer. */
export const RESTART_WAIT_MAX_MS = 15_000;

/** A service that has been ready for so long starts again from the shortest wait. */
export const STEADY_AFTER_MS = 30_000;

/**
 * How long the n-th restart in a row (from 1) waits: half of a doubling bound is sure, the other half is dice (0 ≤ dice < 1), so
 * that services that fell together do not rise together.
 */
export const restartWaitMs = (restart: number, dice: number): number => {
  const bound = Math.min(RESTART_WAIT_FIRST_MS * 2 ** Math.min(restart - 1, 30), RESTART_WAIT_MAX_MS);
  return Math.round(bound / 2 + (bound / 2) * dice);
};
