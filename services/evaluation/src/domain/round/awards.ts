import { excellentOrganizations, type GradedEntry } from '@jiangong/scoring';
import type { DecidedAwards, RoundFact } from './facts.ts';
import type { ClosedRound, Round } from './state.ts';

/** Everything that follows from the decided grades: entries, their leaders, and the units that organized best. */
export const decidedAwards = ({ plan, entries }: ClosedRound, graded: readonly GradedEntry[]): DecidedAwards => {
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  const named = new Set<string>();
  return {
    entries: graded.map(({ entryId, grade, rank }) => ({
      entryId,
      unitId: entryOf.get(entryId)?.unitId ?? '',
      grade,
      rank,
    })),
    leaders: graded.flatMap(({ entryId, grade }) => {
      const personId = entryOf.get(entryId)?.leaderPersonId ?? '';
      if (!plan.leaderGrades.includes(grade) || named.has(personId)) return [];
      named.add(personId);
      return [{ entryId, personId }];
    }),
    organizations: excellentOrganizations(
      plan,
      entries.map(({ entryId, unitId }) => ({ entryId, organizationId: unitId })),
      graded,
    ),
  };
};

/** How many awards of all kinds. */
export const awardCount = ({ entries, leaders, organizations }: DecidedAwards): number =>
  entries.length + leaders.length + organizations.length;

/** Decided quietly, published together: only the circular makes the decided awards facts of their own. */
export const awardFacts = ({
  roundId,
  editionId,
  awards,
}: Extract<Round, { kind: 'decided' }>): readonly RoundFact[] => [
  ...awards.entries.map((entry): RoundFact => ({
    type: 'EntryAwarded.v1',
    data: { roundId, editionId, award: 'outstanding-performance', ...entry },
  })),
  ...awards.leaders.map((leader): RoundFact => ({ type: 'LeaderAwarded.v1', data: { roundId, editionId, ...leader } })),
  ...awards.organizations.map((unit): RoundFact => ({
    type: 'OrganizationAwarded.v1',
    data: { roundId, editionId, award: 'excellent-organization', ...unit },
  })),
];
