import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { ListHindrance } from './ground.ts';

export type ChecklistRefusal = Refusal<
  | ListHindrance
  | TextReason
  | SecondPersonReason
  | 'ITEM_UNKNOWN'
  | 'ITEM_NOT_YOURS'
  | 'ITEM_NOT_COUNTED'
  | 'OWN_ORGANIZATION'
  | 'OWN_ENTRY'
  | 'NOT_THE_SUBJECT'
  | 'NOT_A_REVIEWER'
  | 'SELF_SCORE_NOT_ASKED'
  | 'ANSWER_NOT_ASKED'
  | 'ANSWERED_TOO_OFTEN'
  | 'EFFECTIVE_ON_INVALID'
  | 'STAGE_NOT_YOURS_NOW'
  | 'PERIOD_UNKNOWN'
  | 'PERIOD_NOT_OPEN'
  | 'PERIOD_NOT_OVER'
  | 'PERIOD_NOT_CLOSED'
  | 'CAP_REACHED'
  | 'COUNT_INVALID'
  | 'EVIDENCE_INVALID'
  | 'OCCURRENCE_UNKNOWN'
  | 'OCCURRENCE_WITHDRAWN'
  | 'TOO_MANY_OCCURRENCES'
  | 'WITHDRAWING_REASON_UNKNOWN'
  | 'REOPENING_REASON_UNKNOWN'
  | 'MARKS_MISCOUNTED'
  | 'MARKED_TOO_OFTEN'
  | 'SCORE_OUT_OF_RANGE'
  | 'SCORE_TOO_FINE'
  | 'PROPOSAL_NEEDED'
  | 'PROPOSAL_LAPSED'
  | 'PROPOSED_ALREADY'
  | 'TOO_MANY_PROPOSALS'
  | 'TOO_MANY_REOPENINGS'
>;
