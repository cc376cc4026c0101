import type { Decider } from '@jiangong/event-store';
import type { ProblemFact } from './facts.ts';
import { assign, type Decision, extend, find, handOver } from './finding.ts';
import { close, proposeWithdrawal, rejectWithdrawal, reopen, sendBack, withdraw } from './judging.ts';
import type { ProblemOrder, ProblemReason, ProblemRefusal } from './orders.ts';
import { addMeasure, handIn, removeMeasure, takeBack } from './solving.ts';
import { evolve, type Problem } from './state.ts';

const refused = (reason: ProblemReason): ProblemRefusal => ({ reason });

/** The problem stands elsewhere than the order needs; what it says is the nearest word for where. */
const elsewhere = (
  problem: Exclude<Problem, { kind: 'absent' | 'withdrawn' }>,
  needed: Problem['kind'],
): ProblemRefusal => {
  if (problem.kind === 'closed') return refused('PROBLEM_CLOSED');
  if (needed === 'closed') return refused('PROBLEM_NOT_CLOSED');
  if (problem.kind === 'found') return refused('PROBLEM_NOT_ASSIGNED');
  if (needed === 'found') return refused('PROBLEM_ASSIGNED_ALREADY');
  return refused(needed === 'handed-in' ? 'PROBLEM_NOT_HANDED_IN' : 'PROBLEM_HANDED_IN');
};

const decide = (problem: Problem, order: ProblemOrder): Decision => {
  if (order.type === 'FindProblem') return problem.kind === 'absent' ? find(order) : [];
  if (problem.kind === 'absent') return { reason: 'PROBLEM_NOT_FOUND', field: 'problemId' };
  if (problem.kind === 'withdrawn') return refused('PROBLEM_WITHDRAWN');
  switch (order.type) {
    case 'AssignProblem':
      return problem.kind === 'found' ? assign(problem, order) : elsewhere(problem, 'found');
    case 'ExtendDeadline':
      return problem.kind === 'assigned' ? extend(problem, order) : elsewhere(problem, 'assigned');
    case 'HandOverProblem':
      return problem.kind === 'assigned' || problem.kind === 'handed-in'
        ? handOver(problem, order)
        : elsewhere(problem, 'assigned');
    case 'AddMeasure':
      return problem.kind === 'assigned' ? addMeasure(problem, order) : elsewhere(problem, 'assigned');
    case 'RemoveMeasure':
      return problem.kind === 'assigned' ? removeMeasure(problem, order) : elsewhere(problem, 'assigned');
    case 'HandInProblem':
      return problem.kind === 'assigned' ? handIn(problem, order) : elsewhere(problem, 'assigned');
    case 'TakeBackProblem':
      return problem.kind === 'handed-in' ? takeBack(problem, order) : elsewhere(problem, 'handed-in');
    case 'SendBackProblem':
      return problem.kind === 'handed-in' ? sendBack(problem, order) : elsewhere(problem, 'handed-in');
    case 'CloseProblem':
      return problem.kind === 'handed-in' ? close(problem, order) : elsewhere(problem, 'handed-in');
    case 'ReopenProblem':
      return problem.kind === 'closed' ? reopen(problem, order) : elsewhere(problem, 'closed');
    case 'ProposeWithdrawal':
      return proposeWithdrawal(problem, order);
    case 'RejectWithdrawal':
      return rejectWithdrawal(problem, order);
    case 'WithdrawProblem':
      return withdraw(problem, order);
  }
};

/** The rules over one problem (stream `merit-projects.problem-<id>`): found, assigned, solved with evidence, closed by a second person. */
export const problemDecider: Decider<Problem, ProblemOrder, ProblemFact, ProblemRefusal> = {
  initial: { kind: 'absent' },
  evolve,
  decide,
};
