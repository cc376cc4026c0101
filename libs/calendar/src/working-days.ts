import { type HolidayTable, type HolidayYear, yearNotKnown, type YearNotKnown } from './holiday-table.ts';
import {
  addCalendarDays,
  calendarDaysBetween,
  localDateOf,
  type Instant,
  endOfDay,
  type LocalDate,
  weekdayOf,
  yearOf,
} from './local-date.ts';

/** At most so many working days are counted forward at once. */
export const WORKING_DAYS_MAX = 250;

/** Tells an answer from the refusal. */
export const isYearNotKnown = (answer: string | number | boolean | YearNotKnown): answer is YearNotKnown =>
  typeof answer === 'object';

/** What one notice says of a day; undefined when it is silent. */
const saysOf = (notice: HolidayYear | undefined, date: LocalDate): boolean | undefined => {
  if (notice?.makeUpDays.includes(date)) return true;
  return notice?.daysOff.some(([from, to]) => from <= date && date <= to) ? false : undefined;
};

/** Whether a day is worked: weekdays but for the holidays, and the make-up days. */
export const isWorkingDay = (table: HolidayTable, date: LocalDate): boolean | YearNotKnown => {
  const year = yearOf(date);
  const notice = table.get(year);
  if (!notice) return yearNotKnown(year);
  const weekday = weekdayOf(date);
  return saysOf(table.get(year + 1), date) ?? saysOf(notice, date) ?? (weekday !== 0 && weekday !== 6);
};

/** The `days`-th working day after `from`; `from` itself does not count. `days` from 1 to `WORKING_DAYS_MAX`. */
export const addWorkingDays = (table: HolidayTable, from: LocalDate, days: number): LocalDate | YearNotKnown => {
  if (!Number.isInteger(days) || days < 1 || days > WORKING_DAYS_MAX)
    throw new RangeError(`working days must be a whole number from 1 to ${WORKING_DAYS_MAX}: ${days}`);
  let date = from;
  let left = days;
  while (left > 0) {
    date = addCalendarDays(date, 1);
    const working = isWorkingDay(table, date);
    if (isYearNotKnown(working)) return working;
    if (working) left -= 1;
  }
  return date;
};

/** How many working days lie in (from, to]: `from` does not count, `to` does. 0 when `to` is not after `from`. */
export const countWorkingDays = (table: HolidayTable, from: LocalDate, to: LocalDate): number | YearNotKnown => {
  const span = calendarDaysBetween(from, to);
  let count = 0;
  for (let day = 1; day <= span; day += 1) {
    const working = isWorkingDay(table, addCalendarDays(from, day));
    if (isYearNotKnown(working)) return working;
    if (working) count += 1;
  }
  return count;
};

/**
 * When a period of `workingDays` that starts at `from` is over: the first instant after its last working day. The day it
 * starts on does not count (the usual reading of a public notice: 公示期自次日起算).
 */
export const periodEndsAt = (table: HolidayTable, from: Instant, workingDays: number): Instant | YearNotKnown => {
  const lastDay = addWorkingDays(table, localDateOf(from), workingDays);
  return isYearNotKnown(lastDay) ? lastDay : endOfDay(lastDay);
};
