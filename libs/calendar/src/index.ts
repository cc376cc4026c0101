export { type DateSpan, type HolidayNotice, holidayNotices } from './holiday-notices.ts';
export {
  addCalendarDays,
  calendarDaysBetween,
  endOfDay,
  type Instant,
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
  knownYears,
  periodEndsAt,
  WORKING_DAYS_MAX,
  type YearNotKnown,
} from './working-days.ts';
export { type DayWindow, type InstantWindow, instantsOf, isOpenAt } from './day-window.ts';
