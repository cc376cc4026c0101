import type { Criterion } from '@jiangong/scoring';
import type { EntryPoints, SheetFact } from './facts.ts';

/** Hundredths by criterion id, by entry id. */
export type Draft = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type Sheet =
  | Readonly<{ kind: 'blank' }>
  | Readonly<{ kind: 'draft'; saves: number; scores: Draft }>
  | Readonly<{ kind: 'submitted'; scoreCount: number }>;

/** Why an evaluator does not score an entry; null: he does. */
export type RecusalCause = 'own-unit' | 'own-entry' | 'declared';

/** What a sheet must know of its round, for one person: taken from the round when the order is made. */
export type SheetRound = Readonly<{
  phase: 'not-open' | 'open' | 'closed';
  /** The deadline, which holds whether the closing was heard of or not; null: not known. */
  closesAt: string | null;
  isEvaluator: boolean;
  criteria: readonly Criterion[];
  entries: readonly Readonly<{ entryId: string; recused: RecusalCause | null }>[];
}>;

type Ids = Readonly<{ roundId: string; sheetId: string; personId: string; round: SheetRound; now: string }>;

/** Writes down or changes some scores; what is not named stays. `scores` in the order's own spelling. */
export type SaveSheet = Ids & Readonly<{ kind: 'save-sheet'; scores: readonly EntryPoints[] }>;
export type SubmitSheet = Ids & Readonly<{ kind: 'submit-sheet' }>;
export type SheetOrder = SaveSheet | SubmitSheet;

/** Folds a fact into the sheet. Scores whose key is destroyed are gone: the sheet was submitted. */
export const evolveSheet = (sheet: Sheet, fact: SheetFact): Sheet => {
  switch (fact.type) {
    case 'SheetSaved.v1': {
      const before = sheet.kind === 'draft' ? sheet : { saves: 0, scores: {} };
      const { scores } = fact.data;
      if (typeof scores === 'string') return { kind: 'draft', saves: before.saves + 1, scores: before.scores };
      const changed: Record<string, Readonly<Record<string, number>>> = { ...before.scores };
      for (const { entryId, points } of scores)
        changed[entryId] = {
          ...changed[entryId],
          ...Object.fromEntries(points.map(({ criterionId, hundredths }) => [criterionId, hundredths])),
        };
      return { kind: 'draft', saves: before.saves + 1, scores: changed };
    }
    case 'SheetSubmitted.v1':
      return { kind: 'submitted', scoreCount: fact.data.scoreCount };
  }
};
