import { type Fact, isRefusal } from '@jiangong/event-store';
import { measureDecider } from '../../../src/domain/measure/decider.ts';
import type { MeasureFact } from '../../../src/domain/measure/facts.ts';
import { measureGroundOf } from '../../../src/domain/measure/ground.ts';
import type { MeasureOrder, WrittenValue } from '../../../src/domain/measure/orders.ts';
import type { MeasureRules } from '../../../src/domain/measure/rules.ts';
import { BLANK, type Measure } from '../../../src/domain/measure/state.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { people as bonusPeople, type Who } from '../bonus/example-bonus.ts';
import { closedRound, NOW, openRound, tables as listTables } from '../checklist/example-checklist.ts';
import { EDITION, INSPECTOR, ROUND } from '../round/example-round.ts';

export { NOW } from '../checklist/example-checklist.ts';
export type { Who } from '../bonus/example-bonus.ts';
export const HASH = 'd'.repeat(64);

export const rules: MeasureRules = {
  sourceId: 'exam',
  by: 'organizers',
  unit: 'points',
  decimals: 1,
  document: 'welcome',
  time: { from: '2021-01-01', months: 12 },
  name: ['理论考试', 'Theory exam'],
};

type Taken = Readonly<{ attempts: 'best' | 'last' | 'sum'; better: 'higher' | 'lower' }>;
export const tables = (over: Partial<MeasureRules> = {}, taken: Partial<Taken> = {}): RoundTables => {
  const { checklists: _lists, ...made } = listTables();
  const { attempts = 'best', better = 'higher' } = taken;
  return {
    ...made,
    sources: [{ id: 'exam', kind: 'measure', better }],
    phases: made.phases.map((phase) => ({
      ...phase,
      rows: [{ id: 'total', absent: 'unranked', op: 'take-measure', source: 'exam', attempts }],
    })),
    measures: [{ ...rules, ...over }],
  };
};
export const open = (over: Partial<MeasureRules> = {}): Round => openRound(tables(over));
export const closed = (over: Partial<MeasureRules> = {}, taken: Partial<Taken> = {}): Round =>
  closedRound(tables(over, taken));
export const unsealed = { ...closed(), seed: 'a'.repeat(64) } as Round;

export const people: Readonly<Record<Who, Candidate>> = bonusPeople;
export const OFFICER = { personId: 'organizer', role: 'committee-officer' } as const;
export const ids = { measureId: 'measure-a', roundId: ROUND, editionId: EDITION, sourceId: 'exam' } as const;

type Bare<O> = O extends MeasureOrder ? Omit<O, keyof typeof ids | 'ground' | 'now'> : never;
const spokenIn = (order: Bare<MeasureOrder>): readonly string[] =>
  order.type === 'RecordMeasures' ? order.values.map(({ entryId }) => entryId) : ['entry-a', 'entry-b'];

/** An order of somebody, on a day on which the round is open unless said otherwise. */
export const by = (
  who: Who,
  order: Bare<MeasureOrder>,
  at: Readonly<{ round?: Round; now?: string; sourceId?: string }> = {},
): MeasureOrder => {
  const { round = open(), now = NOW, sourceId = 'exam' } = at;
  const ground = measureGroundOf(round, { sourceId, entryIds: spokenIn(order) }, people[who], now);
  return { ...ids, sourceId, ground, now, ...order } as MeasureOrder;
};

export const value = (over: Partial<WrittenValue> = {}): WrittenValue => ({
  ...{ entryId: 'entry-a', attempt: 1, value: '87.5', dayOf: '2021-06-01' },
  ...over,
});
export const record = (...values: readonly Partial<WrittenValue>[]): Bare<MeasureOrder> => ({
  ...{ type: 'RecordMeasures', values: values.map(value), origin: '组织部考试中心成绩单', evidence: [HASH] },
});
const asked = {
  ...{ entryId: 'entry-a', attempt: 1, asked: 'value', value: '78.5', dayOf: '2021-06-01' },
  ...{ because: 'recorded-in-error', origin: '组织部考试中心成绩单', evidence: [HASH], why: '两位数字颠倒。' },
};
export const change = (over: object = {}): Bare<MeasureOrder> => ({ type: 'ChangeMeasure', ...asked, ...over });
export const takeBack = (over: object = {}): Bare<MeasureOrder> =>
  change({ asked: 'none', value: '', dayOf: '', origin: '', evidence: [], because: 'attempt-void', ...over });
export const propose = (over: object = {}): Bare<MeasureOrder> => ({
  ...{ type: 'ProposeMeasureAct', proposalId: 'p1', by: OFFICER, ...asked },
  ...over,
});
export const carryOut = (over: object = {}): Bare<MeasureOrder> => ({
  ...{ type: 'CarryOutMeasureAct', proposalId: 'p1', by: INSPECTOR, origin: '组织部考试中心成绩单', why: '同意。' },
  ...over,
});
export const reject = (over: object = {}): Bare<MeasureOrder> => ({
  ...{ type: 'RejectMeasureProposal', proposalId: 'p1', by: INSPECTOR, why: '成绩单无误。' },
  ...over,
});

/** The platform counts: of entry a one of three was delivered, entry b planned nothing. */
export const count = (
  counts = [
    { entryId: 'entry-a', planned: 3, delivered: 1 },
    { entryId: 'entry-b', planned: 0, delivered: 0 },
  ],
): Bare<MeasureOrder> => ({ type: 'ComputeMeasures', counts });

export const factsOf = (state: Measure, order: MeasureOrder): readonly MeasureFact[] => {
  const decision = measureDecider.decide(state, order);
  if (isRefusal(decision)) throw new Error(`${order.type}: ${decision.reason} ${decision.field ?? ''}`);
  return decision;
};
/** What stands after these orders, each of which is accepted. */
export const after = (...orders: readonly MeasureOrder[]): Measure =>
  orders.reduce<Measure>((state, order) => factsOf(state, order).reduce(measureDecider.evolve, state), BLANK);
/** `REASON field`, or the types of the facts that follow. */
export const answerOf = (state: Measure, order: MeasureOrder): string => {
  const decision = measureDecider.decide(state, order);
  if (isRefusal(decision))
    return [decision.reason, ...(decision.field === undefined ? [] : [decision.field])].join(' ');
  return decision.map(({ type }: Fact) => type.replace('.v1', '')).join(' ');
};
/** `entry/attempt value day`, of what stands. */
export const standing = ({ values }: Measure): readonly string[] =>
  [...values].flatMap(([key, { given }]) => (given === null ? [] : [`${key} ${given.value} ${given.dayOf}`]));
