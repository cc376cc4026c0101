import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { type HolidayNotice, shippedNotices } from './holiday-notices.ts';
import { isLocalDate, type LocalDate, weekdayOf, yearOf } from './local-date.ts';

/** What one notice says, and the hash of it. */
export type HolidayYear = HolidayNotice & Readonly<{ year: number; hash: string }>;

/** The years whose working days are known. A value: entering a year gives a new table. */
export type HolidayTable = ReadonlyMap<number, HolidayYear>;

/** The State Council's notice for a year that is needed is not in the table: nobody knows its working days. */
export type YearNotKnown = Readonly<{ reason: 'YEAR_NOT_KNOWN'; details: Readonly<{ year: number }> }>;

/** Why a year can not be entered as it was given. `details` are days or the year, never a text. */
export type HolidaysRefused = Readonly<{
  reason:
    | 'HOLIDAYS_SHIPPED'
    | 'HOLIDAYS_DAY_INVALID'
    | 'HOLIDAYS_SPAN_INVALID'
    | 'MAKE_UP_DAY_INVALID'
    | 'TOO_MANY_HOLIDAYS';
  field: 'year' | 'daysOff' | 'makeUpDays';
  details?: Readonly<Record<string, string | number>>;
}>;

/** Spans of days off, and make-up days, in one notice. The notices of 2021 to 2026 have at most 7 and 8. */
export const HOLIDAY_DAYS_MAX = 40;

/** SHA-256 of the RFC 8785 form of `{daysOff, makeUpDays, source, year}`. */
const hashOf = (year: number, { source, daysOff, makeUpDays }: HolidayNotice): string =>
  sha256Hex(canonicalBytes({ daysOff: daysOff.map((span) => [...span]), makeUpDays: [...makeUpDays], source, year }));

const holidayYear = (year: number, { source, daysOff, makeUpDays }: HolidayNotice): HolidayYear =>
  Object.freeze({
    year,
    source,
    daysOff: Object.freeze(daysOff.map(([from, to]) => Object.freeze([from, to] as const))),
    makeUpDays: Object.freeze([...makeUpDays]),
    hash: hashOf(year, { source, daysOff, makeUpDays }),
  });

/** 2021 to 2026: fixed, nobody enters them anew. */
export const shippedHolidays: HolidayTable = new Map(
  [...shippedNotices].map(([year, notice]) => [year, holidayYear(year, notice)]),
);

export const yearNotKnown = (year: number): YearNotKnown => ({ reason: 'YEAR_NOT_KNOWN', details: { year } });

/** A notice speaks of its own year, and may reach back into the December before it (as that of 2019 did). */
const belongsTo = (year: number, date: LocalDate): boolean =>
  isLocalDate(date) && (yearOf(date) === year || date.startsWith(`${year - 1}-12-`));

/** What keeps a notice from being entered for that year; undefined when it can be. */
export const holidaysRefusal = (
  year: number,
  { daysOff, makeUpDays }: HolidayNotice,
  shipped: HolidayTable = shippedHolidays,
): HolidaysRefused | undefined => {
  if (shipped.has(year)) return { reason: 'HOLIDAYS_SHIPPED', field: 'year', details: { year } };
  if (daysOff.length > HOLIDAY_DAYS_MAX || makeUpDays.length > HOLIDAY_DAYS_MAX)
    return { reason: 'TOO_MANY_HOLIDAYS', field: 'daysOff', details: { max: HOLIDAY_DAYS_MAX } };
  const stray = daysOff.flat().find((date) => !belongsTo(year, date));
  if (stray !== undefined) return { reason: 'HOLIDAYS_DAY_INVALID', field: 'daysOff', details: { year } };
  const ordered = [...daysOff].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [from, to]] of ordered.entries())
    if (to < from || (ordered[index - 1]?.[1] ?? '') >= from)
      return { reason: 'HOLIDAYS_SPAN_INVALID', field: 'daysOff', details: { from, to } };
  for (const date of makeUpDays) {
    const weekend = belongsTo(year, date) && [0, 6].includes(weekdayOf(date));
    const off = daysOff.some(([from, to]) => from <= date && date <= to);
    if (!weekend || off) return { reason: 'MAKE_UP_DAY_INVALID', field: 'makeUpDays', details: { year } };
  }
  return undefined;
};

/** The table with this year entered, or entered anew. Ask `holidaysRefusal` first: what it refuses throws. */
export const withHolidays = (table: HolidayTable, year: number, notice: HolidayNotice): HolidayTable => {
  const refusal = holidaysRefusal(year, notice);
  if (refusal) throw new RangeError(`the holidays of ${year} can not be entered: ${refusal.reason}`);
  return new Map([...table, [year, holidayYear(year, notice)]]);
};

/** The years of a table, from the first. */
export const knownYears = (table: HolidayTable): readonly number[] => [...table.keys()].toSorted((a, b) => a - b);

/** The hash of one year's notice. */
export const holidaysHashOf = (table: HolidayTable, year: number): string | YearNotKnown =>
  table.get(year)?.hash ?? yearNotKnown(year);

/**
 * The hash of all that the table says of the days `from` to `to`: over the hashes of their years, and of the year after where
 * its notice reaches back among them. A fact whose instants were computed with working days carries it.
 */
export const holidaysHash = (table: HolidayTable, from: LocalDate, to: LocalDate): string | YearNotKnown => {
  const hashes: string[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const known = table.get(year);
    if (!known) return yearNotKnown(year);
    hashes.push(known.hash);
  }
  const after = table.get(yearOf(to) + 1);
  const first = [...(after?.daysOff ?? []).flat(), ...(after?.makeUpDays ?? [])].toSorted()[0];
  if (after && first !== undefined && first <= to) hashes.push(after.hash);
  return sha256Hex(canonicalBytes(hashes));
};
