import { describe, expect, it } from '@jest/globals';
import {
  instantAfter,
  addCalendarDays,
  addWorkingDays,
  calendarDaysBetween,
  countWorkingDays,
  endOfDay,
  instantsOf,
  isLocalDate,
  isOpenAt,
  isWorkingDay,
  isYearNotKnown,
  knownYears,
  localDateOf,
  periodEndsAt,
  shippedHolidays,
  startOfDay,
  weekdayOf,
} from '@jiangong/calendar';
import chineseDays from 'chinese-days';
import fc from 'fast-check';

const anyDay = fc.integer({ min: 0, max: 6 * 365 }).map((days) => addCalendarDays('2021-01-01', days));
const earlyDay = fc.integer({ min: 0, max: 5 * 365 }).map((days) => addCalendarDays('2021-01-01', days));

describe('working days', () => {
  it('every day of 2021 to 2026 agrees with the package chinese-days', () => {
    for (let day = '2021-01-01'; day <= '2026-12-31'; day = addCalendarDays(day, 1))
      expect([day, isWorkingDay(shippedHolidays, day)]).toEqual([day, chineseDays.isWorkday(day)]);
  });

  it('every make-up day falls on a Saturday or a Sunday, and every year names its notice', () => {
    expect(knownYears(shippedHolidays)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    for (const notice of shippedHolidays.values()) {
      expect(notice.source).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
      for (const day of notice.makeUpDays) expect([0, 6]).toContain(weekdayOf(day));
    }
  });

  it('a year without a notice is refused', () => {
    const refusal = { reason: 'YEAR_NOT_KNOWN', details: { year: 2027 } };
    expect(isWorkingDay(shippedHolidays, '2027-03-01')).toEqual(refusal);
    expect(addWorkingDays(shippedHolidays, '2026-12-31', 1)).toEqual(refusal);
    expect(countWorkingDays(shippedHolidays, '2026-12-30', '2027-01-04')).toEqual(refusal);
    expect(periodEndsAt(shippedHolidays, '2026-12-31T01:00:00.000Z', 5)).toEqual(refusal);
    expect(isWorkingDay(shippedHolidays, '2020-12-31')).toEqual({ reason: 'YEAR_NOT_KNOWN', details: { year: 2020 } });
  });

  it('the holiday and its make-up day move the end of a period', () => {
    // 30 September 2021 is a Thursday; 1 to 7 October are off; Saturday 9 October is worked.
    expect(addWorkingDays(shippedHolidays, '2021-09-30', 2)).toBe('2021-10-09');
    expect(periodEndsAt(shippedHolidays, '2021-09-30T09:30:00.000Z', 2)).toBe('2021-10-09T16:00:00.000Z');
  });

  it('counting back what was added gives the same number', () => {
    fc.assert(
      fc.property(earlyDay, fc.integer({ min: 1, max: 200 }), (from, days) => {
        const to = addWorkingDays(shippedHolidays, from, days);
        if (isYearNotKnown(to)) throw new Error('the period stays within the known years');
        expect(isWorkingDay(shippedHolidays, to)).toBe(true);
        expect(countWorkingDays(shippedHolidays, from, to)).toBe(days);
      }),
    );
  });

  it('no working days, a fraction or too many are a bug of the caller', () => {
    for (const days of [0, -1, 1.5, 251])
      expect(() => addWorkingDays(shippedHolidays, '2021-01-04', days)).toThrow(RangeError);
  });
});

describe('days and instants of Asia/Shanghai', () => {
  it('a day begins at 16:00 UTC of the day before', () => {
    expect(startOfDay('2021-11-01')).toBe('2021-10-31T16:00:00.000Z');
    expect(endOfDay('2021-11-01')).toBe('2021-11-01T16:00:00.000Z');
    expect(localDateOf('2021-10-31T15:59:59.999Z')).toBe('2021-10-31');
    expect(localDateOf('2021-10-31T16:00:00.000Z')).toBe('2021-11-01');
  });

  it('agrees with the time zone database of the runtime', () => {
    const formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Shanghai',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 2), max: Date.UTC(2099, 11, 30) }), (ms) => {
        expect(localDateOf(new Date(ms).toISOString())).toBe(formatter.format(ms));
      }),
    );
  });

  it('going to an instant and back keeps the day; adding days and back gives the number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        expect(localDateOf(startOfDay(day))).toBe(day);
        expect(endOfDay(day)).toBe(startOfDay(addCalendarDays(day, 1)));
        expect(calendarDaysBetween(day, addCalendarDays(day, days))).toBe(days);
      }),
    );
  });

  it('what is no day, or outside the years of the fixed offset, is told apart', () => {
    for (const text of ['2021-02-29', '2021-13-01', '2021-1-1', '1991-12-31', '2100-01-01', 'today', '']) {
      expect(isLocalDate(text)).toBe(false);
      expect(() => startOfDay(text)).toThrow(RangeError);
    }
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(() => localDateOf('never')).toThrow(RangeError);
  });
});

describe('a window of days', () => {
  const window = instantsOf({ opensOn: '2021-11-01', closesOn: '2021-11-10' });

  it('is open from the first instant of the first day to the last instant of the last day', () => {
    expect(window).toEqual({ opensAt: '2021-10-31T16:00:00.000Z', closesAt: '2021-11-10T16:00:00.000Z' });
    expect(isOpenAt(window, '2021-10-31T15:59:59.999Z')).toBe(false);
    expect(isOpenAt(window, '2021-10-31T16:00:00.000Z')).toBe(true);
    expect(isOpenAt(window, '2021-11-10T15:59:59.999Z')).toBe(true);
    expect(isOpenAt(window, '2021-11-10T16:00:00.000Z')).toBe(false);
  });
});

it('an instant so many milliseconds later, and earlier', () => {
  expect(instantAfter('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
  expect(instantAfter('2027-01-01T00:00:00.000Z', -1)).toBe('2026-12-31T23:59:59.999Z');
});
