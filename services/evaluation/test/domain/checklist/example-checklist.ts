import { type Fact, isRefusal } from '@jiangong/event-store';
import type { ChecklistItem, ChecklistSource } from '@jiangong/scoring';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import type { ChecklistFact } from '../../../src/domain/checklist/facts.ts';
import { type ChecklistGround, groundOf } from '../../../src/domain/checklist/ground.ts';
import type { ChecklistOrder, ProposedTerms } from '../../../src/domain/checklist/orders.ts';
import type { ChecklistRules } from '../../../src/domain/checklist/rules.ts';
import type { Checklist } from '../../../src/domain/checklist/state.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import { isPrepared, type PreparedRound, type Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { outcome } from '../decision/example-decidable.ts';
import { after, close, EDITION, INSPECTOR, open, prepare, ROUND, setWindow } from '../round/example-round.ts';

/** In December 2021 the whole year is judged, quarter by quarter where an area has quarters. */
export const NOW = '2021-12-05T02:00:00.000Z';
export const HASH = 'a'.repeat(64);

const item = (id: string, points: number, over: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...{ id, points, starts: 'zero', per: null, floor: 0, cap: points, step: 50, measures: [], group: null },
  ...over,
});
const list: ChecklistSource = {
  id: 'list',
  kind: 'checklist',
  self: true,
  reviews: ['organizers', 'acceptance'],
  own: { by: 'allow' },
  areas: [
    {
      id: 'life',
      points: 500,
      across: 'mean',
      deductMax: 300,
      lists: [
        {
          fromPeriod: 1,
          items: [
            item('meetings', 400, { starts: 'full', per: -20, step: 1 }),
            item('plan', 100, { starts: 'full', per: -100 }),
          ],
        },
      ],
    },
    {
      id: 'work',
      points: 500,
      across: 'mean',
      deductMax: null,
      lists: [
        {
          fromPeriod: 1,
          items: [
            item('press', 100, { per: 50 }),
            item('team', 400, { measures: [250, 150].map((points, at) => ({ id: `m${at}`, points })) }),
          ],
        },
      ],
    },
  ],
  pointsTotal: 1_000,
};
export const rules: ChecklistRules = {
  sourceId: 'list',
  owners: { meetings: 'organizers', plan: 'organizers', press: 'publicity', team: 'organizers' },
  parts: { life: 'quarter', work: 'round' },
  time: { from: '2021-01-01', months: 12 },
  vetoes: ['plan'],
  answer: true,
  names: { meetings: ['三会一课', 'Three meetings'] },
};
const party = (id: string, role: string) =>
  ({ id, role, scope: 'edition', least: null, recuse: 'home', attest: null }) as const;

export const tables = (over: Partial<ChecklistRules> = {}, source: Partial<ChecklistSource> = {}): RoundTables => ({
  programme: { id: 'lists', nameZh: '检查清单', nameEn: 'Check-list', series: null },
  sources: [{ ...list, ...source }],
  phases: [
    {
      id: 'main',
      admits: { kind: 'all' },
      within: 'all',
      rows: [
        {
          id: 'total',
          op: 'take-checklist',
          source: 'list',
          view: 'last',
          unscored: 'zero',
          areas: [
            { area: 'life', periods: 4, least: 2 },
            { area: 'work', periods: 1, least: 1 },
          ],
          absent: 'unranked',
        },
      ],
      score: 'total',
      decimals: 2,
      rank: { on: 'exact', better: 'higher', ties: [], then: 'shared' },
    },
  ],
  outcome,
  seating: [],
  parties: [
    party('organizers', 'committee-officer'),
    party('publicity', 'appraisal-office'),
    party('acceptance', 'expert'),
    party('body', 'committee-leader'),
  ],
  deciding: 'body',
  notices: [],
  checklists: [{ ...rules, ...over }],
});

export const admitBranch = (name: string): ScoringOrder => ({
  type: 'AdmitEntry',
  now: NOW,
  entry: {
    entryId: `entry-${name}`,
    subject: { kind: 'organization', id: `branch-${name}` },
    nominatorId: `unit-${name}`,
    homeId: `unit-${name}`,
    track: 'branch',
    title: `第${name}支部`,
    answerable: [`secretary-${name}`],
    fromRound: null,
    rank: null,
  },
});
export const prepared = (round: Round): PreparedRound => {
  if (!isPrepared(round)) throw new Error('no round');
  return round;
};

export const openRound = (made: RoundTables = tables()): Round =>
  after(prepare(made), admitBranch('a'), admitBranch('b'), setWindow(2), open);

