/** How long is waited between tries. */
export type Backoff = Readonly<{
  /** The bound of the first wait; it doubles with each further one. */
  firstMs: number;
  /** No bound is above it. */
  maxMs: number;
  /** The share of the bound that is waited in any case, 0 to 1; the rest is dice. Absent: none, the whole of it is dice. */
  sure?: number;
}>;

/** A bound doubles no further: it would leave the range of whole numbers. */
export const DOUBLINGS_MAX = 30;

/**
 * The wait before the next try after `failures` in a row, from 1. `dice` in [0, 1): many that lost one thing together do not come back in
 * step. A dice of 1 gives the bound itself, for whoever waits alone.
 */
export const backoffMs = ({ firstMs, maxMs, sure = 0 }: Backoff, failures: number, dice: number): number => {
  const bound = Math.min(maxMs, firstMs * 2 ** Math.min(failures - 1, DOUBLINGS_MAX));
  return bound * sure + bound * (1 - sure) * dice;
};
