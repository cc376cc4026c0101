import type { Rational } from '../../rational.ts';
import type { GroupStep } from './tally-result.ts';

/** An entry with its value, before ranking. */
export type CountedEntry = Readonly<{
  entryId: string;
  /** Exact, in hundredths of a point. */
  value: Rational;
  /** In units of 10^-decimals points. */
  score: bigint;
  groups: readonly GroupStep[];
  /** The breakers' values, worked out only for entries that turn out to be tied. */
  breakerValues: () => readonly Rational[];
}>;
