/** A day in Asia/Shanghai, 'YYYY-MM-DD'. */
export type LocalDate = string;

/** A point in time, UTC ISO 8601 with milliseconds: '2021-11-01T16:00:00.000Z'. */
export type Instant = string;

/**
 * Asia/Shanghai has been UTC+08:00 without daylight saving since 15 September 1991, so from 1992 on the offset is a constant.
 * Beyond the last year we would be promising what a legislator may still change.
 */
export const LOCAL_YEAR_MIN = 1992;
export const LOCAL_YEAR_MAX = 2099;

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists and lies between `LOCAL_YEAR_MIN` and `LOCAL_YEAR_MAX`. */
export const isLocalDate = (text: string): boolean => {
  const parts = DATE_FORM.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < LOCAL_YEAR_MIN || year > LOCAL_YEAR_MAX) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const INSTANT_FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** True for a point in time that exists, written as instants are. */
export const isInstant = (text: string): boolean => {
  const ms = INSTANT_FORM.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
};

const dayNumberOf = (date: LocalDate): number => {
  if (!isLocalDate(date))
    throw new RangeError(`not a day of Asia/Shanghai between ${LOCAL_YEAR_MIN} and ${LOCAL_YEAR_MAX}: ${date}`);
  return Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
};

const dateOfDayNumber = (dayNumber: number): LocalDate => {
  const date = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
  if (!isLocalDate(date)) throw new RangeError(`beyond the years ${LOCAL_YEAR_MIN} to ${LOCAL_YEAR_MAX}: ${date}`);
  return date;
};

/** The year of a day. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => (dayNumberOf(date) + 4) % 7;

/** The day so many calendar days later (earlier when negative). Throws RangeError on what is no day: check with `isLocalDate`. */
export const addCalendarDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumberOf(date) + days);

/** How many calendar days `to` lies after `from`; negative when before. */
export const calendarDaysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from);

/** The first instant of a day in Asia/Shanghai. */
export const startOfDay = (date: LocalDate): Instant => new Date(dayNumberOf(date) * DAY_MS - OFFSET_MS).toISOString();

/** The first instant after a day in Asia/Shanghai. */
export const endOfDay = (date: LocalDate): Instant =>
  new Date((dayNumberOf(date) + 1) * DAY_MS - OFFSET_MS).toISOString();

/** The day in Asia/Shanghai that an instant falls on. */
export const localDateOf = (instant: Instant): LocalDate => {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return dateOfDayNumber(Math.floor((ms + OFFSET_MS) / DAY_MS));
};

/** The instant so many milliseconds later; earlier when they are negative. */
export const instantAfter = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();
