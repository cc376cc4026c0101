import { endOfDay, isYearNotKnown, periodEndsAt, shippedHolidays } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { noticeAnsweredAt } from '../notice-room.ts';
import { type Decision, evidenceRefusal, refOf, stageRefusal, standingRefusal } from './checks.ts';
import type { UnitEditionFact } from './facts.ts';
import type { PublishEntry, ReceiveObjection, SettleObjection } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import { returnDeadlineRefusal, returnReasonsRefusal } from './review.ts';
import type { Entry } from './state.ts';

/** Public notice for the edition's working days; it must be over, and an objection answerable, before scoring opens. */
export const publishEntry = (entry: Entry, order: PublishEntry): Decision => {
  const refusal = standingRefusal(entry, ['cleared'], 'ENTRY_NOT_CLEARED') ?? stageRefusal(order, 'notice');
  if (refusal) return refusal;
  const noticeUntil = periodEndsAt(shippedHolidays, order.now, order.terms.noticeWorkingDays);
  if (isYearNotKnown(noticeUntil)) return noticeUntil;
  const { opensAt } = order.terms.windows.scoring;
  const answeredAt = noticeAnsweredAt(order.now, order.terms.noticeWorkingDays);
  if (isYearNotKnown(answeredAt)) return answeredAt;
  if (answeredAt > opensAt)
    return { reason: 'NOTICE_ENDS_AFTER_SCORING_OPENS', details: { noticeUntil, scoringOpensAt: opensAt } };
  return [
    {
      type: 'EntryPublished.v1',
      data: { ...refOf(order), noticeRound: entry.noticeRounds + 1, noticeFrom: order.now, noticeUntil },
    },
  ];
};

const tooManyRefusal = ({ objections }: Entry): UnitEditionRefusal | undefined => {
  const all = Object.values(objections);
  const over = (count: number, max: number): UnitEditionRefusal | undefined =>
    count >= max ? { reason: 'TOO_MANY_OBJECTIONS', details: { max } } : undefined;
  const open = all.filter((state) => state === 'open').length;
  return over(open, limits.OBJECTIONS_OPEN_MAX) ?? over(all.length, limits.OBJECTIONS_PER_ENTRY_MAX);
};

/** Under the real name, while the notice runs. */
export const receiveObjection = (entry: Entry, order: ReceiveObjection): Decision => {
  const { objectionId, objectorName, objectorContact, statement, evidence } = order;
  if (entry.standing.kind !== 'published' || order.now >= entry.standing.noticeUntil)
    return { reason: 'NOTICE_NOT_RUNNING', field: 'entryId' };
  const refusal = firstRefusal<UnitEditionRefusal>(
    textRefusal(objectorName, { field: 'objectorName', charactersMax: limits.CONTACT_CHARACTERS_MAX, lines: 'one' }),
    textRefusal(objectorContact, {
      field: 'objectorContact',
      charactersMax: limits.CONTACT_CHARACTERS_MAX,
      lines: 'one',
    }),
    textRefusal(statement, { field: 'statement', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }),
    evidenceRefusal(evidence),
  );
  if (refusal) return refusal;
  const tooMany = tooManyRefusal(entry);
  if (tooMany) return tooMany;
  const periodEnd = periodEndsAt(shippedHolidays, order.now, order.terms.objectionWorkingDays);
  if (isYearNotKnown(periodEnd)) return periodEnd;
  // An entry with an open objection is not scored: so the answer is due by then, however long the period.
  const { opensAt } = order.terms.windows.scoring;
  const answerDueAt = periodEnd < opensAt ? periodEnd : opensAt;
  const data = {
    ...refOf(order),
    objectionId,
    objectorName,
    objectorContact,
    statement,
    evidence: [...evidence],
    answerDueAt,
  };
  return [{ type: 'ObjectionReceived.v1', data }];
};

/** A return, and only a return, has reasons and a deadline. */
const returnRefusal = (order: SettleObjection): UnitEditionRefusal | undefined => {
  const { outcome, redeclareBy, reasons } = order;
  if (outcome === 'upheld-return')
    return returnReasonsRefusal(reasons) ?? returnDeadlineRefusal(redeclareBy ?? '', order);
  if (redeclareBy !== null) return { reason: 'RETURN_DEADLINE_INVALID', field: 'redeclareBy' };
  return reasons.length === 0 ? undefined : { reason: 'RETURN_REASONS_UNEXPECTED', field: 'reasons' };
};

const settlementRefusal = (entry: Entry, order: SettleObjection): UnitEditionRefusal | undefined => {
  const objection = Object.hasOwn(entry.objections, order.objectionId)
    ? entry.objections[order.objectionId]
    : undefined;
  if (!objection) return { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' };
  if (objection === 'settled') return { reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' };
  return (
    textRefusal(order.answer, { field: 'answer', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }) ??
    returnRefusal(order)
  );
};

/** What an upheld objection does to the entry; nothing when another one, or the unit itself, has already taken it down. */
const consequence = (entry: Entry, order: SettleObjection): readonly UnitEditionFact[] => {
  if (entry.standing.kind !== 'published' || order.outcome === 'rejected') return [];
  if (order.outcome === 'upheld-remove')
    return [{ type: 'EntryRemoved.v1', data: { ...refOf(order), objectionId: order.objectionId } }];
  const redeclareBy = order.redeclareBy ?? '';
  // The reasons are written for the unit; the answer, which is the objector's, stays sealed.
  const until = { redeclareBy, redeclareUntil: endOfDay(redeclareBy) };
  const data = { version: entry.declarations, by: 'objection', reasons: [...order.reasons], ...until } as const;
  return [{ type: 'EntryReturned.v1', data: { ...refOf(order), ...data } }];
};

export const settleObjection = (entry: Entry, order: SettleObjection): Decision => {
  const refusal = settlementRefusal(entry, order);
  if (refusal) return refusal;
  const { objectionId, outcome, answer } = order;
  return [
    { type: 'ObjectionSettled.v1', data: { ...refOf(order), objectionId, outcome, answer } },
    ...consequence(entry, order),
  ];
};
