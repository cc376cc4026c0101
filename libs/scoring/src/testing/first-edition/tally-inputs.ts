/** What a tally reads besides the scheme. The order of every list is without meaning. */
export type TallyInputs = Readonly<{
  /** The ids of the entries (entries) of the round. */
  entries: readonly string[];
  evaluators: readonly Readonly<{ evaluatorId: string; groupId: string }>[];
  /** Only submitted sheets that count; an evaluator without one is missing. */
  sheets: readonly TallySheet[];
  recusals: readonly Readonly<{ evaluatorId: string; entryId: string }>[];
}>;

export type TallySheet = Readonly<{
  evaluatorId: string;
  scores: readonly EntryScore[];
}>;

/** Points in hundredths, one for each criterion, in the scheme's order of criteria. */
export type EntryScore = Readonly<{ entryId: string; points: readonly number[] }>;

/** Why there can be no tally. `path` says where: ids, joined by `/`. */
export type TallyProblem = Readonly<{
  reason:
    | 'ID_INVALID'
    | 'NO_ENTRIES'
    | 'ENTRY_TWICE'
    | 'EVALUATOR_TWICE'
    | 'SHEET_TWICE'
    | 'SCORE_TWICE'
    | 'UNKNOWN_GROUP'
    | 'UNKNOWN_EVALUATOR'
    | 'UNKNOWN_ENTRY'
    | 'POINTS_OUT_OF_RANGE'
    | 'POINTS_TOO_FINE'
    | 'POINTS_NOT_A_BAND'
    | 'POINTS_MISSING'
    | 'SHEET_INCOMPLETE'
    | 'SHEET_MISSING'
    | 'PANEL_BELOW_MINIMUM';
  path: string;
}>;

export const tallyLimits = { entriesMax: 20_000, evaluatorsMax: 5_000, problemsMax: 50 } as const;
