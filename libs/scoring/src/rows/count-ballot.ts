import { type Rational, rational } from '../rational.ts';
import type { GivenBallot } from './phase-inputs.ts';
import type { BallotSource } from './source.ts';

/** Why ballots are not counted. */
export type NotCounted = 'VOTERS_BELOW_MINIMUM' | 'TURNOUT_BELOW_FLOOR';

const SHARE_WHOLE = 10_000;

/** Whether the ballots about one entry may be counted at all; asked before anybody counts them. */
export const whyNotCounted = (
  { turnout, least }: Pick<BallotSource, 'turnout' | 'least'>,
  { issued, cast }: Pick<GivenBallot, 'issued' | 'cast'>,
): NotCounted | null => {
  if (issued < least || cast < least) return 'VOTERS_BELOW_MINIMUM';
  return cast * SHARE_WHOLE < turnout * issued ? 'TURNOUT_BELOW_FLOOR' : null;
};

export const countBallot = (source: BallotSource, given: GivenBallot): Rational | NotCounted => {
  const why = whyNotCounted(source, given);
  if (why !== null) return why;
  const sum = source.levels.reduce((all, { points }, at) => all + BigInt(points) * BigInt(given.counts?.[at] ?? 0), 0n);
  return rational(sum, BigInt(given.cast));
};
