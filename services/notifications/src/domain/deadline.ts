import { addCalendarDays, localDateOf, startOfDay } from '@jiangong/calendar';

/** The last day of a stage, in Shanghai: the day of the last instant before `closesAt`. */
export const lastDayOf = (closesAt: string): string => {
  const date = localDateOf(closesAt);
  return startOfDay(date) === closesAt ? addCalendarDays(date, -1) : date;
};

/** When people are reminded: at the beginning of the day that lies so many days before the last one. */
export const remindAt = (closesAt: string, daysLeft: number): string =>
  startOfDay(addCalendarDays(lastDayOf(closesAt), -daysLeft));
