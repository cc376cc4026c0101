import { covers, decide, isInForce, type Reach, reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem, WorkTold } from '@jiangong/service-host';
import { BRANCH_KINDS } from '../../domain/decision/branch-kinds.ts';
import { CHECKLIST_SECOND_ROLES } from '../../domain/checklist/decide-periods.ts';
import {
  about,
  type OpenEntryProposals,
  type RoundLine,
  WORK_KINDS,
  type WorkAsker,
  type WorkKind,
} from './round-line.ts';
import { secondWork } from './second-work.ts';

export { WORK_KINDS, type WorkKind };
export type { OpenEntryProposals, RoundLine, WorkAsker };
import { appealsWork } from './appeal-work.ts';
import { bonusClaimsWork, bonusProposalsWork } from './bonus-work.ts';
import { measureProposalsWork, measuresWork } from './measure-work.ts';
import { standingPaths, talkWork } from './talk-work.ts';
import { recommendationWork } from './recommendation-work.ts';
import { honourWork, knownOfHonours, WORK_HONOURS_MAX } from './honour-work.ts';
import {
  type FoundRound,
  type MinutesLine,
  type OpenProposal,
  WORK_ROWS_MAX,
  type WorkKnowledge,
} from './work-knowledge.ts';

const ONE = { done: 0, total: 1 } as const;

