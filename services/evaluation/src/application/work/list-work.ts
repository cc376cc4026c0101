import { covers, decide, type Grant, isInForce, type Reach, reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem, WorkTold } from '@jiangong/service-host';
import { CHECKLIST_SECOND_ROLES } from '../../domain/checklist/decide-periods.ts';
import { type HonourKnowledge, honourWork, knownOfHonours, WORK_HONOURS_MAX } from './honour-work.ts';

/** Everything that can wait for somebody here. The words are stable: the console's addresses follow from them. */
export const WORK_KINDS = [
  'check-recusals',
  'fill-sheet',
  'convene-round',
  'collect-sheets',
  'tally-round',
  'record-minutes',
  'attest-minutes',
  'publish-proposed',
  'issue-circular',
  'answer-reopening-requests',
  'carry-out-round-proposal',
  'carry-out-checklist-proposal',
  'compute-naming',
  'recheck-honour',
  'carry-out-honour-proposal',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** A round, or a naming over a series, as far as it waits for somebody, with the caller's own part in it. */
export type RoundLine = Readonly<{
  roundId: string;
  /** Empty for a naming. */
  editionId: string;
  /** Empty for a round. */
  seriesId: string;
  titleZh: string;
  titleEn: string;
  organizationPath: string;
  /** The caller answers for one of its entries. */
  concerned: boolean;
  secondNotice: boolean;
  state: string;
  opensAt: string;
  closesAt: string;
  noticeUntil: string;
  /** What a naming rests on has moved since it was computed. */
  outdated: boolean;
  /** Its ranks lead to a later phase: nothing is decided over it. */
  goesOn: boolean;
  /** When by the edition's calendar it is to be decided, shown and made known; empty: its calendar does not say. */
  decideBy: string;
  publishBy: string;
  commendBy: string;
  seats: number;
  submitted: number;
  /** Evaluators who asked for their sheets to be opened again, and whom nobody has answered or proposed anything for. */
  reopeningRequests: number;
  /** How the caller's own seat stands; empty: none. */
  ownSeat: string;
}>;

export type OpenProposal = Readonly<{
  roundId: string;
  act: string;
  unsealed: boolean;
  proposedBy: string;
  role: string;
}>;

/** What was proposed about the check-lists of a round by people of one role, as far as the caller is none of them and not judged by it. */
export type OpenChecklistProposals = Readonly<{ roundId: string; role: string; proposals: number }>;

/** Minutes that wait for the caller's attestation. */
export type MinutesLine = Readonly<{
  roundId: string;
  editionId: string;
  /** Empty for a round. */
  seriesId: string;
  titleZh: string;
  titleEn: string;
  organizationPath: string;
  decideBy: string;
  attested: number;
  present: number;
}>;

/** What work is told from: one question each, over the caller's parts of the tree and his own seats. */
export interface WorkKnowledge extends HonourKnowledge {
  rounds(paths: readonly string[], personId: string): Promise<readonly RoundLine[]>;
  proposals(roundIds: readonly string[]): Promise<readonly OpenProposal[]>;
  checklistProposals(roundIds: readonly string[], personId: string): Promise<readonly OpenChecklistProposals[]>;
  minutes(personId: string): Promise<readonly MinutesLine[]>;
}

export type WorkAsker = Readonly<{ personId: string; grants: readonly Grant[]; now: string }>;

/** Rounds and minutes looked at in one answer; beyond them it says that it is cut. */
export const WORK_ROWS_MAX = 500;

type Line = Pick<RoundLine, 'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn'>;

/** A naming is found by its series, which has one at a time. */
const about = ({ roundId, editionId, seriesId, titleZh, titleEn }: Line) => ({
  ...(seriesId === '' ? { subjectKind: 'round', subjectId: roundId } : { subjectKind: 'series', subjectId: seriesId }),
  ...{ editionId, titleZh, titleEn },
});

const ONE = { done: 0, total: 1 } as const;

/** What waits for the caller as an evaluator: to say whom he can not judge, then to judge. */
const seatWork = (line: RoundLine): readonly WorkItem[] => {
  if (line.ownSeat !== 'waiting') return [];
  if (line.state === 'prepared')
    return [{ kind: 'check-recusals', role: '', ...about(line), dueAt: line.opensAt, ...ONE }];
  if (line.state !== 'open') return [];
  return [{ kind: 'fill-sheet', role: '', ...about(line), dueAt: line.closesAt, ...ONE }];
};

/** A step of the office over a round; undefined: the round does not wait for it. */
type Step = Readonly<{
  kind: WorkKind;
  action: string;
  role: Role;
  waits: (line: RoundLine, now: string) => Readonly<{ dueAt: string; done: number; total: number }> | undefined;
}>;

const office = (action: string): Pick<Step, 'action' | 'role'> => ({ action, role: 'committee-officer' });

const STEPS: readonly Step[] = [
  {
    kind: 'convene-round',
    ...office('round.assign'),
    waits: ({ state, seats, opensAt }) =>
      state === 'prepared' && seats === 0 ? { dueAt: opensAt, ...ONE } : undefined,
  },
  {
    kind: 'collect-sheets',
    ...office('round.assign'),
    waits: ({ state, seats, submitted, closesAt }) =>
      state === 'open' && submitted < seats ? { dueAt: closesAt, done: submitted, total: seats } : undefined,
  },
  {
    kind: 'answer-reopening-requests',
    ...office('round.decline-reopening'),
    waits: ({ reopeningRequests }) =>
      reopeningRequests > 0 ? { dueAt: '', done: 0, total: reopeningRequests } : undefined,
  },
  {
    kind: 'tally-round',
    ...office('round.tally'),
    waits: ({ state, decideBy }) => (state === 'closed' ? { dueAt: decideBy, ...ONE } : undefined),
  },
  {
    kind: 'record-minutes',
    ...office('decision.record'),
    waits: ({ state, outdated, goesOn, decideBy }) =>
      state === 'tallied' && !outdated && !goesOn ? { dueAt: decideBy, ...ONE } : undefined,
  },
  {
    kind: 'publish-proposed',
    ...office('decision.publish'),
    waits: ({ state, secondNotice, publishBy }) =>
      state === 'decided' && secondNotice ? { dueAt: publishBy, ...ONE } : undefined,
  },
  {
    kind: 'issue-circular',
    ...office('round.commend'),
    waits: ({ state, secondNotice, noticeUntil, commendBy }, now) =>
      (state === 'decided' && !secondNotice) || (state === 'proposed' && noticeUntil <= now)
        ? { dueAt: commendBy, ...ONE }
        : undefined,
  },
];

/** A list that something has moved under is computed anew before anybody decides over it. */
const namingWork = (lines: readonly RoundLine[], reach: Reach): readonly WorkItem[] =>
  lines
    .filter((line) => line.outdated && line.state !== 'commended' && reaches(reach, line))
    .map((line) => ({
      ...{ kind: 'compute-naming', role: 'committee-officer' },
      ...{ ...about(line), editionId: '', dueAt: '', ...ONE },
    }));

/** Who carries out: once an aggregate could have been seen, discipline inspection alone. */
const secondRoles = ({ act, unsealed }: OpenProposal): readonly Role[] =>
  act !== 'AnnulDecision' && unsealed ? ['discipline-inspector'] : ['discipline-inspector', 'committee-leader'];

const proposalWork = (
  lines: readonly RoundLine[],
  found: readonly OpenProposal[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap((proposal) => {
    const line = lines.find(({ roundId }) => roundId === proposal.roundId);
    if (!line || proposal.proposedBy === personId) return [];
    const { organizationPath, concerned } = line;
    const said = decide({
      subject: { kind: 'person', personId },
      grants,
      action: proposal.act === 'AnnulDecision' ? 'decision.annul' : 'round.carry-out',
      resource: { organizationPath, concerns: concerned ? [personId] : [] },
      now,
    });
    if (!said.allow || said.grant === null) return [];
    const { role } = said.grant;
    if (role === proposal.role || !secondRoles(proposal).includes(role)) return [];
    return [{ kind: 'carry-out-round-proposal', role, ...about(line), dueAt: '', ...ONE }];
  });

/** One line a round, however many lists wait; whoever leads the round's committee or inspects there sees all of them. */
const checklistWork = (
  lines: readonly RoundLine[],
  found: readonly OpenChecklistProposals[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  CHECKLIST_SECOND_ROLES.flatMap((role) => {
    const reach = reachOf({
      subject: { kind: 'person', personId },
      grants,
      action: 'checklist.carry-out',
      roles: [role],
      now,
    });
    return lines.flatMap((line): readonly WorkItem[] => {
      // Not two people of one role: the second one comes from another office.
      const others = found.filter((one) => one.roundId === line.roundId && one.role !== role);
      const total = others.reduce((sum, { proposals }) => sum + proposals, 0);
      if (total === 0 || !reaches(reach, line)) return [];
      return [{ kind: 'carry-out-checklist-proposal', role, ...about(line), dueAt: '', done: 0, total }];
    });
  });

const minutesWork = (found: readonly MinutesLine[], { grants, now }: WorkAsker): readonly WorkItem[] =>
  found.flatMap((line) => {
    const leads = grants.some(
      (grant) =>
        grant.role === 'committee-leader' &&
        isInForce(grant, now) &&
        covers(grant.organizationPath, line.organizationPath),
    );
    if (!leads) return [];
    const { attested: done, present: total } = line;
    return [{ kind: 'attest-minutes', role: 'committee-leader', ...about(line), dueAt: line.decideBy, done, total }];
  });

const officesWork = (lines: readonly RoundLine[], { personId, grants, now }: WorkAsker): readonly WorkItem[] => {
  const reach = ({ action, role }: Pick<Step, 'action' | 'role'>): Reach =>
    reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
  const steps = STEPS.flatMap((step) => {
    const mine = reach(step);
    return lines.flatMap((line): readonly WorkItem[] => {
      const waits = reaches(mine, line) ? step.waits(line, now) : undefined;
      return waits ? [{ kind: step.kind, role: step.role, ...about(line), ...waits }] : [];
    });
  });
  return [...steps, ...namingWork(lines, reach(office('series.name')))];
};

/** What waits for somebody in rounds: his own sheets and minutes, and what his office or his second word is for; then honours. */
export const listWork = async (knowledge: WorkKnowledge, asker: WorkAsker): Promise<WorkTold> => {
  const { personId, grants, now } = asker;
  const inForce = grants.filter((grant) => isInForce(grant, now));
  const paths = [...new Set(inForce.map(({ organizationPath }) => organizationPath))];
  const [lines, minutes, honours] = await Promise.all([
    knowledge.rounds(paths, personId),
    knowledge.minutes(personId),
    knownOfHonours(knowledge, paths, now),
  ]);
  const roundIds = lines.map(({ roundId }) => roundId);
  const [proposals, ofLists] = await Promise.all([
    knowledge.proposals(roundIds),
    knowledge.checklistProposals(roundIds, personId),
  ]);
  const items = [
    ...lines.flatMap(seatWork),
    ...officesWork(lines, asker),
    ...proposalWork(lines, proposals, asker),
    ...checklistWork(lines, ofLists, asker),
    ...minutesWork(minutes, asker),
    ...honourWork(honours, asker),
  ];
  const cut = [lines, proposals, ofLists, minutes].some(({ length }) => length >= WORK_ROWS_MAX);
  return { items, cut: cut || Object.values(honours).some(({ length }) => length >= WORK_HONOURS_MAX) };
};
