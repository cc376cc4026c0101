import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

/** Why a decision, or what makes it known, waits for an appeal. */
export type PendingReason = 'APPEAL_OPEN' | 'APPEAL_UNMET' | 'APPEAL_UPHELD';

export type AppealRefusal = Refusal<
  | TextReason
  | 'ROUND_NOT_FOUND'
  | 'ROUND_ANNULLED'
  | 'ROUND_NOT_CLOSED'
  | 'RESULT_NOT_COMPUTED'
  | 'DECISION_NOT_TAKEN'
  | 'ENTRY_NOT_IN_ROUND'
  | 'EVIDENCE_INVALID'
  | 'NOT_THE_SUBJECT'
  | 'OWN_ENTRY'
  | 'OWN_ORGANIZATION'
  | 'APPEALS_NOT_TAKEN'
  | 'APPEALS_NOT_BEGUN'
  | 'APPEAL_TOO_LATE'
  | 'APPEAL_MATTER_UNKNOWN'
  | 'APPEAL_MATTER_NOT_JUDGED'
  | 'APPEALED_ALREADY'
  | 'APPEALED_TOO_OFTEN'
  | 'APPEAL_UNKNOWN'
  | 'APPEAL_SETTLED'
  | 'APPEAL_NOT_DECIDED'
  | 'APPEAL_NOT_YOURS'
  | 'NOT_THE_APPELLANT'
  | 'OWN_APPEAL'
  | 'OWN_VERDICT'
  | 'SCORED_BY_YOU'
  | 'APPEAL_OUTCOME_UNKNOWN'
  | 'APPEAL_REMEDY_UNKNOWN'
  | 'APPEAL_REMEDY_IMPOSSIBLE'
  | 'APPEAL_DECIDED_TOO_OFTEN'
>;