/** What waits for the caller as an evaluator: to say whom he can not judge, then to judge. */
const seatWork = (line: RoundLine): readonly WorkItem[] => {
  if (line.ownSeat !== 'waiting') return [];
  if (line.state === 'prepared')
    return [{ kind: 'check-recusals', role: '', ...about(line), dueAt: line.opensAt, ...ONE }];
  // Nothing was given to him yet.
  if (line.state !== 'open' || line.dealWaits) return [];
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

/** What a unit does over its part of a round as an office does over a round. */
const OF_PARTS: readonly WorkKind[] = ['record-minutes', 'publish-proposed', 'issue-circular'];

const STEPS: readonly Step[] = [
  {
    kind: 'convene-round',
    ...office('round.assign'),
    waits: ({ state, seats, opensAt }) =>
      state === 'prepared' && seats === 0 ? { dueAt: opensAt, ...ONE } : undefined,
  },
  {
    kind: 'deal-entries',
    ...office('round.assign'),
    waits: ({ state, dealWaits, seats, closesAt }) =>
      state === 'open' && dealWaits && seats > 0 ? { dueAt: closesAt, ...ONE } : undefined,
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
    kind: 'choose-going-on',
    ...office('round.propose'),
    waits: ({ state, outdated, edgeOpen }) =>
      state === 'tallied' && !outdated && edgeOpen ? { dueAt: '', ...ONE } : undefined,
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
    // A unit's part has a circular where the calendar has a stage for it: what some programmes decide is told to nobody.
    waits: ({ state, commends, secondNotice, noticeUntil, commendBy, partOf }, now) =>
      commends &&
      (partOf === '' || commendBy !== '') &&
      ((state === 'decided' && !secondNotice) || (state === 'proposed' && noticeUntil <= now))
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

/** Who carries out: once an aggregate could have been seen, discipline inspection alone; what is left to the body, one of its members. */
const secondRoles = ({ act, unsealed }: OpenProposal): readonly Role[] => {
  if (act === 'ChooseGoingOn') return ['committee-leader'];
  const byEither = act === 'AnnulDecision' || act === 'CorrectNaming';
  return !byEither && unsealed ? ['discipline-inspector'] : ['discipline-inspector', 'committee-leader'];
};

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

const checklistWork = (
  lines: readonly RoundLine[],
  found: readonly OpenEntryProposals[],
  asker: WorkAsker,
): readonly WorkItem[] =>
  secondWork(lines, found, asker, {
    ...{ kind: 'carry-out-checklist-proposal', action: 'checklist.carry-out', roles: CHECKLIST_SECOND_ROLES },
  });

/** Whoever sits in a body that decides: of a working committee, of a unit, or in the meeting of a branch. */
const BODY_ROLES: readonly Role[] = ['committee-leader', 'unit-officer', 'branch-secretary', 'member'];

const minutesWork = (found: readonly MinutesLine[], { grants, now }: WorkAsker): readonly WorkItem[] =>
  found.flatMap((line) => {
    const leading = BODY_ROLES.find((role) =>
      grants.some(
        (grant) =>
          grant.role === role && isInForce(grant, now) && covers(grant.organizationPath, line.organizationPath),
      ),
    );
    if (leading === undefined) return [];
    const { attested: done, present: total } = line;
    return [{ kind: 'attest-minutes', role: leading, ...about(line), dueAt: line.decideBy, done, total }];
  });

/** What each office does over a part that a unit decides is the unit's; the office above is asked once the stage of deciding is over. */
const UNIT_STEPS: readonly Step[] = STEPS.filter(({ kind }) => OF_PARTS.includes(kind)).map((step) => ({
  ...step,
  role: 'unit-officer',
}));

/** What the meeting of a branch decided its secretary writes down. */
const BRANCH_STEPS: readonly Step[] = STEPS.filter(({ kind }) => kind === 'record-minutes').map((step) => ({
  ...step,
  role: 'branch-secretary',
}));

/** By when the unit is to have done it, and whether the template leaves it to units at all. */
const ofUnit = (kind: WorkKind, line: RoundLine): Readonly<{ isUnits: boolean; dueAt: string }> => {
  const { makers, decideBy, publishBy, commendBy } = line;
  if (kind === 'publish-proposed') return { isUnits: makers.includes('notice'), dueAt: publishBy };
  if (kind === 'issue-circular') return { isUnits: makers.includes('commend'), dueAt: commendBy };
  return { isUnits: true, dueAt: decideBy };
};

/** What was decided is made known by the appraisal office where the template names it. */
const PUBLISHER_STEPS: readonly Step[] = STEPS.filter(({ kind }) => kind === 'publish-proposed').map((step) => ({
  ...step,
  role: 'appraisal-office',
}));

const isOffice = ({ kind, role }: Step, line: RoundLine, now: string): boolean => {
  const isPart = line.partOf !== '' && line.committeeKind !== 'working-committee';
  const { isUnits, dueAt } = ofUnit(kind, line);
  if (kind === 'publish-proposed' && !isPart) return role === (line.publisher || 'committee-officer');
  if (role === 'appraisal-office') return false;
  const isBranch = isPart && BRANCH_KINDS.includes(line.committeeKind);
  if (role === 'branch-secretary') return isBranch;
  // The unit above decides for a branch that is late, as the office above does for a unit.
  if (role === 'unit-officer' && isBranch && kind === 'record-minutes') return dueAt !== '' && dueAt <= now;
  if (role === 'unit-officer') return isPart && isUnits;
  if (!isPart) return true;
  return OF_PARTS.includes(kind) && (!isUnits || (dueAt !== '' && dueAt <= now));
};

const officesWork = (lines: readonly RoundLine[], { personId, grants, now }: WorkAsker): readonly WorkItem[] => {
  const reach = ({ action, role }: Pick<Step, 'action' | 'role'>): Reach =>
    reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
  const steps = [...STEPS, ...UNIT_STEPS, ...BRANCH_STEPS, ...PUBLISHER_STEPS].flatMap((step) => {
    const mine = reach(step);
    return lines.flatMap((line): readonly WorkItem[] => {
      const waits = reaches(mine, line) && isOffice(step, line, now) ? step.waits(line, now) : undefined;
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
  const [present, lines] = await Promise.all([knowledge.present(personId), knowledge.rounds(paths, personId)]);
  const where = async <T>(isThere: boolean, ask: () => Promise<readonly T[]>): Promise<readonly T[]> =>
    isThere ? ask() : [];
  const of = (what: keyof Omit<FoundRound, keyof RoundLine>): readonly string[] =>
    lines.filter((line) => line[what]).map(({ roundId }) => roundId);
  const among = async <T>(
    ids: readonly string[],
    ask: (ids: readonly string[], personId: string) => Promise<readonly T[]>,
  ): Promise<readonly T[]> => (ids.length === 0 ? [] : ask(ids, personId));
  const [upward, minutes, honours, proposals, ofLists, ofBonuses, claims, ofMeasures, measures, appeals] =
    await Promise.all([
      where(present.upward, () => knowledge.upward(paths, personId)),
      where(present.minutes, () => knowledge.minutes(personId)),
      knownOfHonours(knowledge, { paths, present }, now),
      among(of('proposals'), knowledge.proposals),
      among(of('lists'), knowledge.checklistProposals),
      among(of('bonuses'), knowledge.bonusProposals),
      among(of('bonuses'), knowledge.bonusClaims),
      among(of('measures'), knowledge.measureProposals),
      among(of('measures'), knowledge.measures),
      among(of('appeals'), knowledge.appeals),
    ]);
  const ofUpward = await among(
    upward.map(({ roundId }) => roundId),
    knowledge.upwardProposals,
  );
  const standing = standingPaths(inForce);
  const [toHold, toConfirm] = await Promise.all([
    where(present.talks, () => knowledge.talksToHold(paths, personId)),
    where(present.talks, () => knowledge.talksToConfirm(standing, personId)),
  ]);
  const items = [
    ...lines.flatMap(seatWork),
    ...officesWork(lines, asker),
    ...proposalWork(lines, proposals, asker),
    ...checklistWork(lines, ofLists, asker),
    ...appealsWork(lines, appeals, asker),
    ...bonusClaimsWork(lines, claims, asker),
    ...bonusProposalsWork(lines, ofBonuses, asker),
    ...measuresWork(lines, measures, asker),
    ...measureProposalsWork(lines, ofMeasures, asker),
    ...minutesWork(minutes, asker),
    ...talkWork(toHold, toConfirm, asker),
    ...recommendationWork(upward, ofUpward, asker),
    ...honourWork(honours, asker),
  ];
  const cut = [
    lines,
    upward,
    proposals,
    ofLists,
    ofBonuses,
    claims,
    ofMeasures,
    measures,
    appeals,
    minutes,
    toHold,
    toConfirm,
  ].some(({ length }) => length >= WORK_ROWS_MAX);
  return { items, cut: cut || Object.values(honours).some(({ length }) => length >= WORK_HONOURS_MAX) };
};
