import { type Rational, rational } from '../rational.ts';
import type { GivenBallot } from './phase-inputs.ts';
import type { BallotSource } from './source.ts';

/** Why ballots are not counted. `BOX_VOID`: more papers were found than handed out, and how many came says nothing. */
export type NotCounted = 'VOTERS_BELOW_MINIMUM' | 'TURNOUT_BELOW_FLOOR';
export type PapersNotCounted = NotCounted | 'BOX_VOID';

const SHARE_WHOLE = 10_000;

/** Whether the ballots about one entry may be counted at all; asked before anybody counts them. */
export const whyNotCounted = (
  { turnout, least }: Pick<BallotSource, 'turnout' | 'least'>,
  { issued, cast }: Pick<GivenBallot, 'issued' | 'cast'>,
): NotCounted | null => {
  if (issued < least || cast < least) return 'VOTERS_BELOW_MINIMUM';
  return cast * SHARE_WHOLE < turnout * issued ? 'TURNOUT_BELOW_FLOOR' : null;
};

/** The counts of one question, best level first. */
export const countsOf = (counts: readonly number[], levels: number, question: number): readonly number[] =>
  counts.slice(question * levels, (question + 1) * levels);

/** `asked`: the questions that count, every one where none are named. Each paper answers them all, so that they weigh the same. */
export const countBallot = (
  source: BallotSource,
  given: GivenBallot,
  asked: readonly string[] | undefined = source.questions,
): Rational | PapersNotCounted => {
  const why = given.void === true ? 'BOX_VOID' : whyNotCounted(source, given);
  if (why !== null) return why;
  const { levels, questions = [] } = source;
  const places = asked === undefined ? [0] : asked.map((one) => questions.indexOf(one));
  const sumOf = (question: number): bigint =>
    countsOf(given.counts ?? [], levels.length, question).reduce(
      (all, count, at) => all + BigInt(levels[at]?.points ?? 0) * BigInt(count),
      0n,
    );
  return rational(
    places.reduce((all, question) => all + sumOf(question), 0n),
    BigInt(given.cast) * BigInt(places.length),
  );
};
