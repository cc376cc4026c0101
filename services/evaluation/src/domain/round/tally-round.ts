import { tally, type TallyInputs, type TallyOutcome, type TallyProblem } from '@jiangong/scoring';
import type { OpenedSheet } from './orders.ts';
import { type ClosedRound, isStructurallyRecused, type PreparedRound, type Recusal } from './state.ts';

/** What one tally reads, and whose submitted sheets it leaves out. Sorted by nothing: the tally does not care. */
export type RoundInputs = Readonly<{ inputs: TallyInputs; excluded: readonly string[] }>;

const structuralRecusals = ({ evaluators, entries }: PreparedRound): readonly Recusal[] =>
  evaluators.flatMap((evaluator) =>
    entries
      .filter((entry) => isStructurallyRecused(evaluator, entry))
      .map(({ entryId }) => ({ personId: evaluator.personId, entryId })),
  );

/** Recusals by unit and leadership, and declared ones, each once. */
export const allRecusals = (round: PreparedRound, declared: readonly Recusal[]): readonly Recusal[] => {
  const structural = structuralRecusals(round);
  const known = new Set(structural.map(({ personId, entryId }) => `${personId} ${entryId}`));
  return [...structural, ...declared.filter(({ personId, entryId }) => !known.has(`${personId} ${entryId}`))];
};

/** The round's sheets as a tally reads them; `recusals` are the declared ones that this tally knows. */
export const roundInputs = (
  round: ClosedRound,
  sheets: readonly OpenedSheet[],
  recusals: readonly Recusal[],
): RoundInputs => {
  const evaluators = new Set(round.evaluators.map(({ personId }) => personId));
  const counts = ({ personId, position }: OpenedSheet): boolean =>
    position <= round.lastIndex && evaluators.has(personId);
  const entries = new Set(round.entries.map(({ entryId }) => entryId));
  return {
    inputs: {
      entries: [...entries],
      evaluators: round.evaluators.map(({ personId, groupId }) => ({ evaluatorId: personId, groupId })),
      sheets: sheets.filter(counts).map(({ personId, scores }) => ({
        evaluatorId: personId,
        scores: scores.map(({ entryId, points }) => ({ entryId, points })),
      })),
      recusals: allRecusals(round, recusals)
        .filter(({ personId }) => evaluators.has(personId))
        .map(({ personId, entryId }) => ({ evaluatorId: personId, entryId })),
    },
    excluded: sheets
      .filter((sheet) => !counts(sheet))
      .map(({ personId }) => personId)
      .sort(),
  };
};

export const tallyRound = (round: ClosedRound, { inputs }: RoundInputs): TallyOutcome<TallyProblem> =>
  tally(round.scheme, inputs);
