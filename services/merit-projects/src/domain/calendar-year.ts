import {
  addCalendarDays,
  calendarDaysBetween,
  type HolidayTable,
  type HolidayYear,
  isWorkingDay,
  type LocalDate,
  shippedHolidays,
  weekdayOf,
} from '@jiangong/calendar';

export const DAY_KINDS = ['working', 'weekend', 'holiday', 'make-up'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/**
 * A year day by day. `open`: its notice is known, and that of the year after may still change its December; `complete`: that one is
 * known, too.
 */
export type CalendarYear = Readonly<{
  year: number;
  completeness: 'unknown' | 'open' | 'complete';
  source: 'shipped' | 'entered' | 'none';
  noticeNumber: string;
  hash: string;
  workingDays: number;
  days: readonly Readonly<{ date: LocalDate; kind: DayKind }>[];
}>;

const isIn = (notice: HolidayYear | undefined, date: LocalDate): boolean =>
  notice?.daysOff.some(([from, to]) => from <= date && date <= to) ?? false;

/** A weekend within a holiday's days is holiday: so the notices count it. */
const kindOf = (table: HolidayTable, year: number, date: LocalDate): DayKind => {
  const weekend = [0, 6].includes(weekdayOf(date));
  if (isWorkingDay(table, date) === true) return weekend ? 'make-up' : 'working';
  return isIn(table.get(year), date) || isIn(table.get(year + 1), date) ? 'holiday' : 'weekend';
};

const daysOf = (table: HolidayTable, year: number): CalendarYear['days'] => {
  const count = calendarDaysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
  return Array.from({ length: count }, (_, day) => {
    const date = addCalendarDays(`${year}-01-01`, day);
    return { date, kind: kindOf(table, year, date) };
  });
};

/** Of a year that nobody entered no day is told: which of them are worked is not guessed. */
export const calendarYearOf = (table: HolidayTable, year: number): CalendarYear => {
  const notice = table.get(year);
  if (!notice)
    return { year, completeness: 'unknown', source: 'none', noticeNumber: '', hash: '', workingDays: 0, days: [] };
  const days = daysOf(table, year);
  return {
    year,
    completeness: table.has(year + 1) ? 'complete' : 'open',
    source: shippedHolidays.has(year) ? 'shipped' : 'entered',
    noticeNumber: notice.source,
    hash: notice.hash,
    workingDays: days.filter(({ kind }) => kind === 'working' || kind === 'make-up').length,
    days,
  };
};
