import type { Refusal } from '@jiangong/event-store';

/** What an order refers to is not there, or not where it should be. Found in the read models, before the rule book. */
export type ReferenceReason =
  | 'EDITION_NOT_FOUND'
  | 'SERIES_INVALID'
  | 'COMMITTEE_NOT_FOUND'
  | 'TEMPLATE_NOT_ADOPTED'
  | 'TEMPLATE_INVALID'
  | 'TEMPLATE_NOT_PLAYED'
  | 'PARAMETERS_INVALID'
  | 'YEAR_NOT_KNOWN'
  | 'WORD_UNKNOWN'
  | 'UNIT_NOT_FOUND'
  | 'UNIT_OUTSIDE_EDITION'
  | 'NOMINATOR_NOT_FOUND'
  | 'SUBJECT_NOT_FOUND'
  | 'SUBJECT_OUTSIDE_NOMINATOR'
  | 'SUBJECT_KIND_NOT_ALLOWED'
  | 'SUBJECT_NOMINATED_ALREADY'
  | 'HOME_NOT_FOUND'
  | 'BRANCH_NOT_FOUND'
  | 'BRANCH_NOT_IN_A_UNIT'
  | 'LEADER_NOT_FOUND'
  | 'LEADER_OUTSIDE_UNIT'
  | 'ENTRY_NOT_FOUND'
  | 'NOTICE_NOT_FOUND'
  | 'OWN_NOTICE_NOT_FOUND'
  | 'OBJECTION_NOT_FOUND'
  | 'CLEARANCE_NOT_FOUND'
  | 'EVIDENCE_NOT_FOUND'
  | 'EVIDENCE_DESTROYED'
  | 'CODE_UNKNOWN'
  | 'TOO_MANY_FILES_BY_CODE'
  | 'BATCH_ENTRIES_INVALID'
  | 'CLAIM_COUNT_INVALID';

export type ReferenceRefusal = Refusal<ReferenceReason>;
