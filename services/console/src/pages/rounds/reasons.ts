/** Words that the platform knows, as far as an office may choose them. */
export const RECUSAL_REASONS = ['kinship', 'work-relation', 'former-unit', 'interest', 'other'] as const;

/** The first three leave a sheet that was handed in standing: who was entitled when he judged has judged. */
export const VACATING_REASONS = [
  ...(['unavailable', 'left-post', 'moved'] as const),
  ...(['conflict-of-interest', 'breach-of-rules', 'assigned-in-error', 'other'] as const),
];
export const SHEET_COUNTS: ReadonlySet<string> = new Set(['unavailable', 'left-post', 'moved']);

export const ANNULMENT_REASONS = [
  ...(['wrong-result', 'wrong-body', 'rule-misread'] as const),
  ...(['objection-upheld', 'appeal-upheld', 'irregularity', 'other'] as const),
];

/** Why a closed entry of a contest is marked again. */
export const REMARKING_REASONS = ['closed-too-early', 'connection-lost', 'wrong-marks', 'technical-fault'] as const;

/** Of each act that a second person carries out. */
export const ACT_REASONS = {
  ReopenRound: ['sheets-missing', 'panel-below-minimum', 'recusal-lifted', 'wrong-sheet', 'technical-fault'],
  VacateSeat: VACATING_REASONS,
  ExcuseSeat: ['ill', 'unavailable', 'left-post', 'technical-fault', 'other'],
  DeclareRecusal: RECUSAL_REASONS,
  LiftRecusal: ['entered-in-error', 'ground-gone'],
  TakeOutEntry: ['blocked', 'withdrawn', 'removed', 'ineligible', 'subject-twice'],
  PutBackEntry: ['block-lifted', 'taken-out-in-error'],
  RedealEntries: ['drawn-in-error', 'not-public', 'seats-wrong', 'loads-uneven'],
  DismissConflict: ['another-person', 'other-unit', 'too-long-ago', 'no-tie'],
  RedrawOrder: ['entries-wrong', 'drawn-in-error', 'not-public'],
  ReopenEntry: REMARKING_REASONS,
  AnnulRound: ['rules-wrong', 'entries-wrong', 'irregularity', 'no-result-possible'],
} as const;
