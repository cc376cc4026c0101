import { decide, type Grant, isInForce, reaches, reachOf, type Role } from '@jiangong/access';
import { endOfDay } from '@jiangong/calendar';
import type { WorkItem, WorkTold } from '@jiangong/service-host';
import { partyRefusal } from '../../domain/by.ts';
import { SECOND_ROLES as OF_EDITIONS } from '../../domain/edition/proposals.ts';
import { SECOND_ROLES as OF_EVIDENCE } from '../../domain/evidence/evidence-file.ts';
import { isActOpen } from '../../domain/edition/terms.ts';
import { SECOND_ROLES as OF_ENTRIES } from '../../domain/entries/proposals.ts';
import { aboutEdition, byOf, dueOf, type EntryGroup, entryWork, type ReachOf, type WorkEdition } from './entry-work.ts';
import { type HolidayProposal, holidayWork } from './holiday-work.ts';
import { nominatingWork, type PutForwardBy } from './nominating-work.ts';
import { type OwnNoticeGroup, ownNoticeWork } from './own-notice-work.ts';
import { type PolicyProposal, policyWork } from './policy-work.ts';
import { type ProblemGroup, problemWork } from './problem-work.ts';
import { NOMINATING } from './work-kinds.ts';

/** Objections to entries of one edition under one place of the tree. */
export type ObjectionGroup = Readonly<{
  editionId: string;
  organizationPath: string;
  concerned: boolean;
  open: number;
  settled: number;
  /** When the first of the open ones is due. */
  dueAt: string;
}>;

/** A proposal that nobody has carried out or turned down. */
export type OpenProposal = Readonly<{
  editionId: string;
  /** Empty: it is about the edition. */
  entryId: string;
  act: string;
  proposedBy: string;
  role: string;
  organizationPath: string;
  concerned: boolean;
  titleZh: string;
  /** Nothing may have happened to the entry since: it has lapsed. */
  lapsed: boolean;
}>;

/** A branch of the caller's, and whether it has an entry in the edition. */
export type BranchPlan = Readonly<{ editionId: string; branchId: string; organizationPath: string; planned: boolean }>;

/** An entry under way with milestones: how many are reached, and when the first of the others is due. */
export type MilestoneLine = Readonly<{
  editionId: string;
  entryId: string;
  titleZh: string;
  organizationPath: string;
  done: number;
  total: number;
  dueOn: string;
}>;

/** What work is told from. Each is one question; the caller's own parts of the tree are all that is looked at. */
export interface WorkKnowledge {
  editions(now: string): Promise<readonly WorkEdition[]>;
  entryGroups(paths: readonly string[], personId: string, now: string): Promise<readonly EntryGroup[]>;
  objections(paths: readonly string[], personId: string): Promise<readonly ObjectionGroup[]>;
  proposals(paths: readonly string[], personId: string): Promise<readonly OpenProposal[]>;
  branchPlans(paths: readonly string[]): Promise<readonly BranchPlan[]>;
  nominators(paths: readonly string[]): Promise<readonly PutForwardBy[]>;
  ownNotices(paths: readonly string[]): Promise<readonly OwnNoticeGroup[]>;
  milestones(paths: readonly string[]): Promise<readonly MilestoneLine[]>;
  problems(paths: readonly string[], personId: string, now: string): Promise<readonly ProblemGroup[]>;
  policyProposals(paths: readonly string[]): Promise<readonly PolicyProposal[]>;
  /** Years that officers have entered, and what is proposed about them. */
  holidays(): Promise<Readonly<{ entered: readonly number[]; proposals: readonly HolidayProposal[] }>>;
}

export type WorkAsker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** Rows that one question gives at most; beyond it the answer says that it is cut. */
export const WORK_ROWS_MAX = 5_000;
/** Things of one kind in one answer. */
export const WORK_ITEMS_OF_A_KIND_MAX = 50;

const SETTLING: readonly Role[] = ['committee-officer', 'discipline-inspector'];

