import { isClosed, isPrepared, isStructurallyRecused, type Evaluator, type Entry, type Round } from '../round/state.ts';
import type { RecusalCause, SheetRound } from './state.ts';

const NOTHING: SheetRound = { phase: 'not-open', closesAt: null, isEvaluator: false, criteria: [], entries: [] };

const causeOf = (evaluator: Evaluator, entry: Entry): RecusalCause | null => {
  if (!isStructurallyRecused(evaluator, entry)) return null;
  return evaluator.unitId === entry.unitId ? 'own-unit' : 'own-entry';
};

/** What one person's sheet must know of its round. Entries by id, so that their order tells nothing about others' scores. */
export const sheetRoundOf = (round: Round, personId: string, closesAt: string | null): SheetRound => {
  if (!isPrepared(round)) return NOTHING;
  const evaluator = round.evaluators.find((assigned) => assigned.personId === personId);
  if (evaluator === undefined) return NOTHING;
  const declared = new Set(
    round.recusals.filter((recusal) => recusal.personId === personId).map(({ entryId }) => entryId),
  );
  return {
    phase: isClosed(round) ? 'closed' : round.kind === 'open' ? 'open' : 'not-open',
    closesAt,
    isEvaluator: true,
    criteria: round.scheme.criteria,
    entries: [...round.entries]
      .sort((a, b) => (a.entryId < b.entryId ? -1 : 1))
      .map((entry) => ({
        entryId: entry.entryId,
        recused: causeOf(evaluator, entry) ?? (declared.has(entry.entryId) ? 'declared' : null),
      })),
  };
};
