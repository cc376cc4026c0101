import { expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { problemDecider } from '../../src/domain/problem/decider.ts';
import { PROBLEM_STATES, type Problem } from '../../src/domain/problem/state.ts';
import type { ProblemOrder } from '../../src/domain/problem/orders.ts';
import { by, DUE, NEXT_OWNER, order } from './problem-sample.ts';
import { UNIT } from './edition-sample.ts';

const MONTHS = ['2021-12-06T02:00:00.000Z', '2022-01-20T02:00:00.000Z', '2022-03-06T02:00:00.000Z'] as const;
const DAYS = [DUE, '2022-03-06', '2022-06-30'] as const;

/** Whatever anybody orders, on time and late. */
const ORDERS: readonly ProblemOrder[] = MONTHS.flatMap((now, at) => {
  const dueOn = DAYS[at] ?? DUE;
  return [
    order('FindProblem', { now }),
    order('AssignProblem', { now, dueOn }),
    order('ExtendDeadline', { now, dueOn }),
    order('HandOverProblem', { now, dueOn }),
    order('HandOverProblem', { now, dueOn, ownerId: UNIT }),
    order('HandOverProblem', { now, dueOn, ownerId: NEXT_OWNER, ownerRole: 'branch-secretary' }),
    order('AddMeasure', { now }),
    order('RemoveMeasure', { now }),
    order('HandInProblem', { now }),
    order('TakeBackProblem', { now }),
    order('SendBackProblem', { now, dueOn }),
    order('CloseProblem', { now }),
    order('ReopenProblem', { now, dueOn }),
    order('ProposeWithdrawal', { now }),
    order('RejectWithdrawal', { now }),
    order('WithdrawProblem', { now, by: by.inspector }),
  ];
});

const decided = (state: Problem, one: ProblemOrder): Problem => {
  const decision = problemDecider.decide(state, one);
  return isRefusal(decision) ? state : decision.reduce(problemDecider.evolve, state);
};

const keyOf = (state: Problem): string => JSON.stringify(state);

const PLACES_MAX = 4_000;

/** The plain way forward, half a year later, by who came after. */
const wayForward = (state: Problem): Problem => {
  const later = { now: '2022-06-01T02:00:00.000Z', dueOn: '2022-06-30' } as const;
  return [
    order('FindProblem', later),
    order('AssignProblem', later),
    order('AddMeasure', { ...later, by: by.successor }),
    order('HandInProblem', { ...later, by: by.successor }),
    order('CloseProblem', later),
  ].reduce(decided, state);
};
const hasEnded = ({ kind }: Problem): boolean => kind === 'closed' || kind === 'withdrawn';

it('from every state that any order reaches, on time or late, a problem comes to an end', () => {
  const places = new Map<string, Problem>([[keyOf(problemDecider.initial), problemDecider.initial]]);
  for (const [, state] of places) {
    if (places.size > PLACES_MAX) break;
    for (const one of ORDERS) {
      const next = decided(state, one);
      places.set(keyOf(next), next);
    }
  }
  expect(new Set([...places.values()].map(({ kind }) => kind))).toEqual(new Set(['absent', ...PROBLEM_STATES]));

  // An end without withdrawing what was rightly found.
  const lost = [...places.values()].filter((state) => !hasEnded(wayForward(state)));
  expect(lost).toEqual([]);
  expect(places.size).toBeGreaterThan(1_000);
});

it('also where every counter is used up, and nothing that was told stands any more', () => {
  const again = (count: number, ...orders: readonly ProblemOrder[]) =>
    Array.from({ length: count }, () => orders).flat();
  const used = [
    order('FindProblem'),
    order('AssignProblem'),
    ...again(60, order('HandOverProblem'), order('HandOverProblem', { ownerId: UNIT })),
    ...again(30, order('AddMeasure'), order('HandInProblem'), order('SendBackProblem')),
    ...again(5, order('AddMeasure'), order('HandInProblem'), order('CloseProblem'), order('ReopenProblem')),
    ...again(120, order('AddMeasure'), order('RemoveMeasure')),
    ...again(9, order('ProposeWithdrawal'), order('RejectWithdrawal')),
  ].reduce(decided, problemDecider.initial);
  expect(used).toMatchObject({ kind: 'assigned', told: { measures: {}, proposals: 5 } });
  expect(hasEnded(wayForward(used))).toBe(true);
});
