import { localDateOf } from '@jiangong/calendar';
import { secondPersonRefusal } from '@jiangong/event-store';
import * as checks from './checks.ts';
import type { Decision } from './finding.ts';
import type {
  CloseProblem,
  ProposeWithdrawal,
  RejectWithdrawal,
  ReopenProblem,
  SendBackProblem,
  WithdrawProblem,
} from './orders.ts';
import * as limits from './limits.ts';
import type { Problem } from './state.ts';

type Of<K extends Problem['kind']> = Extract<Problem, { kind: K }>;

/** Who may say that a problem was found in error, together with another of them in another role. */
export const SECOND_ROLES = {
  WithdrawProblem: ['committee-officer', 'committee-leader', 'discipline-inspector'],
} as const;

export const close = ({ told, handedInBy }: Of<'handed-in'>, order: CloseProblem): Decision => {
  const { note, now, by } = order;
  const refusal = checks.judgeRefusal(order) ?? checks.secondRefusal(told, by) ?? checks.whyRefusal(note, 'note');
  if (refusal) return refusal;
  const data = { ...checks.refOf(told), ...checks.whoOf(by), handedInBy, closedOn: localDateOf(now), prose: { note } };
  return [{ type: 'ProblemClosed.v1', data }];
};

export const sendBack = ({ told }: Of<'handed-in'>, order: SendBackProblem): Decision => {
  const { dueOn, why, now, by } = order;
  const refusal = checks.judgeRefusal(order) ?? checks.whyRefusal(why) ?? checks.dueRefusal(dueOn, now);
  const data = { ...checks.refOf(told), ...checks.whoOf(by), dueOn, prose: { why } };
  return refusal ?? [{ type: 'ProblemSentBack.v1', data }];
};

export const reopen = ({ told }: Of<'closed'>, order: ReopenProblem): Decision => {
  const { dueOn, why, now, by } = order;
  const refusal = checks.judgeRefusal(order) ?? checks.whyRefusal(why) ?? checks.dueRefusal(dueOn, now);
  if (refusal) return refusal;
  if (told.reopenings >= limits.PROBLEM_REOPENINGS_MAX)
    return { reason: 'PROBLEM_REOPENED_TOO_OFTEN', details: { max: limits.PROBLEM_REOPENINGS_MAX } };
  const data = { ...checks.refOf(told), ...checks.whoOf(by), dueOn, prose: { why } };
  return [{ type: 'ProblemReopened.v1', data }];
};

type Known = Exclude<Problem, { kind: 'absent' | 'withdrawn' }>;

export const proposeWithdrawal = ({ told }: Known, { proposalId, why, now, by }: ProposeWithdrawal): Decision => {
  const refusal = checks.whyRefusal(why);
  if (refusal) return refusal;
  if (told.proposal !== null)
    return { reason: 'PROBLEM_WITHDRAWAL_PROPOSED_ALREADY', details: { proposalId: told.proposal.proposalId } };
  if (told.proposals >= limits.WITHDRAWALS_PROPOSED_MAX)
    return { reason: 'PROBLEM_WITHDRAWAL_PROPOSED_TOO_OFTEN', details: { max: limits.WITHDRAWALS_PROPOSED_MAX } };
  const proposal = { proposalId, act: 'WithdrawProblem', proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ProblemWithdrawalProposed.v1', data: { ...checks.refOf(told), ...proposal, prose: { why } } }];
};

const isMeant = ({ told }: Known, proposalId: string): boolean => told.proposal?.proposalId === proposalId;

export const rejectWithdrawal = (problem: Known, { proposalId, why, by }: RejectWithdrawal): Decision => {
  const refusal = checks.whyRefusal(why);
  if (refusal) return refusal;
  if (!isMeant(problem, proposalId)) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const data = { ...checks.refOf(problem.told), ...checks.whoOf(by), proposalId, prose: { why } };
  return [{ type: 'ProblemWithdrawalRejected.v1', data }];
};

export const withdraw = (problem: Known, order: WithdrawProblem): Decision => {
  const { proposalId, why, by } = order;
  const refusal = checks.judgeRefusal(order) ?? checks.whyRefusal(why);
  if (refusal) return refusal;
  const proposal = isMeant(problem, proposalId) ? (problem.told.proposal ?? undefined) : undefined;
  const second = secondPersonRefusal(proposal, by, SECOND_ROLES.WithdrawProblem);
  if (second || !proposal) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const carried = { proposalId, proposedBy: proposal.proposedBy, prose: { why } };
  return [{ type: 'ProblemWithdrawn.v1', data: { ...checks.refOf(problem.told), ...checks.whoOf(by), ...carried } }];
};
