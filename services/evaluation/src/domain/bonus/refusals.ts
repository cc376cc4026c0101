import type { Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';
import type { BonusHindrance } from './ground.ts';

export type BonusRefusal = Refusal<
  | BonusHindrance
  | TextReason
  | SecondPersonReason
  | 'BONUS_UNKNOWN'
  | 'LEVEL_UNKNOWN'
  | 'POINTS_INVALID'
  | 'EFFECTIVE_ON_INVALID'
  | 'OUTSIDE_JUDGED_TIME'
  | 'EVIDENCE_INVALID'
  | 'CLAIM_NEEDS_DOCUMENT'
  | 'HONOUR_CLAIMED_ALREADY'
  | 'HONOUR_ELSEWHERE'
  | 'NOT_THE_SUBJECT'
  | 'TOO_MANY_CLAIMS'
  | 'CLAIM_UNKNOWN'
  | 'CLAIM_WITHDRAWN'
  | 'CLAIM_DECIDED'
  | 'CLAIM_WAITING'
  | 'CLAIM_NOT_YOURS'
  | 'OWN_CLAIM'
  | 'OWN_ENTRY'
  | 'OWN_ORGANIZATION'
  | 'OUTCOME_UNKNOWN'
  | 'DECLINING_REASON_UNKNOWN'
  | 'RECONSIDERING_REASON_UNKNOWN'
  | 'VERDICT_STANDS'
  | 'DECIDED_TOO_OFTEN'
  | 'PROPOSAL_NEEDED'
  | 'PROPOSAL_LAPSED'
  | 'PROPOSED_ALREADY'
  | 'TOO_MANY_PROPOSALS'
>;
