import { localDateOf } from '@jiangong/calendar';
import { secondPersonRefusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import { standing } from './decide-occurrences.ts';
import type { ChecklistFact, ChecklistProposal, ChecklistTerms } from './facts.ts';
import type { ChecklistGround, OpenList } from './ground.ts';
import { daysOf, type Part, PARTS, periodCount } from './judged-time.ts';
import { FINDING_CHARACTERS_MAX, PROPOSALS_OPEN_MAX, REOPENINGS_PER_PERIOD_MAX } from './limits.ts';
import {
  type CarryOutChecklistAct,
  type ClosePeriod,
  idsOf,
  type ProposeChecklistAct,
  type ProposedTerms,
  type RejectChecklistProposal,
} from './orders.ts';
import type { ChecklistRefusal } from './refusals.ts';
import { type Checklist, isClosed } from './state.ts';
import { isPeriodReopeningReason, isWithdrawingReason } from './words.ts';

type Decision = readonly ChecklistFact[] | ChecklistRefusal;

/** Who may carry out what somebody of another role proposed about a list. */
export const CHECKLIST_SECOND_ROLES = ['discipline-inspector', 'committee-leader'] as const;

const isPart = (word: string): word is Part => PARTS.some((part) => part === word);

/** A part that some area of the entry's lists is judged by, and the list that has it. */
const listWith = ({ lists }: ChecklistGround, part: string): (OpenList & Readonly<{ part: Part }>) | undefined => {
  const list = lists.find(({ rules }) => Object.values(rules.parts).some((one) => one === part));
  return list !== undefined && isPart(part) ? { ...list, part } : undefined;
};

const periodRefusal = (
  ground: ChecklistGround,
  { part, period }: Readonly<{ part: string; period: number }>,
): ChecklistRefusal | undefined => {
  const list = listWith(ground, part);
  if (list === undefined) return { reason: 'PERIOD_UNKNOWN', field: 'part' };
  const isPeriod = Number.isSafeInteger(period) && period >= 1 && period <= periodCount(list.rules.time, list.part);
  return isPeriod ? undefined : { reason: 'PERIOD_UNKNOWN', field: 'period' };
};

/** Once its last day has passed; a round that is held once has no days, and its one period closes whenever the office says so. */
export const closePeriod = (list: Checklist, order: ClosePeriod): Decision => {
  const { ground, period, now } = order;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  const refusal = periodRefusal(ground, order);
  const found = listWith(ground, order.part);
  if (refusal || found === undefined) return refusal ?? { reason: 'PERIOD_UNKNOWN', field: 'part' };
  const { part, rules } = found;
  if (isClosed(list, part, period)) return [];
  const days = daysOf(rules.time, part, period);
  if (days !== null && localDateOf(now) <= days.last)
    return { reason: 'PERIOD_NOT_OVER', field: 'period', details: { last: days.last } };
  return [{ type: 'PeriodClosed.v1', data: { ...idsOf(order), part, period, closedBy: ground.personId } }];
};

const reopeningRefusal = (
  list: Checklist,
  { part, period }: Readonly<{ part: Part; period: number }>,
): ChecklistRefusal | undefined => {
  const found = list.periods.find((one) => one.part === part && one.period === period);
  if (found?.closed !== true) return { reason: 'PERIOD_NOT_CLOSED', field: 'period' };
  return found.reopened >= REOPENINGS_PER_PERIOD_MAX
    ? { reason: 'TOO_MANY_REOPENINGS', details: { reopeningsMax: REOPENINGS_PER_PERIOD_MAX } }
    : undefined;
};

const wordedTerms = (
  list: Checklist,
  ground: ChecklistGround,
  terms: ProposedTerms,
): ChecklistTerms | ChecklistRefusal => {
  if (terms.act === 'WithdrawOccurrence') {
    const { act, occurrenceId, reason } = terms;
    const found = standing(list, occurrenceId);
    if ('reason' in found) return found;
    return isWithdrawingReason(reason)
      ? { act, occurrenceId, reason }
      : { reason: 'WITHDRAWING_REASON_UNKNOWN', field: 'reason' };
  }
  const { act, period, reason } = terms;
  if (ground.hindrance !== null) return { reason: ground.hindrance, field: 'entryId' };
  const unknown = periodRefusal(ground, terms);
  const found = listWith(ground, terms.part);
  if (unknown || found === undefined) return unknown ?? { reason: 'PERIOD_UNKNOWN', field: 'part' };
  const { part } = found;
  const refusal = reopeningRefusal(list, { part, period });
  if (refusal) return refusal;
  return isPeriodReopeningReason(reason)
    ? { act, part, period, reason }
    : { reason: 'REOPENING_REASON_UNKNOWN', field: 'reason' };
};

const sameTerms = (a: ChecklistTerms, b: ChecklistTerms): boolean =>
  a.act === 'WithdrawOccurrence'
    ? b.act === a.act && b.occurrenceId === a.occurrenceId
    : b.act === a.act && b.part === a.part && b.period === a.period;

const whyRefusal = (why: string): ChecklistRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: FINDING_CHARACTERS_MAX, lines: 'many' });

