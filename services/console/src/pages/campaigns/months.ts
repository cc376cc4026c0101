type Dated = Readonly<{ date: string }>;
type Week<Day> = readonly (Day | null)[];

const WEEK = 7;

/** Monday is 0. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % WEEK;

const weeksOf = <Day extends Dated>(days: readonly Day[]): readonly Week<Day>[] => {
  const first = days[0];
  if (first === undefined) return [];
  const cells: (Day | null)[] = [...Array.from({ length: weekdayOf(first.date) }, () => null), ...days];
  while (cells.length % WEEK !== 0) cells.push(null);
  return Array.from({ length: cells.length / WEEK }, (_, at) => cells.slice(at * WEEK, (at + 1) * WEEK));
};

/** Days of a year by month, each month in weeks that begin on Monday. */
export const daysOfMonths = <Day extends Dated>(
  days: readonly Day[],
): readonly Readonly<{ month: string; weeks: readonly Week<Day>[] }>[] =>
  [...new Set(days.map(({ date }) => date.slice(0, 7)))].map((month) => ({
    month,
    weeks: weeksOf(days.filter(({ date }) => date.startsWith(month))),
  }));
