import type { ExpectedEntry } from './expected-result.ts';
import { AWARDS_PLAN, type AwardsPlan } from './scoring-scheme.ts';

/** The leadership's one departure: the best second prize is raised, the last first prize steps back. */
export type Departure = Readonly<{ entry: string; from: string | null; to: string; why: string }>;

export const departuresOf = (ranking: readonly ExpectedEntry[]): readonly Departure[] => {
  const lastFirst = ranking.filter(({ grade }) => grade === 'first').at(-1);
  const bestSecond = ranking.find(({ grade }) => grade === 'second');
  if (!lastFirst || !bestSecond) throw new Error('the story needs a first and a second prize');
  return [
    {
      entry: bestSecond.entry,
      from: 'second',
      to: 'first',
      why: '该项目在全省重大任务中作用突出，经集体研究晋升一等奖。',
    },
    { entry: lastFirst.entry, from: 'first', to: 'second', why: '同一单位已有获奖项目，经集体研究调整为二等奖。' },
  ];
};

/** The awards after the departures. */
export const decidedAwards = (
  ranking: readonly ExpectedEntry[],
  departures: readonly Departure[],
): readonly ExpectedEntry[] => {
  const changed = new Map(departures.map(({ entry, to }) => [entry, to]));
  return ranking
    .map((entry) => ({ ...entry, grade: changed.get(entry.entry) ?? entry.grade }))
    .filter(({ grade }) => grade !== null);
};

type UnitRecord = { unit: string; awarded: number; byGrade: number[]; bestRank: number };

const betterUnit = (a: UnitRecord, b: UnitRecord): number =>
  b.awarded - a.awarded ||
  a.byGrade
    .map((_, index) => (b.byGrade[index] as number) - (a.byGrade[index] as number))
    .find((difference) => difference !== 0) ||
  a.bestRank - b.bestRank;

/** Awards for Excellent Organization: most awarded entries, then most of the better grades, then the best rank. */
export const excellentUnits = (awards: readonly ExpectedEntry[], plan: AwardsPlan = AWARDS_PLAN): readonly string[] => {
  const records = new Map<string, UnitRecord>();
  for (const { unit, rank, grade } of awards) {
    const record = records.get(unit) ?? { unit, awarded: 0, byGrade: plan.grades.map(() => 0), bestRank: rank };
    const index = plan.grades.findIndex(({ id }) => id === grade);
    record.awarded += 1;
    record.byGrade[index] = (record.byGrade[index] ?? 0) + 1;
    record.bestRank = Math.min(record.bestRank, rank);
    records.set(unit, record);
  }
  const ordered = [...records.values()].sort(betterUnit);
  let place = 0;
  return ordered
    .filter((record, index) => {
      const before = ordered[index - 1];
      if (!before || betterUnit(before, record) !== 0) place = index + 1;
      return place <= plan.organizations.countMax;
    })
    .map(({ unit }) => unit);
};

export type YearOfSeries = Readonly<{ year: number; declared: ReadonlySet<string>; firstPrizes: ReadonlySet<string> }>;

/** Both readings of the source: declared in every year, and a first prize once, or in every year. */
export const expectedPacesetters = (
  years: readonly YearOfSeries[],
  units: readonly string[],
): { once: readonly string[]; everyYear: readonly string[] } => {
  const steady = units.filter((unit) => years.every(({ declared }) => declared.has(unit)));
  return {
    once: steady.filter((unit) => years.some(({ firstPrizes }) => firstPrizes.has(unit))),
    everyYear: steady.filter((unit) => years.every(({ firstPrizes }) => firstPrizes.has(unit))),
  };
};
