import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type AnswerRefusal = Refusal<
  | TextReason
  | 'ROUND_NOT_FOUND'
  | 'ROUND_ANNULLED'
  | 'ROUND_NOT_CLOSED'
  | 'RESULT_NOT_COMPUTED'
  | 'DECISION_TAKEN_ALREADY'
  | 'ENTRY_NOT_IN_ROUND'
  | 'OWN_ENTRY'
  | 'OWN_ORGANIZATION'
  | 'FILE_INVALID'
  | 'FACT_NOT_ASKED'
  | 'FACT_NOT_YOURS'
  | 'FACT_VALUE_INVALID'
  | 'FACT_KNOWN_OTHERWISE'
  | 'FACT_ANSWERED_ALREADY'
  | 'FACT_HAS_NO_ANSWER'
  | 'FACT_ANSWER_STANDS'
  | 'FACT_CORRECTED_TOO_OFTEN'
  | 'OWN_ANSWER'
>;
