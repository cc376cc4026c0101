import { type Instant, periodEndsAt, shippedHolidays, type YearNotKnown } from '@jiangong/calendar';
import * as limits from './limits.ts';

/**
 * When an objection raised in the last minute of a notice that begins at `from` can have been answered. Scoring must not open
 * before: else a last-minute objection would always keep the entry out of it.
 */
export const noticeAnsweredAt = (from: Instant, noticeWorkingDays: number): Instant | YearNotKnown =>
  periodEndsAt(shippedHolidays, from, noticeWorkingDays + limits.ANSWER_WORKING_DAYS_MIN);
