import { resultHash, type TallyInputs, type TallyResult } from '@jiangong/scoring';
import type { ClosedRound, Tally } from '../domain/round/state.ts';
import { roundInputs, tallyRound } from '../domain/round/tally-round.ts';
import type { Evaluation } from './evaluation.ts';
import { openedSheets } from './submitted-sheets.ts';

/**
 * A stored tally with everything it read, computed anew from the sheets: only its hashes and ranks stand in the log. Throws
 * when it no longer gives the stored hash. Its callers' reads are recorded.
 */
export const recomputeResult = async (
  evaluation: Evaluation,
  round: ClosedRound,
  tally: Tally,
): Promise<Readonly<{ inputs: TallyInputs; result: TallyResult }>> => {
  const { inputs, excluded } = roundInputs(round, await openedSheets(evaluation, round), tally.recusals);
  const outcome = tallyRound(round, { inputs, excluded });
  if (outcome.kind === 'impossible') throw new Error(`the result of round ${round.roundId} can not be computed again`);
  if (resultHash(outcome.result) !== tally.resultHash)
    throw new Error(`the result of round ${round.roundId} does not follow from its sheets`);
  return { inputs, result: outcome.result };
};
