import {
  addCalendarDays,
  type HolidayTable,
  isLocalDate,
  isWorkingDay,
  isYearNotKnown,
  LOCAL_YEAR_MAX,
  type LocalDate,
  yearOf,
} from '@jiangong/calendar';
import type { EditionFact, EditionOpened } from './facts.ts';
import type { StageDays } from './orders.ts';

/** Why something of an earlier edition is not in the copy, or is there otherwise. */
export const NOT_CARRIED = [
  'late-entries',
  'reopened-stage',
  'holidays-unknown',
  'day-moved',
  'newer-template',
  'title-without-year',
] as const;
export type NotCarried = Readonly<{ what: (typeof NOT_CARRIED)[number]; stageId: string | null }>;

export type CopyAsked = Readonly<{
  year: number;
  /** The template's own days in the year of the earlier edition. */
  ownThen: readonly StageDays[];
  holidays: HolidayTable;
}>;

export type Copy = Readonly<{
  titleZh: string;
  titleEn: string;
  /** Where the earlier edition's days were other than the template's. */
  stages: readonly StageDays[];
  notCarried: readonly NotCarried[];
}>;

type Planned = ReadonlyMap<string, StageDays>;

/** The days that officers planned: a stage that was opened again ran until another day, and no next year is planned by that. */
const plannedDays = (facts: readonly EditionFact[]): Planned =>
  new Map(
    facts.flatMap((fact) => {
      if (fact.type !== 'StageScheduled.v1' && fact.type !== 'StageRescheduled.v1') return [];
      const { stageId, opensOn, closesOn } = fact.data;
      return [[stageId, { stageId, opensOn, closesOn }] as const];
    }),
  );

/** The same day so many years later; 29 February becomes the 28th where there is none. */
const yearsLater = (day: LocalDate, years: number): LocalDate => {
  const same = `${yearOf(day) + years}${day.slice(4)}`;
  return isLocalDate(same) ? same : `${yearOf(day) + years}-02-28`;
};

type Shifted = Readonly<{ day: LocalDate; moved: boolean; unknown: boolean }>;

/** The same day, or the next worked one where the old day was worked and the new one is not. */
const shifted = (holidays: HolidayTable, day: LocalDate, years: number): Shifted => {
  const same = yearsLater(day, years);
  const before = isWorkingDay(holidays, day);
  let next = same;
  for (;;) {
    const working = isWorkingDay(holidays, next);
    if (isYearNotKnown(before) || isYearNotKnown(working)) return { day: same, moved: false, unknown: true };
    if (working || !before) return { day: next, moved: next !== same, unknown: false };
    next = addCalendarDays(next, 1);
  }
};

const shiftedStage = (
  { stageId, opensOn, closesOn }: StageDays,
  years: number,
  holidays: HolidayTable,
): Readonly<{ days: StageDays; notes: readonly NotCarried[] }> => {
  const [opens, closes] = [shifted(holidays, opensOn, years), shifted(holidays, closesOn, years)];
  const notes: NotCarried[] = [];
  if (opens.moved || closes.moved) notes.push({ what: 'day-moved', stageId });
  if (opens.unknown || closes.unknown) notes.push({ what: 'holidays-unknown', stageId });
  return { days: { stageId, opensOn: opens.day, closesOn: closes.day }, notes };
};

/** `2025` becomes `2026` wherever it stands in the title. */
const retitled = (title: string, from: number, to: number): string => title.replaceAll(String(from), String(to));

const titlesOf = (terms: EditionOpened['data'], year: number) => {
  const titles = {
    titleZh: retitled(terms.titleZh, terms.year, year),
    titleEn: retitled(terms.titleEn, terms.year, year),
  };
  const same = titles.titleZh === terms.titleZh || titles.titleEn === terms.titleEn;
  const notes: readonly NotCarried[] = same ? [{ what: 'title-without-year', stageId: null }] : [];
  return { titles, notes };
};

/** What of the earlier edition hangs on its own year alone. */
const leftBehind = (facts: readonly EditionFact[]): readonly NotCarried[] => {
  const late = facts.some(({ type }) => type === 'LateEntryAllowed.v1');
  const reopened = new Set(facts.flatMap((fact) => (fact.type === 'StageReopened.v1' ? [fact.data.stageId] : [])));
  return [
    ...(late ? [{ what: 'late-entries', stageId: null } as const] : []),
    ...[...reopened].map((stageId) => ({ what: 'reopened-stage', stageId }) as const),
  ];
};

/** The last year to which an edition can be copied: its calendar may run into the year after. */
export const COPY_YEAR_MAX = LOCAL_YEAR_MAX - 1;

/**
 * What of an earlier edition opens the next one: its titles with the other year, and days where they were other than the template's
 * own; `terms` as last amended. A stage on the template's days stays on the template's days, whatever those are in the next year.
 */
export const copyOf = (
  terms: EditionOpened['data'],
  facts: readonly EditionFact[],
  { year, ownThen, holidays }: CopyAsked,
): Copy => {
  const years = year - terms.year;
  const own = new Map(ownThen.map((days) => [days.stageId, days]));
  const other = [...plannedDays(facts).values()].filter(({ stageId, opensOn, closesOn }) => {
    const days = own.get(stageId);
    return days?.opensOn !== opensOn || days.closesOn !== closesOn;
  });
  const shifts = other.map((days) => shiftedStage(days, years, holidays));
  const { titles, notes } = titlesOf(terms, year);
  return {
    ...titles,
    stages: shifts.map(({ days }) => days),
    notCarried: [...notes, ...shifts.flatMap((shift) => shift.notes), ...leftBehind(facts)],
  };
};
