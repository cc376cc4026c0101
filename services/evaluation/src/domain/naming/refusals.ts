import type { Refusal } from '@jiangong/event-store';
import type { TakenReason } from '../decision/refusals.ts';

export type NamingRefusal = Refusal<
  | TakenReason
  | 'NAMING_NOT_COMPUTED'
  | 'SERIES_OF_ANOTHER_PROGRAMME'
  | 'YEARS_INVALID'
  | 'YEAR_WITHOUT_EDITION'
  | 'YEAR_WITH_TWO_EDITIONS'
  | 'YEAR_NOT_COMMENDED'
  | 'YEAR_DECIDED_AFTER_DAY'
  | 'NAMING_BEFORE_ITS_DAY'
  | 'YEAR_ABANDONED'
  | 'NO_YEARS_LEFT'
  | 'SUBJECTS_TOO_MANY'
  | 'SUBJECT_NOT_LOOKED_AT'
  | 'SUBJECT_MERGED'
  | 'LISTED_ALREADY'
  | 'NOT_LISTED'
  | 'CHANGE_UNKNOWN'
  | 'CORRECTION_PROPOSED_ALREADY'
  | 'CORRECTIONS_TOO_MANY'
  | 'TOO_MANY_NAMINGS'
>;
