import { describe, expect, it } from '@jest/globals';
import { addCalendarDays, dayOutside, isCivilDay, isInstant, isLocalDate } from '@jiangong/calendar';
import fc from 'fast-check';

const today = '2026-03-02';

describe('instants', () => {
  it('exist, in UTC with milliseconds', () => {
    expect(isInstant('2024-02-29T23:59:59.999Z')).toBe(true);
    for (const text of ['2024-02-30T00:00:00.000Z', '2024-02-29T24:00:00.000Z', '2024-02-29T00:00:00Z', 'now', ''])
      expect(isInstant(text)).toBe(false);
  });
});

describe('civil days', () => {
  it('exist, and reach back to 1900', () => {
    for (const text of ['1900-01-01', '1949-10-01', '2024-02-29', '2099-12-31']) expect(isCivilDay(text)).toBe(true);
    for (const text of ['1899-12-31', '2023-02-29', '2100-01-01', '2024-2-9', '', 'heute', '2024-02-29T00:00'])
      expect(isCivilDay(text)).toBe(false);
  });

  it('every local date is a civil day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39_000 }), (days) => {
        const date = addCalendarDays('1992-01-01', days);
        expect([isLocalDate(date), isCivilDay(date)]).toEqual([true, true]);
      }),
    );
  });
});

describe('the bounds of an effective day', () => {
  const bounds = { today, daysBack: 10, daysAhead: 5 };
  it('lie so many days back and ahead, both included', () => {
    expect(dayOutside('2026-02-20', bounds)).toBeUndefined();
    expect(dayOutside('2026-02-19', bounds)).toEqual({ kind: 'too-early', earliest: '2026-02-20' });
    expect(dayOutside('2026-03-07', bounds)).toBeUndefined();
    expect(dayOutside('2026-03-08', bounds)).toEqual({ kind: 'too-late', latest: '2026-03-07' });
    expect(dayOutside('2026-02-30', bounds)).toEqual({ kind: 'no-day' });
  });
  it('nothing takes effect before what it builds upon', () => {
    expect(dayOutside('2026-02-24', { ...bounds, notBefore: '2026-02-25' })).toEqual({
      kind: 'too-early',
      earliest: '2026-02-25',
    });
    expect(dayOutside('2026-02-24', { ...bounds, notBefore: '1950-02-25' })).toBeUndefined();
  });
});
