/** Why what nobody has begun is dealt out again. */
export const REDEALING_REASONS = ['drawn-in-error', 'not-public', 'seats-wrong', 'loads-uneven'] as const;
export type RedealingReason = (typeof REDEALING_REASONS)[number];

export const isRedealingReason = (word: string): word is RedealingReason =>
  REDEALING_REASONS.some((known) => known === word);

/** Why what looked like a conflict is none. */
export const DISMISSING_REASONS = ['another-person', 'other-unit', 'too-long-ago', 'no-tie'] as const;
export type DismissingReason = (typeof DISMISSING_REASONS)[number];

export const isDismissingReason = (word: string): word is DismissingReason =>
  DISMISSING_REASONS.some((known) => known === word);
