import { addCalendarDays, type LocalDate, LOCAL_YEAR_MAX } from './local-date.ts';

/** Days of civil facts reach further back than the years in which instants can be computed: people were born before. */
export const CIVIL_YEAR_MIN = 1900;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists, from 1900 to the last year of `LocalDate`. Only such a day, no instant, is promised. */
export const isCivilDay = (text: string): boolean => {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < CIVIL_YEAR_MIN || year > LOCAL_YEAR_MAX) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** What is wrong with a day on which a civil act shall have taken effect, and the nearest day that would do. */
export type DayOutside =
  | Readonly<{ kind: 'no-day' }>
  | Readonly<{ kind: 'too-early'; earliest: LocalDate }>
  | Readonly<{ kind: 'too-late'; latest: LocalDate }>;

/** The bounds of an effective day: so many days before and after today, and never before `notBefore` (what it builds upon). */
export type DayBounds = Readonly<{ today: LocalDate; daysBack: number; daysAhead: number; notBefore?: string }>;

/** Whether a day lies outside its bounds; undefined when it does not. */
export const dayOutside = (
  text: string,
  { today, daysBack, daysAhead, notBefore }: DayBounds,
): DayOutside | undefined => {
  if (!isCivilDay(text)) return { kind: 'no-day' };
  const back = addCalendarDays(today, -daysBack);
  const earliest = notBefore !== undefined && notBefore > back ? notBefore : back;
  if (text < earliest) return { kind: 'too-early', earliest };
  const latest = addCalendarDays(today, daysAhead);
  return text > latest ? { kind: 'too-late', latest } : undefined;
};
