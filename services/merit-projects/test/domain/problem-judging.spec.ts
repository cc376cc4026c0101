import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { problemDecider } from '../../src/domain/problem/decider.ts';
import type { ProblemFact } from '../../src/domain/problem/facts.ts';
import * as limits from '../../src/domain/problem/limits.ts';
import { by, facts, NOW, order, PROBLEM, ref } from './problem-sample.ts';

const { given } = deciderSpec(problemDecider);
const { found, assigned, measure, handedIn, sentBack, closed, reopened } = facts;
const solved = [found, assigned, measure, handedIn] as const;
const times = (count: number, ...each: readonly ProblemFact[]): readonly ProblemFact[] =>
  Array.from({ length: count }, () => each).flat();

describe('it is closed by a second person', () => {
  it('of the office', () =>
    given(...solved)
      .when(order('CloseProblem'))
      .then(closed));
  it('never by who found it, who told a measure, or who handed it in', () => {
    for (const one of [by.finder, by.unit])
      given(...solved)
        .when(order('CloseProblem', { by: one }))
        .thenRefused({ reason: 'PROBLEM_SECOND_PERSON_NEEDED' });
  });
  it('also when he is of the office since yesterday', () =>
    given(...solved)
      .when(order('CloseProblem', { by: { ...by.colleague, personId: by.unit.personId } }))
      .thenRefused({ reason: 'PROBLEM_SECOND_PERSON_NEEDED' }));
  it('never by anybody who belongs to the owner, who sends nothing back and reopens nothing either', () => {
    for (const type of ['CloseProblem', 'SendBackProblem'] as const)
      given(...solved)
        .when(order(type, { ofOwner: true }))
        .thenRefused({ reason: 'PROBLEM_OWN_ORGANIZATION' });
    given(...solved, closed)
      .when(order('ReopenProblem', { ofOwner: true }))
      .thenRefused({ reason: 'PROBLEM_OWN_ORGANIZATION' });
  });
  it('not before it was handed in, and once', () => {
    given(found, assigned, measure).when(order('CloseProblem')).thenRefused({ reason: 'PROBLEM_NOT_HANDED_IN' });
    given(found).when(order('CloseProblem')).thenRefused({ reason: 'PROBLEM_NOT_ASSIGNED' });
    given(...solved, closed)
      .when(order('CloseProblem'))
      .thenRefused({ reason: 'PROBLEM_CLOSED' });
  });
  it('or sent back with a reason and a new day', () => {
    given(...solved)
      .when(order('SendBackProblem'))
      .then(sentBack);
    given(...solved)
      .when(order('SendBackProblem', { why: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(...solved)
      .when(order('SendBackProblem', { dueOn: '2021-12-01' }))
      .thenRefused({ reason: 'PROBLEM_DEADLINE_INVALID', field: 'dueOn' });
  });
});

describe('it is reopened', () => {
  it('with a reason and a day', () =>
    given(...solved, closed)
      .when(order('ReopenProblem'))
      .then(reopened));
  it('and needs something new then', () =>
    given(...solved, closed, reopened)
      .when(order('HandInProblem'))
      .thenRefused({ reason: 'PROBLEM_NOTHING_NEW' }));
  it('so many times', () =>
    given(...solved, closed, ...times(limits.PROBLEM_REOPENINGS_MAX, reopened, measure, handedIn, closed))
      .when(order('ReopenProblem'))
      .thenRefused({ reason: 'PROBLEM_REOPENED_TOO_OFTEN', details: { max: limits.PROBLEM_REOPENINGS_MAX } }));
  it('where it was closed', () => {
    given(...solved)
      .when(order('ReopenProblem'))
      .thenRefused({ reason: 'PROBLEM_NOT_CLOSED' });
    given(...solved, closed, reopened)
      .when(order('ReopenProblem'))
      .thenRefused({ reason: 'PROBLEM_NOT_CLOSED' });
  });
});

describe('what was found in error is withdrawn by two persons', () => {
  const { proposed, rejected, withdrawn } = facts;
  it('one proposes, another of another office carries it out, wherever it stands', () => {
    for (const before of [[found], [found, assigned], solved, [...solved, closed]]) {
      given(...before)
        .when(order('ProposeWithdrawal'))
        .then(proposed);
      given(...before, proposed)
        .when(order('WithdrawProblem'))
        .then(withdrawn);
    }
  });
  it('never alone, never in the same role, never by the owner’s people', () => {
    given(found, proposed)
      .when(order('WithdrawProblem', { by: { ...by.finder, role: 'discipline-inspector' } }))
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(found, proposed)
      .when(order('WithdrawProblem', { by: by.colleague }))
      .thenRefused({ reason: 'SECOND_ROLE_NEEDED' });
    given(found, proposed)
      .when(order('WithdrawProblem', { ofOwner: true }))
      .thenRefused({ reason: 'PROBLEM_OWN_ORGANIZATION' });
  });
  it('one proposal at a time, by its id, and it is turned down', () => {
    given(found, proposed)
      .when(order('ProposeWithdrawal'))
      .thenRefused({ reason: 'PROBLEM_WITHDRAWAL_PROPOSED_ALREADY' });
    given(found, proposed).when(order('RejectWithdrawal')).then(rejected);
    given(found, proposed)
      .when(order('RejectWithdrawal', { proposalId: 'x' }))
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given(found, proposed, rejected)
      .when(order('WithdrawProblem'))
      .thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
  });
  it('five times at most', () =>
    given(found, ...times(limits.WITHDRAWALS_PROPOSED_MAX, proposed, rejected))
      .when(order('ProposeWithdrawal'))
      .thenRefused({
        reason: 'PROBLEM_WITHDRAWAL_PROPOSED_TOO_OFTEN',
        details: { max: limits.WITHDRAWALS_PROPOSED_MAX },
      }));
  it('and is over then', () =>
    given(found, proposed, withdrawn).when(order('AssignProblem')).thenRefused({ reason: 'PROBLEM_WITHDRAWN' }));
});

it('of a problem that nobody found nothing is ordered', () => {
  for (const type of ['AssignProblem', 'CloseProblem', 'WithdrawProblem'] as const)
    given().when(order(type)).thenRefused({ reason: 'PROBLEM_NOT_FOUND', field: 'problemId' });
  // Ids and moments of the sample are those of its orders.
  given()
    .when(order('FindProblem', { problemId: PROBLEM, now: NOW }))
    .then({ ...found, data: { ...found.data, ...ref } });
});
