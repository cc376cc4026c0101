/** Words of lists, for what decides; the rest is prose. */
export const TAKING_BACK_REASONS = ['put-forward-in-error', 'no-longer-fit', 'own-wish', 'other'] as const;
export type TakingBackReason = (typeof TAKING_BACK_REASONS)[number];

/** Why what was recorded of a decision of others is not what it says. */
export const UNRECORDING_REASONS = ['recorded-in-error', 'changed-above', 'other'] as const;
export type UnrecordingReason = (typeof UNRECORDING_REASONS)[number];

export const OUTSIDE_OUTCOMES = ['given', 'not-given'] as const;
export type OutsideOutcome = (typeof OUTSIDE_OUTCOMES)[number];

export const RECOMMENDATION_ACTS = ['TakeBackPutForward', 'WithdrawOutsideDecision'] as const;
export type RecommendationAct = (typeof RECOMMENDATION_ACTS)[number];

export const isTakingBackReason = (word: string): word is TakingBackReason =>
  TAKING_BACK_REASONS.some((known) => known === word);
export const isUnrecordingReason = (word: string): word is UnrecordingReason =>
  UNRECORDING_REASONS.some((known) => known === word);
export const isOutsideOutcome = (word: string): word is OutsideOutcome =>
  OUTSIDE_OUTCOMES.some((known) => known === word);
