/** Words of measures only; what must be told at length is sealed prose. */

/**
 * Why a value is another now, or none: it was typed wrong, it is another entry's, whoever measured corrected it, the attempt does not
 * count, or it came after the closing.
 */
export const CHANGING_REASONS = [
  'recorded-in-error',
  'of-another-entry',
  'source-corrected',
  'attempt-void',
  'came-late',
] as const;
export type ChangingReason = (typeof CHANGING_REASONS)[number];

/** What one proposes and another carries out. */
export const MEASURE_ACTS = ['SettleMeasure'] as const;

/** What becomes of a value: another one, or none. */
export const CHANGES_ASKED = ['value', 'none'] as const;
export type ChangeAsked = (typeof CHANGES_ASKED)[number];

const isOneOf =
  <W extends string>(words: readonly W[]) =>
  (word: string): word is W =>
    words.some((known) => known === word);

export const isChangingReason = isOneOf(CHANGING_REASONS);
export const isChangeAsked = isOneOf(CHANGES_ASKED);