export const proposeAct = (list: Checklist, order: ProposeChecklistAct): Decision => {
  const { ground, by, proposalId, why, now } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  const terms = wordedTerms(list, ground, order.terms);
  if (!('act' in terms)) return terms;
  if (list.proposals.some((one) => sameTerms(one.terms, terms)))
    return { reason: 'PROPOSED_ALREADY', field: 'entryId' };
  if (list.proposals.length >= PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { proposalsMax: PROPOSALS_OPEN_MAX } };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const proposal: ChecklistProposal = {
    proposalId,
    act: terms.act,
    proposedBy: by.personId,
    role: by.role,
    proposedAt: now,
    terms,
  };
  return [{ type: 'ActProposed.v1', data: { ...idsOf(order), ...proposal, prose: { why } } }];
};

/** What was proposed is carried out by another person of another role, who is none of those judged. */
export const carryOutAct = (list: Checklist, order: CarryOutChecklistAct): Decision => {
  const { ground, by, proposalId, why } = order;
  if (ground.correcting !== null) return { reason: ground.correcting, field: 'entryId' };
  const proposal = list.proposals.find((one) => one.proposalId === proposalId);
  const second = secondPersonRefusal(proposal, by, CHECKLIST_SECOND_ROLES);
  if (second || proposal === undefined) return second ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  if (ground.subjectId === by.personId || ground.answerable.includes(by.personId))
    return { reason: 'OWN_ENTRY', field: 'entryId' };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const { terms, proposedBy } = proposal;
  const carried = { ...idsOf(order), proposalId, proposedBy, prose: { why } };
  if (terms.act === 'WithdrawOccurrence') {
    const { occurrenceId, reason } = terms;
    if ('reason' in standing(list, occurrenceId)) return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
    const data = { ...carried, occurrenceId, reason, withdrawnBy: by.personId };
    return [{ type: 'OccurrenceWithdrawn.v1', data }];
  }
  // What is opened again once nothing more is recorded in the round would stay open for nobody.
  if (ground.hindrance !== null || reopeningRefusal(list, terms) !== undefined)
    return { reason: 'PROPOSAL_LAPSED', field: 'proposalId' };
  const { part, period, reason } = terms;
  return [{ type: 'PeriodReopened.v1', data: { ...carried, part, period, reason, reopenedBy: by.personId } }];
};

/** Turned down by somebody else, or taken back by who proposed it: at any time, or it would wait for ever. */
export const rejectProposal = (list: Checklist, order: RejectChecklistProposal): Decision => {
  const { by, proposalId, why } = order;
  const proposal = list.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const second = secondPersonRefusal(proposal, by, CHECKLIST_SECOND_ROLES);
  if (second && by.personId !== proposal.proposedBy) return second;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const data = {
    ...idsOf(order),
    proposalId,
    act: proposal.act,
    rejectedBy: by.personId,
    role: by.role,
    prose: { why },
  };
  return [{ type: 'ProposalRejected.v1', data }];
};
