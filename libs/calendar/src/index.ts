export { CIVIL_YEAR_MIN, type DayBounds, dayOutside, type DayOutside, isCivilDay } from './civil-day.ts';
export type { DateSpan, HolidayNotice } from './holiday-notices.ts';
export {
  HOLIDAY_DAYS_MAX,
  holidaysHash,
  holidaysHashOf,
  holidaysRefusal,
  type HolidaysRefused,
  type HolidayTable,
  type HolidayYear,
  knownYears,
  shippedHolidays,
  withHolidays,
  type YearNotKnown,
} from './holiday-table.ts';
export {
  addCalendarDays,
  calendarDaysBetween,
  endOfDay,
  type Instant,
  instantAfter,
  isInstant,
  isLocalDate,
  LOCAL_YEAR_MAX,
  LOCAL_YEAR_MIN,
  type LocalDate,
  localDateOf,
  startOfDay,
  weekdayOf,
  yearOf,
} from './local-date.ts';
export {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  isYearNotKnown,
  periodEndsAt,
  WORKING_DAYS_MAX,
} from './working-days.ts';
export { type DayWindow, type InstantWindow, instantsOf, isOpenAt } from './day-window.ts';
export { instantBetween } from './instant-between.ts';
