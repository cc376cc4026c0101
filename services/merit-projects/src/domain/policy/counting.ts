import type { Refusal } from '@jiangong/event-store';

/** An award that an edition gives by circular. */
export type Award = Readonly<{ code: string; nameZh: string; nameEn: string }>;

/** An edition that commends, or is about to. */
export type Commending = Readonly<{ editionId: string; year: number; awards: readonly Award[] }>;

/** One policy of a committee above, as it holds for the committee that opens. */
export type Bound = Readonly<{
  /** Whoever set the policy, and which version. */
  committeeId: string;
  version: number;
  /** So many commendations in so many years; null: it says no number for this level. */
  quota: Readonly<{ commendations: number; years: number }> | null;
  cycleYears: number | null;
  /** Editions of whoever set it, where no name may be one of theirs. */
  above: readonly Commending[];
  /** By which exemption this opening is let through; null: it is bound. */
  exemptionId: string | null;
}>;

export type CommendingReason = 'COMMENDATIONS_USED_UP' | 'COMMENDATION_WITHIN_CYCLE' | 'COMMENDATION_NAME_USED_ABOVE';
export type CommendingRefusal = Refusal<CommendingReason>;

/**
 * Editions that stand in the way in the fullest span of `years` years that holds the year: no span may hold more than a policy
 * lets. One year is the year itself.
 */
export const inFullestSpan = (editions: readonly Commending[], year: number, years: number): readonly Commending[] => {
  const spans = Array.from({ length: years }, (_, before) => {
    const first = year - before;
    return editions.filter((one) => one.year >= first && one.year < first + years);
  });
  return spans.reduce((fullest, span) => (span.length > fullest.length ? span : fullest), []);
};

/** How two names are compared: spaces, width and case make no other name. */
const nameKey = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

const namesOf = ({ nameZh, nameEn }: Award): readonly string[] => [nameKey(nameZh), nameKey(nameEn)];

/** Why one policy does not let this edition be opened beside the others of its committee; undefined: it does. */
export const boundRefusal = (
  asked: Commending,
  others: readonly Commending[],
  { committeeId, version, quota, cycleYears, above, exemptionId }: Bound,
): CommendingRefusal | undefined => {
  if (exemptionId !== null) return undefined;
  const { year, awards } = asked;
  const policy = { policyOf: committeeId, version };
  if (quota !== null) {
    const counted = inFullestSpan(others, year, quota.years);
    if (counted.length >= quota.commendations) {
      const { commendations: max, years } = quota;
      const editionIds = counted.map(({ editionId }) => editionId).join(', ');
      return { reason: 'COMMENDATIONS_USED_UP', field: 'year', details: { ...policy, max, years, editionIds } };
    }
  }
  const codes = new Set(awards.map(({ code }) => code));
  const same =
    cycleYears === null
      ? undefined
      : others.find((one) => Math.abs(one.year - year) < cycleYears && one.awards.some(({ code }) => codes.has(code)));
  if (same) {
    const years = cycleYears ?? 0;
    const details = { ...policy, years, editionIds: same.editionId, nextYear: same.year + years };
    return { reason: 'COMMENDATION_WITHIN_CYCLE', field: 'year', details };
  }
  const names = new Set(awards.flatMap(namesOf));
  for (const { editionId, awards: theirs } of above) {
    const taken = theirs.find((award) => namesOf(award).some((name) => names.has(name)));
    if (taken) {
      const details = { ...policy, editionIds: editionId, name: taken.nameZh };
      return { reason: 'COMMENDATION_NAME_USED_ABOVE', field: 'templateHash', details };
    }
  }
  return undefined;
};
