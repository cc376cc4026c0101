import type { GivenBallot } from '@jiangong/scoring';
import type { PreparedRound } from '../domain/round/state.ts';
import { ballotRulesOf, readBallot } from './ballots.ts';
import type { Evaluation } from './evaluation.ts';
import { ballotIdOf } from './streams.ts';

/**
 * What the ballots of a round came to; undefined: it has none; `waiting`: one of them is not counted yet. Nothing follows a closing in
 * its stream, so that this is the same whenever it is read.
 */
export const readBallots = async (
  evaluation: Pick<Evaluation, 'ground'>,
  round: PreparedRound,
): Promise<readonly GivenBallot[] | 'waiting' | undefined> => {
  const rules = ballotRulesOf(round);
  if (rules.length === 0) return undefined;
  const given: GivenBallot[] = [];
  for (const { sourceId } of rules) {
    const ballot = await readBallot(evaluation, ballotIdOf(round.roundId, sourceId));
    if (ballot.kind !== 'closed') return 'waiting';
    for (const { entryId, issued, cast, counts } of ballot.counted)
      given.push({ sourceId, entryId, issued, cast, counts });
  }
  return given;
};
