import { now } from '../api/platform-clock.ts';
import { languageNow } from '../words/speak.ts';

/** The committee's clock, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/u.test(text);

/** The day of an instant in the committee's zone, `2026-11-28`; a day stays what it is. */
export const dayOf = (text: string): string => (isDay(text) ? text : dayFormat.format(new Date(text)));

/** The last day on which a deadline has not passed. */
export const lastDayOf = (text: string): string =>
  isDay(text) ? text : dayOf(new Date(Date.parse(text) - 1).toISOString());

/** `2026年11月28日` or `28 Nov 2026`. */
export const sayDay = (text: string): string => {
  const day = new Date(`${dayOf(text)}T00:00:00Z`);
  return languageNow() === 'zh'
    ? `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    : new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
        day,
      );
};

/** Without its year, where that stands beside it: `11月28日` or `28 Nov`. */
export const sayDayShort = (text: string): string => {
  const day = new Date(`${dayOf(text)}T00:00:00Z`);
  return languageNow() === 'zh'
    ? `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
    : new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(day);
};

/** With the time of day, in the committee's zone. */
export const sayMoment = (text: string): string =>
  isDay(text) ? sayDay(text) : `${sayDay(text)} ${timeFormat.format(new Date(text))}`;

/** What closes at midnight closes at the end of the day before: `2026年12月18日 24:00`, as notices of offices write it. */
export const sayDeadline = (text: string): string =>
  !isDay(text) && timeFormat.format(new Date(text)) === '00:00' ? `${sayDay(lastDayOf(text))} 24:00` : sayMoment(text);

/** The committee's day now, by the platform's clock. */
export const today = (): string => dayOf(now());

/** Whole days from today until the day of `text`; negative when it has passed. */
export const daysUntil = (text: string): number =>
  Math.round((Date.parse(`${dayOf(text)}T00:00Z`) - Date.parse(`${today()}T00:00Z`)) / DAY_MS);

/** The committee keeps no summer time. */
const OFFSET = '+08:00';

/** When a day begins, as an instant. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00${OFFSET}`).toISOString();

/** When a day is over: the beginning of the next one. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00${OFFSET}`) + DAY_MS).toISOString();

/** A day so many days away. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** To the second, for those who compare with a log: `2026-11-28 09:31:07`. */
export const sayExactly = (moment: string): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
