import type { Refusal } from '@jiangong/event-store';
import type { MeetingReason } from '../refusals.ts';

export type SeriesRefusal = Refusal<
  | MeetingReason
  | 'PACESETTERS_NAMED_ALREADY'
  | 'READING_UNKNOWN'
  | 'YEARS_INVALID'
  | 'YEAR_WITHOUT_EDITION'
  | 'YEAR_WITH_TWO_EDITIONS'
  | 'YEAR_NOT_COMMENDED'
  | 'NO_PACESETTERS'
>;
