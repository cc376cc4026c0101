import { type CardsBefore, partBefore } from '../domain/answer/cards-before.ts';
import { decisionsIn, type PreparedRound } from '../domain/round/state.ts';
import { currentRound } from './current-round.ts';
import type { Evaluation } from './evaluation.ts';

/** What the decision over the part of the period before this round's gave; undefined: there is none before, or nothing is decided over it. */
export const cardsBefore = async (
  evaluation: Pick<Evaluation, 'readRound'>,
  round: PreparedRound,
): Promise<CardsBefore | undefined> => {
  const phase = partBefore(round);
  if (phase === undefined) return undefined;
  const { round: before } = await currentRound(evaluation, round.editionId, phase);
  const decisions = decisionsIn(before);
  return decisions.length === 0 ? undefined : decisions.flatMap(({ awards }) => awards);
};