const objectionWork = (
  editions: readonly WorkEdition[],
  found: readonly ObjectionGroup[],
  reach: ReachOf,
): readonly WorkItem[] =>
  editions.flatMap((edition) =>
    SETTLING.flatMap((role) => {
      const mine = found.filter(
        (group) => group.editionId === edition.editionId && reaches(reach('objection.settle', role), group),
      );
      const open = mine.reduce((sum, group) => sum + group.open, 0);
      if (open === 0) return [];
      const done = mine.reduce((sum, group) => sum + group.settled, 0);
      const dueAt =
        mine
          .map((group) => group.dueAt)
          .filter((at) => at !== '')
          .toSorted()[0] ?? '';
      return [{ kind: 'answer-objections', role, ...aboutEdition(edition), dueAt, done, total: done + open }];
    }),
  );

/** Who may carry out an act that another proposed; an edition's and an entry's acts have words of their own. */
const SECOND_ROLES: Readonly<Record<string, readonly string[]>> = {
  ...OF_EDITIONS,
  ...OF_ENTRIES,
  ...OF_EVIDENCE,
};

/** Units are shown nothing that is only proposed, neither here nor in their history. */
const SHOWN_NO_PROPOSALS = 'unit-officer';

/** The action by which each is carried out: what an entry's table calls an act of its own, and what it calls carrying out. */
const ACTION_OF: Readonly<Record<string, string>> = {
  ReopenStage: 'edition.reopen-stage',
  AbandonEdition: 'edition.carry-out',
  BlockEntry: 'entry.block',
  LiftBlock: 'entry.lift-block',
  RemoveEntry: 'entry.carry-out',
  SettleObjection: 'objection.settle',
  ReopenObjection: 'objection.reopen',
  UndoAct: 'entry.undo',
  DestroyEvidence: 'evidence.destroy',
};

