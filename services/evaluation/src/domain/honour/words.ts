/** Words of lists, for what decides; the rest is prose. */
export const WITHDRAWING_REASONS = [
  'sanctioned',
  'obtained-by-fraud',
  'not-rectified',
  'recheck-failed',
  'holder-dissolved',
  'entered-in-error',
  'other',
] as const;
export type WithdrawingReason = (typeof WITHDRAWING_REASONS)[number];

export const RESTORING_REASONS = ['withdrawn-in-error', 'sanction-lifted', 'appeal-upheld'] as const;
export type RestoringReason = (typeof RESTORING_REASONS)[number];

export const RECHECK_OUTCOMES = ['kept', 'to-rectify'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];

export const isWithdrawingReason = (word: string): word is WithdrawingReason =>
  WITHDRAWING_REASONS.some((known) => known === word);
export const isRestoringReason = (word: string): word is RestoringReason =>
  RESTORING_REASONS.some((known) => known === word);
export const isRecheckOutcome = (word: string): word is RecheckOutcome =>
  RECHECK_OUTCOMES.some((known) => known === word);
