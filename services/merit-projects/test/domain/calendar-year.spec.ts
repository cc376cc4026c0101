import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, countWorkingDays, shippedHolidays, withHolidays } from '@jiangong/calendar';
import { calendarYearOf } from '../../src/domain/calendar-year.ts';

const kindOn = (year: ReturnType<typeof calendarYearOf>, day: string) =>
  year.days.find(({ date }) => date === day)?.kind;

describe('a year day by day', () => {
  it('tells working days, weekends, holidays and make-up days', () => {
    const year = calendarYearOf(shippedHolidays, 2021);
    expect(year).toMatchObject({ completeness: 'complete', source: 'shipped' });
    expect(year.days).toHaveLength(365);
    expect(kindOn(year, '2021-10-01')).toBe('holiday');
    // A Sunday within the holiday's span.
    expect(kindOn(year, '2021-10-03')).toBe('holiday');
    expect(kindOn(year, '2021-10-09')).toBe('make-up');
    expect(kindOn(year, '2021-10-10')).toBe('weekend');
    expect(kindOn(year, '2021-10-11')).toBe('working');
  });

  it('counts the working days as the rules count them', () => {
    for (let year = 2022; year <= 2026; year += 1)
      expect(calendarYearOf(shippedHolidays, year).workingDays).toBe(
        countWorkingDays(shippedHolidays, addCalendarDays(`${year}-01-01`, -1), `${year}-12-31`),
      );
  });

  it('guesses no day of a year that nobody entered, and is open until the year after is entered', () => {
    expect(calendarYearOf(shippedHolidays, 2027)).toMatchObject({ completeness: 'unknown', source: 'none', days: [] });
    expect(calendarYearOf(shippedHolidays, 2026).completeness).toBe('open');
    const notice = {
      source: '国办发明电〔2026〕1号',
      daysOff: [['2026-12-31', '2027-01-02']] as const,
      makeUpDays: [],
    };
    const table = withHolidays(shippedHolidays, 2027, notice);
    expect(calendarYearOf(table, 2027)).toMatchObject({
      completeness: 'open',
      source: 'entered',
      noticeNumber: notice.source,
    });
    // A notice may reach back into the December before its year.
    expect(kindOn(calendarYearOf(table, 2026), '2026-12-31')).toBe('holiday');
    expect(calendarYearOf(table, 2026).completeness).toBe('complete');
  });
});
