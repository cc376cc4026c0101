/** Words of this list only: a story about a person has no place in a log that keeps all. What must be told at length is sealed prose. */

/** Why somebody does not score an entry. */
export const RECUSAL_REASONS = ['kinship', 'work-relation', 'former-unit', 'interest', 'other'] as const;
export type RecusalReason = (typeof RECUSAL_REASONS)[number];

/** What a person declares; `carried-over` is the round before's. */
export type RecusalWord = RecusalReason | 'carried-over';

/** Why a recusal falls away again. */
export const LIFTING_REASONS = ['entered-in-error', 'ground-gone'] as const;
export type LiftingReason = (typeof LIFTING_REASONS)[number];

/**
 * Why somebody holds a seat no more, and whether the sheet that he had submitted still counts: who was entitled when he judged
 * has judged, who should never have judged has not.
 */
export const VACATING_REASONS = {
  unavailable: 'sheet-counts',
  'left-post': 'sheet-counts',
  moved: 'sheet-counts',
  deceased: 'sheet-counts',
  'conflict-of-interest': 'sheet-out',
  'breach-of-rules': 'sheet-out',
  expelled: 'sheet-out',
  'assigned-in-error': 'sheet-out',
  other: 'sheet-out',
} as const;
export type VacatingReason = keyof typeof VACATING_REASONS;

/** Why a seat that handed nothing in is no longer waited for. */
export const EXCUSING_REASONS = ['ill', 'unavailable', 'left-post', 'technical-fault', 'other'] as const;
export type ExcusingReason = (typeof EXCUSING_REASONS)[number];

/** Why a closed round takes sheets again. */
export const REOPENING_REASONS = [
  'sheets-missing',
  'panel-below-minimum',
  'recusal-lifted',
  'wrong-sheet',
  'technical-fault',
  'stage-reopened',
] as const;
export type ReopeningReason = (typeof REOPENING_REASONS)[number];

/** Why an entry is judged no more. `not-admitted`: by the earlier phase's ranks, so that it is nobody's to say. `not-declared`: a candidate that its
 * unit did not declare, or that was not reviewed and cleared in time: the intake says so, and nobody else. */
export const TAKING_OUT_REASONS = [
  'blocked',
  'withdrawn',
  'removed',
  'ineligible',
  'subject-twice',
  'not-admitted',
  'not-declared',
] as const;
export type TakingOutReason = (typeof TAKING_OUT_REASONS)[number];

export const PUTTING_BACK_REASONS = [
  'block-lifted',
  'taken-out-in-error',
  'admitted-again',
  'withdrawal-undone',
] as const;
export type PuttingBackReason = (typeof PUTTING_BACK_REASONS)[number];

/** Why a round ends without a decision. All but the last are followed by the next round of the same edition and phase. */
export const ANNULLING_REASONS = [
  'rules-wrong',
  'entries-wrong',
  'irregularity',
  'no-result-possible',
  'edition-abandoned',
] as const;
export type AnnullingReason = (typeof ANNULLING_REASONS)[number];

/** What moved since the result before: why there is another one. */
export const CHANGES = [
  'recusal-declared',
  'recusal-lifted',
  'seat-vacated',
  'seat-excused',
  'seat-assigned',
  'entry-taken-out',
  'entry-put-back',
  'entry-moved',
  'round-reopened',
  'checklist-corrected',
  'bonus-corrected',
  'measure-corrected',
  'entries-dealt',
] as const;
export type ChangeWord = (typeof CHANGES)[number];

const isOneOf =
  <W extends string>(words: readonly W[]) =>
  (word: string): word is W =>
    words.some((known) => known === word);

export const isRecusalReason = isOneOf(RECUSAL_REASONS);
export const isLiftingReason = isOneOf(LIFTING_REASONS);
export const isVacatingReason = isOneOf(Object.keys(VACATING_REASONS) as VacatingReason[]);
export const isExcusingReason = isOneOf(EXCUSING_REASONS);
export const isReopeningReason = isOneOf(REOPENING_REASONS);
export const isTakingOutReason = isOneOf(TAKING_OUT_REASONS);
export const isPuttingBackReason = isOneOf(PUTTING_BACK_REASONS);
export const isAnnullingReason = isOneOf(ANNULLING_REASONS);