export const closedRound = (made: RoundTables = tables()): Round =>
  after(prepare(made), admitBranch('a'), admitBranch('b'), setWindow(2), open, close);

const grant = (role: string, organizationId: string, stands: 'within' | 'elsewhere' = 'within') => ({
  grantId: `grant-${role}`,
  ...{ role, organizationId, stands },
});
const person = (personId: string, ...grants: Candidate['grants']): Candidate => ({ personId, homeId: null, grants });
/** Who may do what here; short names stand for ids. */
export const people = {
  organizer: person('organizer', grant('committee-officer', 'committee')),
  publicist: person('publicist', grant('appraisal-office', 'office-2')),
  acceptor: person('acceptor', grant('expert', 'committee')),
  secretary: person('secretary-a', grant('branch-secretary', 'branch-a')),
  deputy: person('deputy-a', grant('branch-secretary', 'branch-a')),
  elsewhere: person('elsewhere', grant('committee-officer', 'another', 'elsewhere')),
  insider: person('insider', grant('committee-officer', 'branch-a')),
  nobody: person('nobody'),
} as const;
export type Who = keyof typeof people;

export const ids = { checklistId: 'list-a', roundId: ROUND, editionId: EDITION, entryId: 'entry-a' } as const;
export const ground = (who: Who, round: Round = openRound(), now: string = NOW): ChecklistGround =>
  groundOf(round, 'entry-a', people[who], now);

type Bare<O> = O extends ChecklistOrder ? Omit<O, keyof typeof ids | 'ground' | 'now'> : never;
/** An order of somebody, on a day on which the round is open unless said otherwise. */
export const by = (
  who: Who,
  order: Bare<ChecklistOrder>,
  at: Readonly<{ round?: Round; now?: string }> = {},
): ChecklistOrder => {
  const { round = openRound(), now = NOW } = at;
  return { ...ids, ground: ground(who, round, now), now, ...order } as ChecklistOrder;
};

export const record = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'RecordOccurrence', sourceId: 'list', itemId: 'meetings', occurrenceId: 'o1' },
  ...{ effectiveOn: '2021-11-10', count: 1, evidence: [HASH], finding: '十月未召开支部党员大会。' },
  ...over,
});
export const withdraw = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'WithdrawOccurrence', occurrenceId: 'o1', reason: 'recorded-in-error', why: '会议已补开。' },
  ...over,
});
export const review = (marks: readonly number[], over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'ReviewItem', sourceId: 'list', itemId: 'team', period: 1, marks, remark: '' },
  ...over,
});
export const scoreSelf = (marks: readonly number[], over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'ScoreSelf', sourceId: 'list', itemId: 'team', period: 1, marks },
  ...over,
});
export const closePeriod = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'ClosePeriod', part: 'quarter', period: 3 },
  ...over,
});
export const answer = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'AnswerFinding', occurrenceId: 'o1', answer: '会议于十一日召开，记录附后。' },
  ...over,
});
export const OFFICE = { personId: 'organizer', role: 'committee-officer' };
export const SECOND = INSPECTOR;
export const proposeAct = (terms: ProposedTerms, over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'ProposeChecklistAct', proposalId: 'p1', by: OFFICE, terms, why: '经核实有误。' },
  ...over,
});
export const carryOut = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'CarryOutChecklistAct', proposalId: 'p1', by: SECOND, why: '同意。' },
  ...over,
});
export const reject = (over: object = {}): Bare<ChecklistOrder> => ({
  ...{ type: 'RejectChecklistProposal', proposalId: 'p1', by: SECOND, why: '理由不充分。' },
  ...over,
});

export const factsOf = (state: Checklist, order: ChecklistOrder): readonly ChecklistFact[] => {
  const decision = checklistDecider.decide(state, order);
  if (isRefusal(decision)) throw new Error(`${order.type}: ${decision.reason} ${decision.field ?? ''}`);
  return decision;
};
/** The list after these orders, each of which is accepted. */
export const listAfter = (...orders: readonly ChecklistOrder[]): Checklist =>
  orders.reduce<Checklist>(
    (state, order) => factsOf(state, order).reduce(checklistDecider.evolve, state),
    checklistDecider.initial,
  );
/** `REASON field`, or the types of the facts that follow. */
export const answerOf = (state: Checklist, order: ChecklistOrder): string => {
  const decision = checklistDecider.decide(state, order);
  if (isRefusal(decision))
    return [decision.reason, ...(decision.field === undefined ? [] : [decision.field])].join(' ');
  return decision.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};
