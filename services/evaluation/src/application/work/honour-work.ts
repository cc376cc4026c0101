import { decide, type Grant, reaches, reachOf } from '@jiangong/access';
import { addCalendarDays, endOfDay, type LocalDate, localDateOf } from '@jiangong/calendar';
import type { WorkItem } from '@jiangong/service-host';
import { HONOUR_SECOND_ROLES } from '../../domain/honour/decider.ts';

type Line = Readonly<{ honourId: string; organizationPath: string; titleZh: string }>;

/** An honour that is to be looked at again: a year or half a year after the last time, or what was found wrong is to be put right. */
export type RecheckLine = Line & Readonly<{ dueOn: LocalDate }>;

/** A proposal about an honour that nobody has carried out or turned down. */
export type HonourProposalLine = Line & Readonly<{ act: string; proposedBy: string; role: string }>;

/** What is known of honours, over the caller's parts of the tree. */
export interface HonourKnowledge {
  rechecks(paths: readonly string[], days: Readonly<{ today: string; until: string }>): Promise<readonly RecheckLine[]>;
  honourProposals(paths: readonly string[]): Promise<readonly HonourProposalLine[]>;
}

type Known = Readonly<{ rechecks: readonly RecheckLine[]; proposals: readonly HonourProposalLine[] }>;
type Asker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** Honours of one kind of work in one answer; beyond it the answer says that it is cut. */
export const WORK_HONOURS_MAX = 50;
/** So many days before its day a recheck waits for somebody. */
export const RECHECK_AHEAD_DAYS = 30;

type Over = Readonly<{ paths: readonly string[]; present: Readonly<{ honours: boolean; honourProposals: boolean }> }>;

export const knownOfHonours = async (
  knowledge: HonourKnowledge,
  { paths, present }: Over,
  now: string,
): Promise<Known> => {
  if (paths.length === 0) return { rechecks: [], proposals: [] };
  const today = localDateOf(now);
  const days = { today, until: addCalendarDays(today, RECHECK_AHEAD_DAYS) };
  const [rechecks, proposals] = await Promise.all([
    present.honours ? knowledge.rechecks(paths, days) : [],
    present.honourProposals ? knowledge.honourProposals(paths) : [],
  ]);
  return { rechecks, proposals };
};

const about = ({ honourId, titleZh }: Line) => ({
  ...{ subjectKind: 'honour', subjectId: honourId, editionId: '', titleZh, titleEn: '', done: 0, total: 1 },
});

const recheckWork = (found: readonly RecheckLine[], { personId, grants, now }: Asker): readonly WorkItem[] => {
  const role = 'committee-officer';
  const subject = { kind: 'person', personId } as const;
  const reach = reachOf({ subject, grants, action: 'honour.recheck', roles: [role], now });
  return found
    .filter(({ organizationPath }) => reaches(reach, { organizationPath, concerned: false }))
    .map((line) => ({ kind: 'recheck-honour', role, ...about(line), dueAt: endOfDay(line.dueOn) }));
};

const proposalWork = (found: readonly HonourProposalLine[], { personId, grants, now }: Asker): readonly WorkItem[] =>
  found.flatMap((line) => {
    if (line.proposedBy === personId) return [];
    const resource = { organizationPath: line.organizationPath };
    const subject = { kind: 'person', personId } as const;
    const said = decide({ subject, grants, action: 'honour.carry-out', resource, now });
    const role = said.allow ? (said.grant?.role ?? '') : '';
    if (role === line.role || !HONOUR_SECOND_ROLES.some((second) => second === role)) return [];
    return [{ kind: 'carry-out-honour-proposal', role, ...about(line), dueAt: '' }];
  });

/** What waits about honours: to be looked at again, or a second person's word. */
export const honourWork = ({ rechecks, proposals }: Known, asker: Asker): readonly WorkItem[] => [
  ...recheckWork(rechecks, asker),
  ...proposalWork(proposals, asker),
];
