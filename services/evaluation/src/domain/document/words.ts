import { DOCUMENT_FORMATS, type DocumentFormat } from '@jiangong/documents';
export { DOCUMENT_FORMATS, type DocumentFormat };

/** What is made of a circular: itself, the certificates of its honours, the list of plaques. */
export const DOCUMENT_KINDS = ['circular', 'certificates', 'plaque-list'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Word is for what an office still lays out by hand; what carries a code to check is printed. */
const FORMATS: Readonly<Record<DocumentKind, readonly DocumentFormat[]>> = {
  circular: DOCUMENT_FORMATS,
  certificates: ['pdf'],
  'plaque-list': ['pdf'],
};

export const isDocumentKind = (word: string): word is DocumentKind => DOCUMENT_KINDS.some((known) => known === word);

export const isFormatOf = (kind: DocumentKind, word: string): word is DocumentFormat =>
  FORMATS[kind].some((known) => known === word);

/** Why a document is taken back: a word of this list; the rest is prose. */
export const WITHDRAWING_REASONS = ['wrong-content', 'made-in-error', 'other'] as const;
export type WithdrawingReason = (typeof WITHDRAWING_REASONS)[number];
export const isWithdrawingReason = (word: string): word is WithdrawingReason =>
  WITHDRAWING_REASONS.some((known) => known === word);
