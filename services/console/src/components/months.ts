import { languageNow } from '../words/speak.ts';
import { dayAfter } from './dates.ts';

const DAYS_OF_WEEK = 7;
/** A Monday. */
const SOME_MONDAY = '2026-01-05';

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: 'UTC' });
const said = (day: string, options: Intl.DateTimeFormatOptions): string =>
  format(options).format(new Date(`${day}T00:00Z`));

/** `2026年1月` or `January 2026`. */
export const sayMonth = (day: string): string => said(day, { year: 'numeric', month: 'long' });

/** `2026年1月5日星期一` or `Monday 5 January 2026`. */
export const sayDayInFull = (day: string): string =>
  said(day, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

/** From Monday on, each by a short and a long name. */
export const weekdays = (): readonly Readonly<{ short: string; long: string }>[] =>
  Array.from({ length: DAYS_OF_WEEK }, (_, at) => {
    const day = dayAfter(SOME_MONDAY, at);
    return {
      short: said(day, { weekday: languageNow() === 'zh' ? 'narrow' : 'short' }),
      long: said(day, { weekday: 'long' }),
    };
  });

/** From Monday, which is 0. */
const placeInWeek = (day: string): number => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % DAYS_OF_WEEK;

export const weekBegins = (day: string): string => dayAfter(day, -placeInWeek(day));

/** The same day of another month; the last one of a month that is shorter. */
export const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`;
};

/** The weeks of a month, from Monday on; undefined: a place before its first day or after its last one. */
export const weeksOf = (day: string): readonly (readonly (string | undefined)[])[] => {
  const month = day.slice(0, 7);
  const begins = weekBegins(`${month}-01`);
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: DAYS_OF_WEEK }, (_one, at) => {
      const one = dayAfter(begins, week * DAYS_OF_WEEK + at);
      return one.startsWith(month) ? one : undefined;
    }),
  );
  return weeks.filter((week) => week.some((one) => one !== undefined));
};
