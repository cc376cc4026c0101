import type { AwardsPlan } from './awards-plan.ts';
import { compareIds } from '../../ids.ts';

export type RankOfEntry = Readonly<{ entryId: string; rank: number }>;
export type GradedEntry = Readonly<{ entryId: string; rank: number; grade: string }>;

/** The grade a rank earns, or undefined. Entries that share a rank share the grade, also when that is one more than planned. */
export const gradeOfRank = (plan: AwardsPlan, rank: number): string | undefined => {
  let last = 0;
  for (const { id, count } of plan.grades) {
    last += count;
    if (rank <= last) return id;
  }
  return undefined;
};

/** What the ranking alone would award: the proposal from which the leadership may depart with reasons. */
export const gradesByRank = (plan: AwardsPlan, ranking: readonly RankOfEntry[]): readonly GradedEntry[] =>
  [...ranking]
    .sort((a, b) => a.rank - b.rank || compareIds(a.entryId, b.entryId))
    .flatMap(({ entryId, rank }) => {
      const grade = gradeOfRank(plan, rank);
      return grade === undefined ? [] : [{ entryId, rank, grade }];
    });

export type AwardedOrganization = Readonly<{
  organizationId: string;
  place: number;
  declared: number;
  awarded: number;
}>;

type UnitRecord = { organizationId: string; declared: number; byGrade: number[]; awarded: number; bestRank: number };

const compareUnits = (a: UnitRecord, b: UnitRecord): number => {
  if (a.awarded !== b.awarded) return b.awarded - a.awarded;
  const grade = a.byGrade.findIndex((count, at) => count !== b.byGrade[at]);
  if (grade !== -1) return (b.byGrade[grade] as number) - (a.byGrade[grade] as number);
  return a.bestRank - b.bestRank;
};

/** Awards for Excellent Organization by the plan's rule (see `OrganizationRule`). */
export const excellentOrganizations = (
  plan: AwardsPlan,
  entries: readonly Readonly<{ entryId: string; organizationId: string }>[],
  awarded: readonly GradedEntry[],
): readonly AwardedOrganization[] => {
  const grades = new Map(awarded.map((entry) => [entry.entryId, entry]));
  const units = new Map<string, UnitRecord>();
  for (const { entryId, organizationId } of entries) {
    const unit = units.get(organizationId) ?? {
      organizationId,
      declared: 0,
      byGrade: plan.grades.map(() => 0),
      awarded: 0,
      bestRank: Infinity,
    };
    units.set(organizationId, unit);
    unit.declared += 1;
    const award = grades.get(entryId);
    if (award === undefined) continue;
    unit.awarded += 1;
    unit.bestRank = Math.min(unit.bestRank, award.rank);
    const grade = plan.grades.findIndex(({ id }) => id === award.grade);
    unit.byGrade[grade] = (unit.byGrade[grade] ?? 0) + 1;
  }
  const { countMax, declaredMin, awardedMin } = plan.organizations;
  const ordered = [...units.values()]
    .filter((unit) => unit.declared >= declaredMin && unit.awarded >= awardedMin)
    .sort((a, b) => compareUnits(a, b) || compareIds(a.organizationId, b.organizationId));
  let place = 0;
  return ordered
    .map((unit, at) => {
      const previous = ordered[at - 1];
      if (previous === undefined || compareUnits(previous, unit) !== 0) place = at + 1;
      return { organizationId: unit.organizationId, place, declared: unit.declared, awarded: unit.awarded };
    })
    .filter((unit) => unit.place <= countMax);
};
