/** Why somebody does not score an entry: a word of this list, for a story about a person has no place in a log that keeps all. */
export const RECUSAL_REASONS = ['kinship', 'work-relation', 'former-unit', 'interest', 'other'] as const;
export type RecusalReason = (typeof RECUSAL_REASONS)[number];

/** Why somebody scores no more. */
export const REMOVAL_REASONS = [
  'unavailable',
  'left-post',
  'conflict-of-interest',
  'breach-of-rules',
  'other',
] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

export const isRecusalReason = (word: string): word is RecusalReason => RECUSAL_REASONS.some((known) => known === word);
export const isRemovalReason = (word: string): word is RemovalReason => REMOVAL_REASONS.some((known) => known === word);
