import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { PaperBoxHindrance } from './ground.ts';

export type PaperBoxRefusal = Refusal<
  | PaperBoxHindrance
  | TextReason
  | 'NOT_A_TELLER'
  | 'PAPER_BOX_OPENED'
  | 'PAPER_BOX_NOT_CLOSED'
  | 'COUNT_NOT_WHOLE'
  | 'PAPER_NOT_WHOLE'
  | 'PAPERS_DIFFER'
  | 'PAPERS_BEYOND_PRESENT'
  | 'PICKS_TOO_MANY'
  | 'COUNT_NUMBERS_INVALID'
  | 'COUNT_DOES_NOT_ADD_UP'
  | 'COUNT_OF_VOID_BOX'
  | 'COUNT_WAITS'
  | 'COUNT_NOT_FOUND'
  | 'COUNT_SETTLED'
  | 'COUNTED_BY_YOU'
  | 'COUNTS_MISSING'
  | 'TOO_MANY_COUNTS'
  | 'EVIDENCE_INVALID'
  | 'OWN_ENTRY'
>;
