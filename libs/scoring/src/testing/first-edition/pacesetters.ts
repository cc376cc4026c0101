import { compareIds } from '../../ids.ts';

/**
 * The two readings of the source (domain.md 4). Both ask that the unit declared entries in every year of the series;
 * `first-prize-once`: at least one first prize in the period (the default); `first-prize-every-year`: one in each year.
 */
export const pacesetterReadings = ['first-prize-once', 'first-prize-every-year'] as const;
export type PacesetterReading = (typeof pacesetterReadings)[number];

/** What one edition of the series contributes. */
export type SeriesYear = Readonly<{
  year: number;
  /** Units that declared at least one entry in this edition. */
  declared: readonly string[];
  /** Units of which an entry won the first prize. */
  firstPrizes: readonly string[];
}>;

export type PacesetterRecord = Readonly<{
  organizationId: string;
  yearsDeclared: readonly number[];
  yearsFirstPrize: readonly number[];
  /** The readings under which the unit qualifies. */
  qualifies: readonly PacesetterReading[];
}>;

/** Every unit that declared or won in the period, by id, with what it would be named for under each reading. */
export const pacesetterRecords = (series: readonly SeriesYear[]): readonly PacesetterRecord[] => {
  const years = [...series].sort((a, b) => a.year - b.year);
  const units = [...new Set(years.flatMap(({ declared, firstPrizes }) => [...declared, ...firstPrizes]))].sort(
    compareIds,
  );
  return units.map((organizationId) => {
    const yearsDeclared = years.filter(({ declared }) => declared.includes(organizationId)).map(({ year }) => year);
    const yearsFirstPrize = years
      .filter(({ firstPrizes }) => firstPrizes.includes(organizationId))
      .map(({ year }) => year);
    const everyYear = yearsDeclared.length === years.length && years.length > 0;
    const qualifies = pacesetterReadings.filter(
      (reading) =>
        everyYear &&
        (reading === 'first-prize-once' ? yearsFirstPrize.length > 0 : yearsFirstPrize.length === years.length),
    );
    return { organizationId, yearsDeclared, yearsFirstPrize, qualifies };
  });
};
