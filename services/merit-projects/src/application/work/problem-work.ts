import { type Grant, reaches, reachOf, type Role } from '@jiangong/access';
import { endOfDay } from '@jiangong/calendar';
import type { WorkItem } from '@jiangong/service-host';
import { SECOND_ROLES } from '../../domain/problem/judging.ts';
import type { WorkKind } from './work-kinds.ts';

/** Problems of one edition under one owner that stand alike. */
export type ProblemGroup = Readonly<{
  editionId: string;
  titleZh: string;
  titleEn: string;
  committeePath: string;
  organizationPath: string;
  state: string;
  ownerRole: string;
  /** The asker found one, told a measure or handed it in: it is not his to close. */
  tookPart: boolean;
  /** Whoever proposed to withdraw it, and in which role; empty: nobody. */
  proposedBy: string;
  proposalRole: string;
  problems: number;
  overdue: number;
  /** The first last day; empty: there is none. */
  dueOn: string;
}>;

type Asker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;
type Step = Readonly<{
  kind: WorkKind;
  action: string;
  roles: readonly Role[];
  /** It is the edition's office that does it. */
  ofOffice: boolean;
  waits: (group: ProblemGroup, role: string, personId: string) => number;
  due: 'last-day' | 'none';
}>;

const only = (holds: boolean, problems: number): number => (holds ? problems : 0);

const STEPS: readonly Step[] = [
  {
    ...{ kind: 'assign-problems', action: 'problem.assign', ofOffice: true, due: 'none' },
    roles: ['committee-officer', 'discipline-inspector'],
    waits: ({ state, problems }) => only(state === 'found', problems),
  },
  {
    ...{ kind: 'solve-problems', action: 'problem.solve', ofOffice: false, due: 'last-day' },
    roles: ['unit-officer', 'branch-secretary'],
    waits: ({ state, ownerRole, problems }, role) => only(state === 'assigned' && ownerRole === role, problems),
  },
  {
    ...{ kind: 'check-problems', action: 'problem.close', ofOffice: true, due: 'none' },
    roles: ['committee-officer', 'committee-leader', 'discipline-inspector'],
    waits: ({ state, tookPart, problems }) => only(state === 'handed-in' && !tookPart, problems),
  },
  {
    ...{ kind: 'follow-overdue-problems', action: 'problem.assign', ofOffice: true, due: 'last-day' },
    roles: ['committee-officer'],
    waits: ({ overdue }) => overdue,
  },
  {
    ...{ kind: 'carry-out-problem-withdrawal', action: 'problem.withdraw', ofOffice: true, due: 'none' },
    roles: SECOND_ROLES.WithdrawProblem,
    waits: ({ proposedBy, proposalRole, problems }, role, personId) =>
      only(proposedBy !== '' && proposedBy !== personId && proposalRole !== role, problems),
  },
];

/** What waits about problems: in the editions that were not given up, those that are over too. */
export const problemWork = (found: readonly ProblemGroup[], { personId, grants, now }: Asker): readonly WorkItem[] =>
  STEPS.flatMap(({ kind, action, roles, ofOffice, waits, due }) =>
    roles.flatMap((role) => {
      const reach = reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
      const mine = found.filter(
        (group) =>
          waits(group, role, personId) > 0 &&
          reaches(reach, { ...group, concerned: false }) &&
          (!ofOffice || reaches(reach, { organizationPath: group.committeePath, concerned: false })),
      );
      return [...new Set(mine.map(({ editionId }) => editionId))].flatMap((editionId) => {
        const groups = mine.filter((group) => group.editionId === editionId);
        const [first] = groups;
        if (first === undefined) return [];
        const total = groups.reduce((sum, group) => sum + waits(group, role, personId), 0);
        const lastDay = groups
          .map(({ dueOn }) => dueOn)
          .filter((day) => day !== '')
          .toSorted()[0];
        const { titleZh, titleEn } = first;
        const about = { subjectKind: 'edition', subjectId: editionId, editionId, titleZh, titleEn };
        const dueAt = due === 'last-day' && lastDay !== undefined ? endOfDay(lastDay) : '';
        return [{ kind, role, ...about, dueAt, done: 0, total }];
      });
    }),
  );
