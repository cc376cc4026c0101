import {
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  endOfDay,
  type HolidayTable,
  holidaysHash,
  type Instant,
  isYearNotKnown,
  localDateOf,
  periodEndsAt,
  type LocalDate,
  type YearNotKnown,
} from '@jiangong/calendar';
import * as limits from './limits.ts';
import type { NoticeRule } from './programme.ts';

/** An end that was computed over working days, and the hash of what the holiday table said of them. */
export type Computed = Readonly<{ until: Instant; holidaysHash: string }>;

/** When a notice that begins at `from` is over; the day it begins on does not count. */
export const noticeEndsAt = (table: HolidayTable, from: Instant, { days, clock }: NoticeRule): Instant | YearNotKnown =>
  clock === 'working' ? periodEndsAt(table, from, days) : endOfDay(addCalendarDays(localDateOf(from), days));

/**
 * When an objection raised in the last minute of a notice that begins at `from` can have been answered. Scoring must not open
 * before: else a last-minute objection would always meet a round that has begun.
 */
export const noticeAnsweredAt = (table: HolidayTable, from: Instant, rule: NoticeRule): Instant | YearNotKnown => {
  const until = noticeEndsAt(table, from, rule);
  if (isYearNotKnown(until)) return until;
  const lastDay = addWorkingDays(table, addCalendarDays(localDateOf(until), -1), limits.ANSWER_WORKING_DAYS_MIN);
  return isYearNotKnown(lastDay) ? lastDay : endOfDay(lastDay);
};

/** The hash of what the table says of the days between two instants. Of days in a year it does not know, an empty one. */
export const holidaysHashBetween = (table: HolidayTable, from: Instant, to: Instant): string => {
  const known = holidaysHash(table, localDateOf(from), localDateOf(to));
  return typeof known === 'string' ? known : '';
};

/** The days of a notice as people count them: the first, the last, and the working days after the first; undefined where a year is not known. */
export const noticeDays = (
  table: HolidayTable,
  from: Instant,
  until: Instant,
): Readonly<{ firstDay: LocalDate; lastDay: LocalDate; workingDays: number | undefined }> => {
  const [firstDay, lastDay] = [localDateOf(from), addCalendarDays(localDateOf(until), -1)];
  const counted = countWorkingDays(table, firstDay, lastDay);
  return { firstDay, lastDay, workingDays: isYearNotKnown(counted) ? undefined : counted };
};
