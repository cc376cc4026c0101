import type { CarriedValue } from '@jiangong/scoring';
import { latestResult, isClosed, type PreparedRound } from '../domain/round/state.ts';
import { currentRound } from './current-round.ts';
import type { Evaluation } from './evaluation.ts';

/** Hundredths of a point, from units of 10^-decimals: as it was printed, for the exact value stands in no fact. */
const inHundredths = (score: number, decimals: number): Pick<CarriedValue, 'numerator' | 'denominator'> => ({
  numerator: String(score * 100),
  denominator: String(10 ** decimals),
});

/** What the phase's rows take from closed rounds of earlier phases of the same edition. */
export const carriedScores = async (
  evaluation: Evaluation,
  { editionId, phase, tables }: PreparedRound,
): Promise<readonly CarriedValue[]> => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const phases = [...new Set(rows.flatMap((row) => (row.op === 'carry' ? [row.phase] : [])))];
  const carried: CarriedValue[] = [];
  for (const from of phases) {
    const { round } = await currentRound(evaluation, editionId, from);
    const result = isClosed(round) ? latestResult(round) : undefined;
    for (const { entryId, score } of result?.ranking ?? [])
      carried.push({ phase: from, period: 1, entryId, ...inHundredths(score, result?.decimals ?? 0) });
  }
  return carried;
};
