import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type DocumentRefusal = Refusal<
  TextReason | 'DOCUMENT_NOT_FOUND' | 'DOCUMENT_WITHDRAWN' | 'DOCUMENT_REASON_UNKNOWN' | 'TOO_MANY_DOCUMENTS'
>;
