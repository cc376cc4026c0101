const LEAP = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The same day so many months later ('YYYY-MM-DD'); where that month is shorter, its last day (Civil Code art. 202: a period
 * counted in months ends on the corresponding day, or on the month's last day when there is none).
 */
export const addMonths = (date: string, months: number): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [laterYear, laterMonth] = [Math.floor(index / 12), index % 12];
  const days = laterMonth === 1 && LEAP(laterYear) ? 29 : (DAYS[laterMonth] as number);
  return `${String(laterYear).padStart(4, '0')}-${String(laterMonth + 1).padStart(2, '0')}-${String(Math.min(day, days)).padStart(2, '0')}`;
};
