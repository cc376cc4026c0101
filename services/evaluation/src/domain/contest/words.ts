/** Why an entry is put off to the end of those that wait. */
export const PUTTING_OFF_REASONS = ['absent', 'technical-fault', 'called-in-error', 'other'] as const;
export type PuttingOffReason = (typeof PUTTING_OFF_REASONS)[number];

/** Why an entry is closed though somebody's marks are not in. */
export const CLOSING_REASONS = ['unreachable', 'left', 'no-marks-given', 'other'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Why a closed entry is marked again, by the seats that are named. */
export const REMARKING_REASONS = ['closed-too-early', 'connection-lost', 'wrong-marks', 'technical-fault'] as const;
export type RemarkingReason = (typeof REMARKING_REASONS)[number];

/** Why the order is drawn again. */
export const REDRAWING_REASONS = ['entries-wrong', 'drawn-in-error', 'not-public'] as const;
export type RedrawingReason = (typeof REDRAWING_REASONS)[number];

const isOneOf =
  <W extends string>(words: readonly W[]) =>
  (word: string): word is W =>
    words.some((known) => known === word);

export const isPuttingOffReason = isOneOf(PUTTING_OFF_REASONS);
export const isClosingReason = isOneOf(CLOSING_REASONS);
export const isRemarkingReason = isOneOf(REMARKING_REASONS);
export const isRedrawingReason = isOneOf(REDRAWING_REASONS);
