/** Words of bonuses only; what must be told at length is sealed prose. */

export const OUTCOMES = ['granted', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a claim gives nothing: nobody proved it, it is not what the item is for, it counts elsewhere, or it is of another time. */
export const DECLINING_REASONS = ['not-proved', 'not-of-this-item', 'counted-elsewhere', 'of-another-time'] as const;
export type DecliningReason = (typeof DECLINING_REASONS)[number];

/** Why a verdict is another now; `left-waiting`: there was none, and one person alone gives none any more. */
export const RECONSIDERING_REASONS = [
  'decided-in-error',
  'document-came',
  'document-false',
  'level-wrong',
  'same-honour',
  'left-waiting',
] as const;
export type ReconsideringReason = (typeof RECONSIDERING_REASONS)[number];

/** What one proposes and another carries out. */
export const BONUS_ACTS = ['SettleClaim'] as const;

const isOneOf =
  <W extends string>(words: readonly W[]) =>
  (word: string): word is W =>
    words.some((known) => known === word);

export const isOutcome = isOneOf(OUTCOMES);
export const isDecliningReason = isOneOf(DECLINING_REASONS);
export const isReconsideringReason = isOneOf(RECONSIDERING_REASONS);
