import { describe, expect, it } from '@jest/globals';
import {
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  type HolidayNotice,
  holidaysHash,
  holidaysHashOf,
  holidaysRefusal,
  isWorkingDay,
  isYearNotKnown,
  knownYears,
  shippedHolidays,
  weekdayOf,
  withHolidays,
  yearOf,
} from '@jiangong/calendar';
import fc from 'fast-check';

const notice2027: HolidayNotice = {
  source: '国办发明电〔2026〕9号',
  daysOff: [
    ['2026-12-31', '2027-01-02'],
    ['2027-02-05', '2027-02-12'],
  ],
  makeUpDays: ['2026-12-26', '2027-02-14'],
};
const entered = withHolidays(shippedHolidays, 2027, notice2027);

/** Some days off and make-up days of 2028, drawn so that they can stand together. */
const anyNotice = fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 12 }).map((days): HolidayNotice => {
  const dates = days.map((day) => addCalendarDays('2028-01-01', day)).filter((date) => yearOf(date) === 2028);
  const isWeekend = (date: string): boolean => [0, 6].includes(weekdayOf(date));
  return {
    source: '国办发明电〔2027〕1号',
    daysOff: dates.filter((date) => !isWeekend(date)).map((date) => [date, date] as const),
    makeUpDays: dates.filter(isWeekend),
  };
});

describe('a table of holidays', () => {
  it('a year that somebody entered is known from then on, and only in that table', () => {
    expect(knownYears(entered)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(knownYears(shippedHolidays)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(isWorkingDay(entered, '2027-02-14')).toBe(true);
    expect(isWorkingDay(entered, '2027-02-12')).toBe(false);
    expect(isWorkingDay(shippedHolidays, '2027-02-12')).toEqual({ reason: 'YEAR_NOT_KNOWN', details: { year: 2027 } });
  });

  it('a notice reaches back into the December before', () => {
    expect(isWorkingDay(shippedHolidays, '2026-12-31')).toBe(true);
    expect(isWorkingDay(entered, '2026-12-31')).toBe(false);
    expect(isWorkingDay(entered, '2026-12-26')).toBe(true);
    expect(addWorkingDays(entered, '2026-12-30', 1)).toBe('2027-01-04');
  });

  it('an entered year can be entered anew, a shipped one never', () => {
    const again = withHolidays(entered, 2027, { ...notice2027, makeUpDays: [] });
    expect(isWorkingDay(again, '2027-02-14')).toBe(false);
    expect(holidaysRefusal(2026, notice2027)).toEqual({
      reason: 'HOLIDAYS_SHIPPED',
      field: 'year',
      details: { year: 2026 },
    });
    expect(() => withHolidays(entered, 2026, notice2027)).toThrow(RangeError);
  });

  it.each([
    ['a day of another year', { daysOff: [['2028-01-01', '2028-01-01']] }, 'HOLIDAYS_DAY_INVALID'],
    ['a day that is none', { daysOff: [['2027-02-29', '2027-03-01']] }, 'HOLIDAYS_DAY_INVALID'],
    ['a November before', { daysOff: [['2026-11-30', '2026-12-01']] }, 'HOLIDAYS_DAY_INVALID'],
    ['a span that ends before it begins', { daysOff: [['2027-05-03', '2027-05-01']] }, 'HOLIDAYS_SPAN_INVALID'],
    [
      'spans that overlap',
      {
        daysOff: [
          ['2027-05-03', '2027-05-06'],
          ['2027-05-01', '2027-05-03'],
        ],
      },
      'HOLIDAYS_SPAN_INVALID',
    ],
    ['a make-up day within the week', { makeUpDays: ['2027-02-15'] }, 'MAKE_UP_DAY_INVALID'],
    ['a make-up day that is off', { makeUpDays: ['2027-02-06'] }, 'MAKE_UP_DAY_INVALID'],
    ['a make-up day of another year', { makeUpDays: ['2028-01-01'] }, 'MAKE_UP_DAY_INVALID'],
    [
      'more days than a notice has',
      { makeUpDays: Array.from({ length: 41 }, () => '2027-02-14') },
      'TOO_MANY_HOLIDAYS',
    ],
  ] as const)('%s is refused', (_what, wrong, reason) => {
    expect(holidaysRefusal(2027, { ...notice2027, ...wrong } as HolidayNotice)?.reason).toBe(reason);
  });

  it('each year has a hash over its number, days and source', () => {
    expect(holidaysHashOf(shippedHolidays, 2026)).toMatch(/^[0-9a-f]{64}$/);
    expect(holidaysHashOf(shippedHolidays, 2027)).toEqual({ reason: 'YEAR_NOT_KNOWN', details: { year: 2027 } });
    const other = withHolidays(shippedHolidays, 2027, { ...notice2027, source: '国办发明电〔2026〕10号' });
    expect(holidaysHashOf(other, 2027)).not.toBe(holidaysHashOf(entered, 2027));
  });

  it('the hash of a span changes with what is said of its days, and with nothing else', () => {
    const untouched = holidaysHash(shippedHolidays, '2026-03-01', '2026-12-20');
    expect(holidaysHash(entered, '2026-03-01', '2026-12-20')).toBe(untouched);
    expect(holidaysHash(entered, '2026-03-01', '2026-12-30')).not.toBe(untouched);
    expect(holidaysHash(shippedHolidays, '2026-12-01', '2027-01-10')).toEqual({
      reason: 'YEAR_NOT_KNOWN',
      details: { year: 2027 },
    });
  });
});

describe('laws of a table', () => {
  it('entering a year changes no other year but the December before it', () => {
    fc.assert(
      fc.property(anyNotice, fc.integer({ min: 0, max: 2_190 }), (notice, days) => {
        const table = withHolidays(entered, 2028, notice);
        const date = addCalendarDays('2021-01-01', days);
        expect(isWorkingDay(table, date)).toBe(isWorkingDay(entered, date));
        expect(holidaysHashOf(table, 2027)).toBe(holidaysHashOf(entered, 2027));
      }),
    );
  });

  it('working days of an entered year are its weekdays less the days off plus the make-up days', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const before = countWorkingDays(
          withHolidays(entered, 2028, { ...notice, daysOff: [], makeUpDays: [] }),
          '2027-12-31',
          '2028-12-31',
        );
        const after = countWorkingDays(withHolidays(entered, 2028, notice), '2027-12-31', '2028-12-31');
        if (isYearNotKnown(before) || isYearNotKnown(after)) throw new Error('2028 was entered');
        expect(after).toBe(before - notice.daysOff.length + notice.makeUpDays.length);
      }),
    );
  });

  it('the order in which years are entered leaves no trace', () => {
    fc.assert(
      fc.property(anyNotice, (notice) => {
        const one = withHolidays(withHolidays(shippedHolidays, 2027, notice2027), 2028, notice);
        const other = withHolidays(withHolidays(shippedHolidays, 2028, notice), 2027, notice2027);
        expect(holidaysHash(one, '2026-01-01', '2028-12-31')).toBe(holidaysHash(other, '2026-01-01', '2028-12-31'));
        expect(knownYears(one)).toEqual(knownYears(other));
      }),
    );
  });
});
