import { decide, type Grant, isInForce, reaches, reachOf, type Role } from '@jiangong/access';
import { endOfDay, type LocalDate, localDateOf } from '@jiangong/calendar';
import type { WorkItem, WorkTold } from '@jiangong/service-host';
import { CORRECTING_ROLES } from '../domain/decide-correction.ts';

/** Everything that can wait for somebody here. The words are stable: the console's addresses follow from them. */
export const WORK_KINDS = ['decide-probation', 'carry-out-correction', 'confirm-erasure'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A probationary member whose probation is over by the day. */
export type ProbationLine = Readonly<{ personId: string; organizationPath: string; probationEndsOn: LocalDate }>;

/** What one person asked about another and a second one has to do. */
export type SecondPersonLine = Readonly<{
  personId: string;
  kind: 'correction' | 'erasure';
  proposedBy: string;
  role: string;
  organizationPath: string;
}>;

/** What work is told from: one question each, over the caller's parts of the tree. */
export interface WorkKnowledge {
  probations(paths: readonly string[], today: LocalDate): Promise<readonly ProbationLine[]>;
  secondPersons(paths: readonly string[]): Promise<readonly SecondPersonLine[]>;
}

export type WorkAsker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** People of one kind in one answer; beyond it the answer says that it is cut. */
export const WORK_PEOPLE_MAX = 50;

const about = (personId: string) => ({
  ...{ subjectKind: 'person', subjectId: personId, editionId: '', titleZh: '', titleEn: '', done: 0, total: 1 },
});

const SECRETARY = 'branch-secretary';

const probationWork = (found: readonly ProbationLine[], asker: WorkAsker): readonly WorkItem[] => {
  const { personId: me, grants, now } = asker;
  const subject = { kind: 'person', personId: me } as const;
  const reach = reachOf({ subject, grants, action: 'person.change-stage', roles: [SECRETARY], now });
  return found
    .filter(({ personId, organizationPath }) => reaches(reach, { organizationPath, concerned: personId === me }))
    .map(({ personId, probationEndsOn }) => ({
      ...{ kind: 'decide-probation', role: SECRETARY, ...about(personId), dueAt: endOfDay(probationEndsOn) },
    }));
};

const SECOND = {
  correction: { kind: 'carry-out-correction', action: 'person.correct-stage', roles: CORRECTING_ROLES },
  // An erasure asks for another person, not for another role.
  erasure: { kind: 'confirm-erasure', action: 'person.erase', roles: ['committee-officer'] },
} as const;

const secondWork = (
  found: readonly SecondPersonLine[],
  { personId: me, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap(({ personId, kind, proposedBy, role, organizationPath }) => {
    if (proposedBy === me) return [];
    const { kind: called, action, roles } = SECOND[kind];
    const said = decide({
      subject: { kind: 'person', personId: me },
      grants,
      action,
      resource: { organizationPath, concerns: [personId] },
      now,
    });
    const mine = said.allow ? (said.grant?.role ?? '') : '';
    if (mine === '' || mine === role || !roles.some((one) => one === mine)) return [];
    return [{ kind: called, role: mine, ...about(personId), dueAt: '' }];
  });

/** What waits for somebody about people: no name is in it, and nothing of what was proposed. */
export const listWork = async (knowledge: WorkKnowledge, asker: WorkAsker): Promise<WorkTold> => {
  const { grants, now } = asker;
  const inForce = grants.filter((grant) => isInForce(grant, now));
  const paths = [...new Set(inForce.map(({ organizationPath }) => organizationPath))];
  if (paths.length === 0) return { items: [], cut: false };
  // What no role of his could be told is not asked for.
  const of = async <T>(those: readonly Role[], ask: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    inForce.some(({ role }) => those.includes(role)) ? ask() : [];
  const [probations, seconds] = await Promise.all([
    of([SECRETARY], () => knowledge.probations(paths, localDateOf(now))),
    of([...SECOND.correction.roles, ...SECOND.erasure.roles], () => knowledge.secondPersons(paths)),
  ]);
  return {
    items: [...probationWork(probations, asker), ...secondWork(seconds, asker)],
    cut: probations.length >= WORK_PEOPLE_MAX || seconds.length >= WORK_PEOPLE_MAX,
  };
};
