import type { PendingReason } from '../appeal/refusals.ts';
import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

/** What can be wrong with what a meeting decided. */
export type TermsReason =
  | 'TOO_MANY_DEPARTURES'
  | 'ENTRY_NOT_RANKED'
  | 'DEPARTURE_TWICE'
  | 'NO_DEPARTURE'
  | 'DEPARTURES_NOT_OPEN'
  | 'RULE_UNKNOWN'
  | 'CHOICE_NEEDED'
  | 'CHOICE_NOT_OPEN'
  | 'CHOICE_TWICE'
  | 'CHOICE_TOO_MANY'
  | 'CHOICE_ABOVE_MOST'
  | 'AWARDS_EXCEED_PLAN'
  | 'NOTHING_EXCEEDS'
  | 'ENTRY_OF_ANOTHER_UNIT'
  | 'QUOTA_OF_ALL_UNITS'
  | 'REASONS_MISSING'
  | 'TOO_MANY_AWARDS'
  | 'FACT_NOT_ANSWERED'
  | 'OUTCOME_IMPOSSIBLE';

export type ResultReason =
  | 'RESULT_NOT_COMPUTED'
  | 'RESULT_OUTDATED'
  | 'PROPOSAL_OUTSTANDING'
  | 'DECISION_TAKEN_ALREADY'
  | 'LIST_EMPTY'
  | PendingReason;

/** Refusals about minutes and their attestation. */
export type DecisionRefusal = Refusal<
  | TextReason
  | TermsReason
  | ResultReason
  | 'MINUTES_RECORDED_ALREADY'
  | 'MINUTES_NOT_RECORDED'
  | 'MINUTES_ATTESTED'
  | 'MINUTES_WITHDRAWN'
  | 'MINUTES_OF_ANOTHER_ROUND'
  | 'DECISION_ANNULLED'
  | 'FILE_INVALID'
  | 'MEETING_DAY_INVALID'
  | 'MEETING_IN_FUTURE'
  | 'MEETING_BEFORE_RESULT'
  | 'MEETING_TOO_LONG_AGO'
  | 'BODY_TOO_LARGE'
  | 'PRESENT_TOO_MANY'
  | 'PRESENT_TWICE'
  | 'NOT_IN_BODY'
  | 'QUORUM_NOT_REACHED'
  | 'QUORUM_IMPOSSIBLE'
  | 'SUPERIOR_NOT_NEEDED'
  | 'NOT_PRESENT'
>;

/** Refusals about what stands in the stream that is decided upon. */
export type TakenRefusal = Refusal<
  | TextReason
  | TermsReason
  | ResultReason
  | SecondPersonReason
  | 'DECISION_NOT_TAKEN'
  | 'DECISION_UNKNOWN'
  | 'DECISION_ANNULLED'
  | 'MINUTES_CHANGED'
  | 'PROPOSED_ALREADY'
  | 'PROPOSAL_LAPSED'
  | 'ANNULMENT_REASON_UNKNOWN'
  | 'NO_SECOND_NOTICE'
  | 'NOTICE_PUBLISHED_ALREADY'
  | 'NOTICE_NOT_PUBLISHED'
  | 'NOTICE_RUNNING'
  | 'YEAR_NOT_KNOWN'
  | 'OBJECTION_OPEN'
  | 'OBJECTION_UPHELD'
  | 'OBJECTION_UNKNOWN'
  | 'CIRCULAR_ISSUED_ALREADY'
  | 'CERTIFICATES_MISSING'
  | 'NOTHING_TO_COMMEND'
  | 'DECIDED_BY_UNITS'
  | 'UNIT_DECIDES_NOTHING'
  | 'UNIT_MAKES_KNOWN'
  | 'OFFICE_MAKES_KNOWN'
  | 'ANOTHER_OFFICE_MAKES_KNOWN'
  | 'SUPERIOR_REASON_NOT_NEEDED'
  | 'RESULT_UNDIVIDED'
>;

export type TakenReason = TakenRefusal['reason'];
