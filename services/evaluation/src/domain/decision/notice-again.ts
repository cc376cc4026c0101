import {
  addCalendarDays,
  calendarDaysBetween,
  countWorkingDays,
  type HolidayTable,
  localDateOf,
  type YearNotKnown,
} from '@jiangong/calendar';
import type { SecondNotice } from './decidable.ts';
import type { StoppedNotice } from './stopped-notice.ts';
import type { Decided } from './taken.ts';

/** What is left of a decision's notice when the decision is undone; undefined: it was not published. */
export const stoppedNotice = ({ notice, awards }: Decided, stoppedAt: string): StoppedNotice | undefined =>
  notice === null
    ? undefined
    : {
        ...{ endsAt: notice.endsAt, stoppedAt },
        entryIds: awards.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])),
      };

/**
 * The days of a notice that is published again. Where the template says `again: remaining` these are the days that were left when the one
 * before was stopped, the day it was stopped on among them, and one at least; but whole where it shows anybody who has not been shown yet.
 */
export const noticeDaysAgain = (
  { days, clock, again }: SecondNotice,
  stopped: StoppedNotice | undefined,
  entryIds: readonly string[],
  holidays: HolidayTable,
): number | YearNotKnown => {
  const isNew = (entryId: string): boolean => stopped?.entryIds.includes(entryId) === false;
  if (again !== 'remaining' || stopped === undefined || entryIds.some(isNew)) return days;
  // The end of a notice is the first instant of the day behind it.
  const [before, last] = [stopped.stoppedAt, stopped.endsAt].map((at) => addCalendarDays(localDateOf(at), -1));
  if (before === undefined || last === undefined) return days;
  const left = clock === 'working' ? countWorkingDays(holidays, before, last) : calendarDaysBetween(before, last);
  return typeof left === 'number' ? Math.min(days, Math.max(1, left)) : left;
};
