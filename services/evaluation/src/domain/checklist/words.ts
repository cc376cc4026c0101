/** Words of this list only; what must be told at length is sealed prose. */

/** Why a finding does not stand: nobody ever found it, it was another's, it did not count, or it was put right by the answer given. */
export const WITHDRAWING_REASONS = [
  'recorded-in-error',
  'of-another-entry',
  'recorded-twice',
  'not-established',
  'answer-accepted',
] as const;
export type WithdrawingReason = (typeof WITHDRAWING_REASONS)[number];

/** Why a closed period takes findings and marks again. */
export const REOPENING_REASONS = ['finding-missing', 'mark-wrong', 'answer-accepted', 'closed-in-error'] as const;
export type PeriodReopeningReason = (typeof REOPENING_REASONS)[number];

/** What one proposes and another carries out. */
export const CHECKLIST_ACTS = ['WithdrawOccurrence', 'ReopenPeriod'] as const;

const isOneOf =
  <W extends string>(words: readonly W[]) =>
  (word: string): word is W =>
    words.some((known) => known === word);

export const isWithdrawingReason = isOneOf(WITHDRAWING_REASONS);
export const isPeriodReopeningReason = isOneOf(REOPENING_REASONS);
