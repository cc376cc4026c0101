import { type Fact, isRefusal } from '@jiangong/event-store';
import type { BonusSource } from '@jiangong/scoring';
import { bonusDecider } from '../../../src/domain/bonus/decider.ts';
import type { BonusFact } from '../../../src/domain/bonus/facts.ts';
import { bonusGroundOf } from '../../../src/domain/bonus/ground.ts';
import type { BonusOrder } from '../../../src/domain/bonus/orders.ts';
import type { BonusRules } from '../../../src/domain/bonus/rules.ts';
import type { Bonus } from '../../../src/domain/bonus/state.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { closedRound, NOW, openRound, tables as listTables } from '../checklist/example-checklist.ts';
import { EDITION, INSPECTOR, ROUND } from '../round/example-round.ts';

export const HASH = 'b'.repeat(64);

const source: BonusSource = {
  id: 'bonus',
  kind: 'bonus',
  cap: 500,
  once: true,
  groups: [
    { id: 'commended', cap: 400, items: [{ id: 'commended', points: 300, cap: null }] },
    {
      id: 'new',
      cap: null,
      items: [
        { id: 'brand', points: 150, cap: 150 },
        { id: 'method', points: 100, cap: 100 },
      ],
    },
  ],
};
const rules: BonusRules = {
  sourceId: 'bonus',
  claim: null,
  decide: 'organizers',
  document: 'required',
  levels: {
    commended: [
      { id: 'city', points: 100 },
      { id: 'province', points: 200 },
      { id: 'nation', points: 300 },
    ],
    brand: [],
    method: [],
  },
  time: { from: '2021-01-01', months: 12 },
  names: { commended: ['荣誉表彰', 'Commendations'] },
};

export const tables = (over: Partial<BonusRules> = {}, from: Partial<BonusSource> = {}): RoundTables => {
  const { checklists: _lists, ...made } = listTables();
  return {
    ...made,
    sources: [{ ...source, ...from }],
    phases: made.phases.map((phase) => ({
      ...phase,
      rows: [{ id: 'total', absent: 'unranked', op: 'take-bonus', source: 'bonus', groups: ['commended', 'new'] }],
    })),
    bonuses: [{ ...rules, ...over }],
  };
};
export const open = (over: Partial<BonusRules> = {}, from: Partial<BonusSource> = {}): Round =>
  openRound(tables(over, from));
export const closed = (over: Partial<BonusRules> = {}): Round => closedRound(tables(over));

const grant = (role: string, organizationId: string, stands: 'within' | 'elsewhere' = 'within') => ({
  grantId: `grant-${role}`,
  ...{ role, organizationId, stands },
});
const person = (personId: string, ...grants: Candidate['grants']): Candidate => ({ personId, homeId: null, grants });
/** Who may do what here; short names stand for ids. */
export const people = {
  organizer: person('organizer', grant('committee-officer', 'committee')),
  colleague: person('colleague', grant('committee-officer', 'committee')),
  secretary: person('secretary-a', grant('branch-secretary', 'branch-a')),
  deputy: person('deputy-a', grant('branch-secretary', 'branch-a')),
  neighbour: person('secretary-b', grant('branch-secretary', 'branch-b')),
  elsewhere: person('elsewhere', grant('committee-officer', 'another', 'elsewhere')),
  insider: person('insider', grant('committee-officer', 'branch-a')),
  inspector: person(INSPECTOR.personId, grant('discipline-inspector', 'committee')),
  nobody: person('nobody'),
} as const;
export type Who = keyof typeof people;

export const ids = { bonusId: 'bonus-a', roundId: ROUND, editionId: EDITION, entryId: 'entry-a' } as const;

type Bare<O> = O extends BonusOrder ? Omit<O, keyof typeof ids | 'ground' | 'now'> : never;
/** An order of somebody, on a day on which the round is open unless said otherwise. */
export const by = (
  who: Who,
  order: Bare<BonusOrder>,
  at: Readonly<{ round?: Round; now?: string }> = {},
): BonusOrder => {
  const { round = open(), now = NOW } = at;
  return { ...ids, ground: bonusGroundOf(round, 'entry-a', people[who], now), now, ...order } as BonusOrder;
};

export const claim = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'ClaimBonus', claimId: 'c1', sourceId: 'bonus', itemId: 'commended', levelId: 'province', points: 0 },
  ...{ honour: '全省先进党支部', sameAs: '', achievedOn: '2021-07-01', evidence: [HASH], account: '表彰决定附后。' },
  ...over,
});
export const claimBrand = (over: object = {}): Bare<BonusOrder> =>
  claim({ claimId: 'c2', itemId: 'brand', levelId: '', points: 120, honour: '红心窗口', ...over });
export const withdraw = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'WithdrawClaim', claimId: 'c1', why: '级别填写有误。' },
  ...over,
});
const verdict = { claimId: 'c1', outcome: 'granted', levelId: 'province', points: 0, sameAs: '', reason: '' };
export const decide = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'DecideClaim', ...verdict, why: '' },
  ...over,
});
export const decline = (over: object = {}): Bare<BonusOrder> =>
  decide({ outcome: 'declined', levelId: '', reason: 'not-proved', why: '文件未盖章。', ...over });
export const reconsider = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'ReconsiderClaim', ...verdict, levelId: 'city', because: 'level-wrong', why: '实为市级表彰。' },
  ...over,
});
export const propose = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'ProposeBonusAct', proposalId: 'p1', by: { personId: 'organizer', role: 'committee-officer' } },
  ...{ ...verdict, levelId: 'city', because: 'level-wrong', why: '实为市级表彰。' },
  ...over,
});
export const carryOut = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'CarryOutBonusAct', proposalId: 'p1', by: INSPECTOR, why: '同意。' },
  ...over,
});
export const reject = (over: object = {}): Bare<BonusOrder> => ({
  ...{ type: 'RejectBonusProposal', proposalId: 'p1', by: INSPECTOR, why: '理由不充分。' },
  ...over,
});

export const factsOf = (state: Bonus, order: BonusOrder): readonly BonusFact[] => {
  const decision = bonusDecider.decide(state, order);
  if (isRefusal(decision)) throw new Error(`${order.type}: ${decision.reason} ${decision.field ?? ''}`);
  return decision;
};
/** The claims after these orders, each of which is accepted. */
export const after = (...orders: readonly BonusOrder[]): Bonus =>
  orders.reduce<Bonus>(
    (state, order) => factsOf(state, order).reduce(bonusDecider.evolve, state),
    bonusDecider.initial,
  );
/** `REASON field`, or the types of the facts that follow. */
export const answerOf = (state: Bonus, order: BonusOrder): string => {
  const decision = bonusDecider.decide(state, order);
  if (isRefusal(decision))
    return [decision.reason, ...(decision.field === undefined ? [] : [decision.field])].join(' ');
  return decision.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};
