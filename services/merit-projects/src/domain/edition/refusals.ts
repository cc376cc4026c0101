import type { Refusal } from '@jiangong/event-store';
import type { TextReason } from '../check-text.ts';

export type EditionReason =
  | TextReason
  | 'EDITION_NOT_FOUND'
  | 'EDITION_ALREADY_OPEN'
  | 'YEAR_OUT_OF_RANGE'
  | 'YEAR_NOT_KNOWN'
  | 'QUOTA_OUT_OF_RANGE'
  | 'WORKING_DAYS_OUT_OF_RANGE'
  | 'STAGES_INCOMPLETE'
  | 'STAGES_OUT_OF_ORDER'
  | 'NOTICE_CANNOT_END_BEFORE_SCORING'
  | 'DATE_INVALID'
  | 'STAGE_CLOSES_BEFORE_IT_OPENS'
  | 'STAGE_CLOSES_IN_THE_PAST'
  | 'STAGE_ALREADY_OPEN'
  | 'STAGE_ALREADY_CLOSED'
  | 'STAGE_NOT_DUE'
  | 'TOO_MANY_RESCHEDULES'
  | 'LATE_ENTRY_NOT_FOR_STAGE'
  | 'LATE_ENTRY_NOT_NEEDED'
  | 'LATE_ENTRY_PAST_SCORING'
  | 'TOO_MANY_LATE_ENTRIES';

export type EditionRefusal = Refusal<EditionReason>;
