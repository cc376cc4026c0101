import { type PhaseInputs, phaseInputsHash, type PhaseResult, phaseResultHash } from '@jiangong/scoring';
import type { ClosedRound, Result } from '../domain/round/state.ts';
import { roundInputs, tallyRound } from '../domain/round/tally-round.ts';
import { carriedScores } from './carried-scores.ts';
import type { Evaluation } from './evaluation.ts';
import { readBallots } from './read-ballots.ts';
import { readBonuses } from './read-bonuses.ts';
import { readChecklists } from './read-checklists.ts';
import { readMeasures } from './read-measures.ts';
import { openedSheets, submissions } from './submitted-sheets.ts';

export type Recomputed = Readonly<{ inputs: PhaseInputs; result: PhaseResult }>;

/**
 * A stored result with everything it read, computed anew from the sheets: only its hashes and ranks stand in the log. Throws
 * when it no longer gives the stored hashes. Its callers' reads are recorded.
 */
export const recomputeResult = async (
  evaluation: Evaluation,
  round: ClosedRound,
  { basis, inputsHash, resultHash }: Result,
): Promise<Recomputed> => {
  const sheets = await openedSheets(evaluation, await submissions(evaluation, { ...round, seats: basis.seats }));
  const carried = await carriedScores(evaluation, round);
  const { cuts, checksThrough, bonusesRead, measuresRead } = basis;
  const lastIndex = cuts.at(-1)?.lastIndex ?? 0;
  const checks =
    checksThrough === undefined
      ? undefined
      : await readChecklists(evaluation, round, { lastIndex, through: checksThrough });
  const bonuses = bonusesRead === undefined ? undefined : await readBonuses(evaluation, round, bonusesRead);
  const measures = measuresRead === undefined ? undefined : await readMeasures(evaluation, round, measuresRead);
  const ballots = await readBallots(evaluation, round);
  if (ballots === 'waiting') throw new Error(`the ballots of round ${round.roundId} are not counted`);
  const read = roundInputs(
    { ...round, ...basis },
    sheets,
    {
      carried,
      ...(checks === undefined ? {} : { checks }),
      ...(bonuses === undefined ? {} : { bonuses }),
      ...(measures === undefined ? {} : { measures }),
      ...(ballots === undefined ? {} : { ballots }),
    },
    (sheet) => sheet,
  );
  const outcome = tallyRound(round, read);
  if (outcome.kind !== 'computed') throw new Error(`the result of round ${round.roundId} can not be computed again`);
  const { result } = outcome;
  if (phaseInputsHash(read.inputs) !== inputsHash || phaseResultHash(result) !== resultHash)
    throw new Error(`the result of round ${round.roundId} does not follow from its sheets`);
  return { inputs: read.inputs, result };
};
