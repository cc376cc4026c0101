import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { MeasureHindrance } from './ground.ts';

export type MeasureRefusal = Refusal<
  | MeasureHindrance
  | TextReason
  | SecondPersonReason
  | 'MEASURE_NOT_YOURS'
  | 'VALUES_NONE'
  | 'TOO_MANY_VALUES'
  | 'VALUE_INVALID'
  | 'VALUE_TOO_FINE'
  | 'VALUE_TWICE'
  | 'VALUE_RECORDED_ALREADY'
  | 'VALUE_UNKNOWN'
  | 'VALUE_STANDS'
  | 'ATTEMPT_INVALID'
  | 'EFFECTIVE_ON_INVALID'
  | 'OUTSIDE_JUDGED_TIME'
  | 'EVIDENCE_INVALID'
  | 'MEASURE_NEEDS_DOCUMENT'
  | 'OWN_ENTRY'
  | 'OWN_ORGANIZATION'
  | 'CHANGE_UNKNOWN'
  | 'CHANGING_REASON_UNKNOWN'
  | 'CHANGED_TOO_OFTEN'
  | 'PROPOSAL_NEEDED'
  | 'PROPOSAL_NOT_NEEDED'
  | 'PROPOSAL_LAPSED'
  | 'PROPOSED_ALREADY'
  | 'TOO_MANY_PROPOSALS'
>;
