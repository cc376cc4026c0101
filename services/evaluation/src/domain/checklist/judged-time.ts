import { addCalendarDays, type LocalDate } from '@jiangong/calendar';

/** How an area's time is parted; `round`: it is not, and the whole round is one period. */
export const PARTS = ['month', 'quarter', 'half', 'round'] as const;
export type Part = (typeof PARTS)[number];

/** The time that a round judges: from the first day of a month on, so many months; 0: no months, it is held once. */
export type JudgedTime = Readonly<{ from: LocalDate; months: number }>;

const MONTHS = { month: 1, quarter: 3, half: 6 } as const;

const monthOf = (date: LocalDate): number => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month - 1;
};

const firstOf = (month: number): LocalDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** How many periods of a part there are in this time. */
export const periodCount = ({ months }: JudgedTime, part: Part): number =>
  part === 'round' ? 1 : Math.floor(months / MONTHS[part]);

/** The period, from 1, in which a day lies; undefined: in none. */
export const periodOn = (time: JudgedTime, part: Part, on: LocalDate): number | undefined => {
  const passed = monthOf(on) - monthOf(time.from);
  if (time.months > 0 && (passed < 0 || passed >= time.months)) return undefined;
  return part === 'round' ? 1 : Math.floor(passed / MONTHS[part]) + 1;
};

/** The first and the last day of a period, both included; null: it has none, for the round is held once. */
export const daysOf = (
  { from, months }: JudgedTime,
  part: Part,
  period: number,
): Readonly<{ first: LocalDate; last: LocalDate }> | null => {
  if (months === 0) return null;
  const size = part === 'round' ? months : MONTHS[part];
  const first = monthOf(from) + (period - 1) * size;
  return { first: firstOf(first), last: addCalendarDays(firstOf(first + size), -1) };
};