/** Proposals that wait for the caller as their second person, of another role than who proposed. */
const proposalWork = (
  editions: readonly WorkEdition[],
  found: readonly OpenProposal[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap((proposal) => {
    const edition = editions.find(({ editionId }) => editionId === proposal.editionId);
    if (proposal.lapsed || proposal.proposedBy === personId) return [];
    const { entryId, editionId, organizationPath, concerned, titleZh } = proposal;
    const roles = (SECOND_ROLES[proposal.act] ?? []).filter(
      (role) => role !== proposal.role && role !== SHOWN_NO_PROPOSALS,
    );
    const said = decide({
      subject: { kind: 'person', personId },
      grants,
      action: ACTION_OF[proposal.act] ?? '',
      resource: { organizationPath, concerns: concerned ? [personId] : [] },
      now,
    });
    if (!said.allow || said.grant === null || !roles.includes(said.grant.role)) return [];
    const one = { role: said.grant.role, dueAt: '', done: 0, total: 1 };
    if (entryId === '' && edition) return [{ kind: 'carry-out-edition-proposal', ...aboutEdition(edition), ...one }];
    // A file that has to go waits also where the year is over.
    if (entryId === '' || (!edition && proposal.act !== 'DestroyEvidence')) return [];
    const about = { subjectKind: 'entry', subjectId: entryId, editionId, titleZh, titleEn: '' };
    return [{ kind: 'carry-out-entry-proposal', ...about, ...one }];
  });

const SECRETARY = 'branch-secretary';

/** Branches that have planned nothing yet, while planning is open to them. */
const planWork = (
  editions: readonly WorkEdition[],
  found: readonly BranchPlan[],
  reach: ReachOf,
  now: string,
): readonly WorkItem[] =>
  editions.flatMap((edition) => {
    const { tables } = edition;
    if (tables.intake !== 'plan-then-declare' || partyRefusal(edition, byOf(SECRETARY), 'plan', 'propose')) return [];
    if (!isActOpen({ stages: edition.stages, lateEntries: [] }, 'plan', now)) return [];
    const mine = found.filter(
      (branch) =>
        branch.editionId === edition.editionId &&
        reaches(reach('entry.plan', SECRETARY), { ...branch, concerned: false }),
    );
    const done = mine.filter(({ planned }) => planned).length;
    if (done === mine.length) return [];
    const dueAt = dueOf(edition, 'plan', ['plan'], now);
    return [{ kind: 'plan-entries', role: SECRETARY, ...aboutEdition(edition), dueAt, done, total: mine.length }];
  });

/** Entries under way with milestones that nobody has said to be reached, while they are delivered. */
const milestoneWork = (
  editions: readonly WorkEdition[],
  found: readonly MilestoneLine[],
  reach: ReachOf,
  now: string,
): readonly WorkItem[] =>
  found.flatMap(({ editionId, entryId, titleZh, organizationPath, done, total, dueOn }) => {
    const edition = editions.find((one) => one.editionId === editionId);
    const mine = reaches(reach('entry.complete-milestone', SECRETARY), { organizationPath, concerned: false });
    if (!edition || !mine || !isActOpen({ stages: edition.stages, lateEntries: [] }, 'deliver', now)) return [];
    const about = { subjectKind: 'entry', subjectId: entryId, editionId, titleZh, titleEn: '' };
    return [{ kind: 'complete-milestones', role: SECRETARY, ...about, dueAt: endOfDay(dueOn), done, total }];
  });

/** What has no moment comes last. */
const placeOf = ({ dueAt, subjectId }: WorkItem): string => `${dueAt === '' ? '~' : dueAt} ${subjectId}`;

/** Keeps so many of each kind, those due first. */
const within = (items: readonly WorkItem[]): WorkTold => {
  const kept: WorkItem[] = [];
  const counted = new Map<string, number>();
  const dueFirst = items.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  for (const item of dueFirst) {
    const count = (counted.get(item.kind) ?? 0) + 1;
    counted.set(item.kind, count);
    if (count <= WORK_ITEMS_OF_A_KIND_MAX) kept.push(item);
  }
  return { items: kept, cut: kept.length < items.length };
};

/** What waits for somebody in the open editions: each kind under the access rule of its own order, and counted, never opened. */
export const listWork = async (knowledge: WorkKnowledge, asker: WorkAsker): Promise<WorkTold> => {
  const { personId, grants, now } = asker;
  const inForce = grants.filter((grant) => isInForce(grant, now));
  const paths = [...new Set(inForce.map(({ organizationPath }) => organizationPath))];
  if (paths.length === 0) return { items: [], cut: false };
  // What no role of his could be told is not asked for: most people have one role, and half of the questions are for others.
  const roles = new Set(inForce.map(({ role }) => role));
  const of = async <T>(those: readonly Role[], ask: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    those.some((role) => roles.has(role)) ? ask() : [];
  const [
    editions,
    groups,
    objections,
    proposals,
    branches,
    nominators,
    ownNotices,
    milestones,
    problems,
    holidays,
    policies,
  ] = await Promise.all([
    knowledge.editions(now),
    knowledge.entryGroups(paths, personId, now),
    of(SETTLING, () => knowledge.objections(paths, personId)),
    knowledge.proposals(paths, personId),
    of([SECRETARY], () => knowledge.branchPlans(paths)),
    of(NOMINATING, () => knowledge.nominators(paths)),
    of(['unit-officer'], () => knowledge.ownNotices(paths)),
    of([SECRETARY], () => knowledge.milestones(paths)),
    knowledge.problems(paths, personId, now),
    knowledge.holidays(),
    of(['committee-leader'], () => knowledge.policyProposals(paths)),
  ]);
  const subject = { kind: 'person', personId } as const;
  const reach: ReachOf = (action, role) => reachOf({ subject, grants, action, roles: [role], now });
  const answer = within([
    ...entryWork(editions, groups, reach, now),
    ...objectionWork(editions, objections, reach),
    ...proposalWork(editions, proposals, asker),
    ...planWork(editions, branches, reach, now),
    ...nominatingWork(editions, nominators, reach, now),
    ...ownNoticeWork(editions, { groups: ownNotices, nominators }, reach, now),
    ...milestoneWork(editions, milestones, reach, now),
    ...problemWork(problems, asker),
    ...holidayWork(holidays, asker),
    ...policyWork(policies, asker),
  ]);
  const full = [groups, objections, proposals, branches, nominators, ownNotices, milestones, problems, policies].some(
    ({ length }) => length >= WORK_ROWS_MAX,
  );
  return { ...answer, cut: answer.cut || full };
};
