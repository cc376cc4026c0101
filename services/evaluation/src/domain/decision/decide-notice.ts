import { addCalendarDays, endOfDay, isYearNotKnown, localDateOf, periodEndsAt, yearOf } from '@jiangong/calendar';
import type { Decidable, SecondNotice } from './decidable.ts';
import { makerRefusal, superiorProse } from './making-known.ts';
import { noticeDaysAgain } from './notice-again.ts';
import { takenIds } from './unit-part.ts';
import type { TakenRefusal } from './refusals.ts';
import type { TakenFact } from './taken-facts.ts';
import type { HearObjection, HearObjectionReopened, HearObjectionSettled, PublishProposal } from './taken-orders.ts';

type Decision = readonly TakenFact[] | TakenRefusal;

/** The day it is published on does not count. */
const endOf = ({ days, clock }: SecondNotice, { now, holidays }: PublishProposal): string | TakenRefusal => {
  if (clock === 'calendar') return endOfDay(addCalendarDays(localDateOf(now), days));
  const ends = periodEndsAt(holidays, now, days);
  return isYearNotKnown(ends) ? { ...ends, field: 'roundId' } : ends;
};

/** Whom the decision proposes is published before the circular, where the template asks for it. */
export const publishProposal = (decidable: Decidable, order: PublishProposal): Decision => {
  const { now, holidays } = order;
  const { taken, notice, outcome } = decidable;
  if (taken.kind === 'undecided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  if (notice === null) return { reason: 'NO_SECOND_NOTICE', field: 'roundId' };
  const { decision } = taken;
  if (decision.notice !== null) return { reason: 'NOTICE_PUBLISHED_ALREADY', field: 'roundId' };
  const refusal = makerRefusal(decidable, 'notice', order.maker, now);
  if (refusal) return refusal;
  const { noticeId, clock, rules } = notice;
  // What a holder is to mend is told to him alone.
  const mended = new Set(outcome.flatMap(({ id, recheck }) => (recheck?.finding === 'to-rectify' ? [id] : [])));
  const shown = decision.awards.filter(({ rule }) => !mended.has(rule) && (rules?.includes(rule) ?? true));
  const proposed = shown.map(({ rule, code, holder, entryId }) => ({ rule, code, holder, entryId }));
  const entryIds = proposed.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]));
  const days = noticeDaysAgain(notice, decidable.stopped, entryIds, holidays);
  if (typeof days !== 'number') return { ...days, field: 'roundId' };
  const endsAt = endOf({ ...notice, days }, order);
  if (typeof endsAt !== 'string') return endsAt;
  const data = {
    ...takenIds(decidable),
    decisionId: decision.decisionId,
    noticeId,
    publishedAt: now,
    days,
    clock,
    endsAt,
  };
  const holidaysHash = holidays.get(yearOf(localDateOf(endsAt)))?.hash ?? null;
  return [{ type: 'ProposalPublished.v1', data: { ...data, holidaysHash, proposed, ...superiorProse(order.maker) } }];
};

/**
 * An objection against the result, received elsewhere. Against a decision that is no more it has nothing to wait for.
 * How many there may be is decided where they are received, for each entry: one that was taken there and dropped here would let the
 * circular go out over it.
 */
export const hearObjection = (decidable: Decidable, { objectionId, entryId }: HearObjection): Decision => {
  const { taken } = decidable;
  if (taken.kind !== 'decided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decisionId, objections } = taken.decision;
  if (objections.some((one) => one.objectionId === objectionId)) return [];
  return [{ type: 'ObjectionHeard.v1', data: { ...takenIds(decidable), decisionId, objectionId, entryId } }];
};

export const hearObjectionSettled = (decidable: Decidable, order: HearObjectionSettled): Decision => {
  const { taken } = decidable;
  const { objectionId, upheld } = order;
  if (taken.kind !== 'decided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decisionId, objections } = taken.decision;
  const heard = objections.find((one) => one.objectionId === objectionId);
  if (heard === undefined) return { reason: 'OBJECTION_UNKNOWN', field: 'objectionId' };
  if (heard.answer === (upheld ? 'upheld' : 'rejected')) return [];
  return [{ type: 'ObjectionAnswered.v1', data: { ...takenIds(decidable), decisionId, objectionId, upheld } }];
};

/** Heard again: the circular waits for the other answer. Once it was issued, what the answer says is the committee's to follow. */
export const hearObjectionReopened = (decidable: Decidable, order: HearObjectionReopened): Decision => {
  const { taken } = decidable;
  const { objectionId } = order;
  if (taken.kind !== 'decided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decisionId, objections } = taken.decision;
  const heard = objections.find((one) => one.objectionId === objectionId);
  if (heard === undefined) return { reason: 'OBJECTION_UNKNOWN', field: 'objectionId' };
  if (heard.answer === 'open') return [];
  const { entryId } = heard;
  return [{ type: 'ObjectionHeard.v1', data: { ...takenIds(decidable), decisionId, objectionId, entryId } }];
};

/** Why the circular has to wait for the notice or for an objection; undefined when it has not. */
export const noticeRefusal = ({ taken, notice }: Decidable, now: string): TakenRefusal | undefined => {
  if (taken.kind === 'undecided') return { reason: 'DECISION_NOT_TAKEN', field: 'roundId' };
  const { decision } = taken;
  if (notice !== null && decision.notice === null) return { reason: 'NOTICE_NOT_PUBLISHED', field: 'roundId' };
  if (decision.notice !== null && now < decision.notice.endsAt)
    return { reason: 'NOTICE_RUNNING', field: 'roundId', details: { endsAt: decision.notice.endsAt } };
  const waiting = decision.objections.find(({ answer }) => answer !== 'rejected');
  if (waiting === undefined) return undefined;
  const { objectionId, entryId, answer } = waiting;
  const reason = answer === 'open' ? 'OBJECTION_OPEN' : 'OBJECTION_UPHELD';
  return { reason, field: 'roundId', details: { objectionId, entryId } };
};
