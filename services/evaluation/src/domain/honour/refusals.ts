import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

export type HonourRefusal = Refusal<
  | TextReason
  | SecondPersonReason
  | 'HONOUR_NOT_GRANTED'
  | 'HONOUR_WITHDRAWN'
  | 'HONOUR_STANDS'
  | 'HONOUR_OF_ANOTHER_DECISION'
  | 'RESTORED_BY_DECISION_ONLY'
  | 'HONOUR_REASON_UNKNOWN'
  | 'RECHECK_OUTCOME_UNKNOWN'
  | 'RECTIFY_DAY_NEEDED'
  | 'DAY_INVALID'
  | 'DAY_IN_FUTURE'
  | 'DAY_BEFORE_GRANT'
  | 'DAY_PAST'
  | 'DAY_TOO_FAR'
  | 'PROPOSED_ALREADY'
  | 'PROPOSAL_LAPSED'
  | 'PLAQUE_NOT_RECALLED'
>;
