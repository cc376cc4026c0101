import type { GivenBallot } from '@jiangong/scoring';
import type { SetupBallot } from '../domain/ballot/state.ts';
import type { PreparedRound } from '../domain/round/state.ts';
import { ballotRulesOf, readBallot } from './ballots.ts';
import type { Evaluation } from './evaluation.ts';
import { ballotIdOf } from './streams.ts';

/** Groups that were joined have one count, and it is each one's. */
const tablesOfBox = ({ boxes, sourceId }: SetupBallot, boxId: string): readonly string[] =>
  boxes.find((box) => box.boxId === boxId)?.groups?.map((group) => group.sourceId) ?? [sourceId];

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
    for (const { boxId, entryId, issued, cast, counts } of ballot.counted)
      for (const table of tablesOfBox(ballot, boxId)) given.push({ sourceId: table, entryId, issued, cast, counts });
  }
  return given;
};
