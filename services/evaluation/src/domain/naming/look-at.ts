import type { LookedAt, OutReason, Reading } from './facts.ts';
import { READINGS } from './facts.ts';

/** What an edition of the series contributes: who declared in it, and the first prizes that stand. Units by id. */
export type EditionRecord = Readonly<{
  editionId: string;
  year: number;
  ordinal: number;
  state: 'commended' | 'abandoned' | 'under-way';
  templateHash: string | null;
  /** The series that its template says it is of; null: none. */
  series: string | null;
  roundId: string | null;
  decisionId: string | null;
  documentNumber: string | null;
  /** The day of the meeting that decided over it; null: none did. */
  decidedOn: string | null;
  declared: readonly string[];
  firstPrizes: readonly Readonly<{ honourId: string; homeId: string }>[];
}>;

/** Who went into whom: the successor by the organization that is no more. */
export type Successors = Readonly<Record<string, string>>;

/** Successions in a row, at most: a longer chain is a circle. */
const SUCCESSIONS_MAX = 50;

/** Where somebody stands today; himself while he stands. */
export const heirOf = (organizationId: string, successors: Successors): string => {
  let heir = organizationId;
  for (let step = 0; step < SUCCESSIONS_MAX; step++) {
    const next = successors[heir];
    if (next === undefined || next === organizationId) return heir;
    heir = next;
  }
  return organizationId;
};

const reasonsOf = (
  reading: Reading,
  years: readonly number[],
  declared: ReadonlySet<number>,
  prized: ReadonlySet<number>,
): readonly OutReason[] => {
  const undeclared = years.filter((year) => !declared.has(year));
  const unprized = years.filter((year) => !prized.has(year));
  const prizesMissing = reading === 'first-prize-once' ? prized.size === 0 : unprized.length > 0;
  return [
    ...(undeclared.length > 0 ? [{ reason: 'not-declared' as const, years: undeclared }] : []),
    ...(prizesMissing ? [{ reason: 'no-first-prize' as const, years: unprized }] : []),
  ];
};

const subjectOf = (organizationId: string, editions: readonly EditionRecord[], successors: Successors): LookedAt => {
  const heir = heirOf(organizationId, successors);
  const mine = (id: string): boolean => heirOf(id, successors) === organizationId;
  const years = editions.map(({ year }) => year);
  const seen = editions.map(({ year, declared, firstPrizes }) => ({
    year,
    declares: declared.some(mine),
    honourIds: firstPrizes.flatMap(({ homeId, honourId }) => (mine(homeId) ? [honourId] : [])).sort(),
    ids: [...declared, ...firstPrizes.map(({ homeId }) => homeId)].filter((id) => mine(id) && id !== organizationId),
  }));
  const declared = seen.filter(({ declares }) => declares).map(({ year }) => year);
  const firstPrizes = seen
    .filter(({ honourIds }) => honourIds.length > 0)
    .map(({ year, honourIds }) => ({ year, honourIds }));
  const prized = new Set(firstPrizes.map(({ year }) => year));
  return {
    organizationId,
    lineage: [...new Set(seen.flatMap(({ ids }) => ids))].sort(),
    mergedInto: heir === organizationId ? null : heir,
    declared,
    firstPrizes,
    readings: READINGS.map((reading) => {
      const reasons = reasonsOf(reading, years, new Set(declared), prized);
      return { reading, in: heir === organizationId && reasons.length === 0, reasons };
    }),
  };
};

/**
 * Everybody who declared or won in these editions, and whoever they went into, by id: in or out under each reading, with
 * reasons. Several editions of one lineage count once a year; points are never added.
 */
export const lookAt = (editions: readonly EditionRecord[], successors: Successors): readonly LookedAt[] => {
  const named = editions.flatMap(({ declared, firstPrizes }) => [
    ...declared,
    ...firstPrizes.map(({ homeId }) => homeId),
  ]);
  const everybody = new Set([...named, ...named.map((id) => heirOf(id, successors))]);
  return [...everybody].sort().map((organizationId) => subjectOf(organizationId, editions, successors));
};
