import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type RecommendationRefusal = Refusal<
  | TextReason
  | SecondPersonReason
  | 'RULE_UNKNOWN'
  | 'RULE_NOT_UPWARD'
  | 'DECISION_NOT_TAKEN'
  | 'NOT_RECOMMENDED'
  | 'ENTRY_LEFT'
  | 'NOTICE_NOT_PUBLISHED'
  | 'NOTICE_RUNNING'
  | 'OBJECTION_OPEN'
  | 'OBJECTION_UPHELD'
  | 'PROPOSAL_OUTSTANDING'
  | 'PUT_FORWARD_ALREADY'
  | 'PUT_FORWARD_TOO_OFTEN'
  | 'NOT_PUT_FORWARD'
  | 'OUTSIDE_DECIDED'
  | 'OUTSIDE_UNDECIDED'
  | 'OUTSIDE_OUTCOME_UNKNOWN'
  | 'OUTSIDE_TOO_OFTEN'
  | 'TOO_MANY_CORRECTIONS'
  | 'NO_CORRECTION'
  | 'RECOMMENDATION_REASON_UNKNOWN'
  | 'FILE_INVALID'
  | 'DAY_INVALID'
  | 'DAY_IN_FUTURE'
  | 'DAY_BEFORE_DECISION'
  | 'DAY_BEFORE_PUT_FORWARD'
  | 'PROPOSED_ALREADY'
  | 'PROPOSAL_LAPSED'
>;
