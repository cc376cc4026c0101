import { excellentOrganizations, type GradedEntry } from '@jiangong/scoring';
import type { DecidedAwards, RoundFact } from './facts.ts';
import type { ClosedRound, Round } from './state.ts';

/** Everything that follows from the decided grades: projects, their leaders, and the units that organized best. */
export const decidedAwards = ({ plan, entries }: ClosedRound, graded: readonly GradedEntry[]): DecidedAwards => {
  const entryOf = new Map(entries.map((entry) => [entry.projectId, entry]));
  const named = new Set<string>();
  return {
    projects: graded.map(({ entryId, grade, rank }) => ({
      projectId: entryId,
      unitId: entryOf.get(entryId)?.unitId ?? '',
      grade,
      rank,
    })),
    leaders: graded.flatMap(({ entryId, grade }) => {
      const personId = entryOf.get(entryId)?.leaderPersonId ?? '';
      if (!plan.leaderGrades.includes(grade) || named.has(personId)) return [];
      named.add(personId);
      return [{ projectId: entryId, personId }];
    }),
    organizations: excellentOrganizations(
      plan,
      entries.map(({ projectId, unitId }) => ({ entryId: projectId, organizationId: unitId })),
      graded,
    ),
  };
};

/** How many awards of all kinds. */
export const awardCount = ({ projects, leaders, organizations }: DecidedAwards): number =>
  projects.length + leaders.length + organizations.length;

/** Decided quietly, published together: only the circular makes the decided awards facts of their own. */
export const awardFacts = ({
  roundId,
  editionId,
  awards,
}: Extract<Round, { kind: 'decided' }>): readonly RoundFact[] => [
  ...awards.projects.map((project): RoundFact => ({
    type: 'ProjectAwarded.v1',
    data: { roundId, editionId, award: 'outstanding-performance', ...project },
  })),
  ...awards.leaders.map((leader): RoundFact => ({ type: 'LeaderAwarded.v1', data: { roundId, editionId, ...leader } })),
  ...awards.organizations.map((unit): RoundFact => ({
    type: 'OrganizationAwarded.v1',
    data: { roundId, editionId, award: 'excellent-organization', ...unit },
  })),
];
