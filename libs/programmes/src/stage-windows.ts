import {
  addWorkingDays,
  type HolidayTable,
  isYearNotKnown,
  type LocalDate,
  type YearNotKnown,
} from '@jiangong/calendar';

/** The year whose period an edition judges (the last one, where it judges several), and the working days that are known. */
export type CalendarYear = Readonly<{ year: number; holidays: HolidayTable }>;

/** A moment of a calendar: a day so many years after the edition's, or so many working days after a stage closes. */
export type Moment =
  | Readonly<{ kind: 'day'; years: number; month: number; day: number }>
  | Readonly<{ kind: 'after'; stage: string; workingDays: number }>;

export type StageTimes = Readonly<{ id: string; opens: Moment; closes: Moment; every?: Every | null }>;
export type Every = 'month' | 'quarter' | 'half' | 'year';

/** Days, both included. `part` counts a stage's windows from 1 where it has one in every part of the period. */
export type StageWindow = Readonly<{ stageId: string; part: number; opensOn: LocalDate; closesOn: LocalDate }>;

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

export const momentOf = (text: string): Moment => {
  const after = /^after (\S+) \+ (\d+)$/.exec(text);
  if (after) return { kind: 'after', stage: after[1] as string, workingDays: Number(after[2]) };
  const day = /^(?:\+(\d)y )?(\d\d)-(\d\d)$/.exec(text);
  if (!day) throw new Error(`a validated template has no such moment: ${text}`);
  return { kind: 'day', years: Number(day[1] ?? 0), month: Number(day[2]), day: Number(day[3]) };
};

const two = (value: number): string => String(value).padStart(2, '0');

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The same day so many months later; the last day of a month stays the last. */
const shifted = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const target = count % 12;
  const isLast = day >= (DAYS_OF_MONTH[month - 1] as number);
  const last = DAYS_OF_MONTH[target] as number;
  return `${Math.floor(count / 12)}-${two(target + 1)}-${two(isLast ? last : Math.min(day, last))}`;
};

/** A day of a template so many months later, as templates write it. */
export const shiftedMoment = (text: string, months: number): string => {
  const moment = momentOf(text);
  if (moment.kind !== 'day') throw new Error(`only days of the year are moved: ${text}`);
  const [year, ...day] = shifted(`${moment.years}-${two(moment.month)}-${two(moment.day)}`, months).split('-');
  return `${Number(year) === 0 ? '' : `+${year}y `}${day.join('-')}`;
};

type Known = ReadonlyMap<string, StageWindow>;

const dateOf = (moment: Moment, { year, holidays }: CalendarYear, known: Known): LocalDate | YearNotKnown => {
  if (moment.kind === 'day') return `${year + moment.years}-${two(moment.month)}-${two(moment.day)}`;
  const before = known.get(moment.stage);
  if (!before) throw new Error(`a validated template names earlier stages only: ${moment.stage}`);
  return addWorkingDays(holidays, before.closesOn, moment.workingDays);
};

/** Windows of a stage that comes again in every part; one that is longer than a part stands once and spans them. */
const repeated = (window: StageWindow, every: Every): readonly StageWindow[] => {
  const months = MONTHS[every];
  if (every === 'year' || window.closesOn >= shifted(window.opensOn, months)) return [window];
  const last = `${window.opensOn.slice(0, 4)}-12-31`;
  const windows: StageWindow[] = [];
  for (let part = 1; part <= 12 / months; part += 1) {
    const shift = (part - 1) * months;
    const opensOn = shifted(window.opensOn, shift);
    if (part > 1 && opensOn > last) break;
    windows.push({ ...window, part, opensOn, closesOn: shifted(window.closesOn, shift) });
  }
  return windows;
};

/**
 * The template's own dates for a year, in the order of its stages: what an edition gets that says nothing else. The year's
 * holidays are needed only where a stage stands so many working days after another.
 */
export const stageWindows = (
  stages: readonly StageTimes[],
  calendarYear: CalendarYear,
): readonly StageWindow[] | YearNotKnown => {
  const known = new Map<string, StageWindow>();
  const windows: StageWindow[] = [];
  for (const { id, opens, closes, every } of stages) {
    const opensOn = dateOf(opens, calendarYear, known);
    const closesOn = dateOf(closes, calendarYear, known);
    if (isYearNotKnown(opensOn)) return opensOn;
    if (isYearNotKnown(closesOn)) return closesOn;
    const window = { stageId: id, part: 1, opensOn, closesOn };
    known.set(id, window);
    windows.push(...(every ? repeated(window, every) : [window]));
  }
  return windows;
};
