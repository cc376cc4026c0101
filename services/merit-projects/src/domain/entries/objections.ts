import { addCalendarDays, endOfDay, isYearNotKnown, localDateOf, periodEndsAt } from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import { entersAt } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { noticeAbout } from '../programme.ts';
import { holidaysHashBetween } from '../working-days.ts';
import {
  type Decision,
  evidenceRefusal,
  hasEntered,
  proseRefusal,
  refOf,
  reopeningRefusal,
  whyRefusal,
} from './checks.ts';
import type { EntriesFact } from './facts.ts';
import type { ObjectionAgainst } from './objection-facts.ts';
import type { ReceiveObjection, ReopenObjection, SettleObjection } from './orders.ts';
import { carriedOut } from './proposals.ts';
import type { EntriesRefusal } from './refusals.ts';
import { returnDeadlineRefusal, returnOf, returnReasonsRefusal } from './review.ts';
import type { Objection } from './objection-state.ts';
import type { Entry } from './state.ts';

/** Which notice of the entry is running: what an objection is raised against. */
const noticeRunning = ({ standing, proposedUntil }: Entry, now: string): ObjectionAgainst | undefined => {
  if (standing.kind === 'published' && now < standing.noticeUntil) return 'entry';
  return standing.kind === 'in-evaluation' && now < proposedUntil ? 'result' : undefined;
};

const tooManyRefusal = ({ objections }: Entry, source: string): EntriesRefusal | undefined => {
  const all = Object.values(objections);
  const open = all.filter(({ state }) => state === 'open');
  const ofSource = open.filter((objection) => objection.source === source).length;
  const { OBJECTIONS_OPEN_PER_SOURCE_MAX: max } = limits;
  if (source !== '' && ofSource >= max) return { reason: 'TOO_MANY_OBJECTIONS_OF_SOURCE', details: { max } };
  const most = all.length < limits.OBJECTIONS_PER_ENTRY_MAX ? limits.OBJECTIONS_OPEN_MAX : 1;
  return open.length < most ? undefined : { reason: 'TOO_MANY_OBJECTIONS', details: { max: most } };
};

/**
 * Until when an objection is to be answered: the template's working days, at the latest when entries enter. Days in a year whose
 * holidays nobody has entered take nobody's right away: then it is when entries enter, or twice as many calendar days.
 */
const answerDue = (
  order: ReceiveObjection | ReopenObjection,
  against: ObjectionAgainst,
): { answerDueAt: string; holidaysHash: string } => {
  const { terms, now } = order;
  const days = noticeAbout(terms.tables, against === 'entry' ? 'entries' : 'proposed')?.answerWorkingDays ?? 1;
  const entering = against === 'entry' ? entersAt(terms) : null;
  // An answer that is taken back after entries entered is due by its working days alone.
  const opensAt = entering !== null && now < entering ? entering : null;
  const periodEnd = periodEndsAt(terms.holidays, now, days);
  if (isYearNotKnown(periodEnd)) {
    const answerDueAt = opensAt ?? endOfDay(addCalendarDays(localDateOf(now), 2 * days));
    return { answerDueAt, holidaysHash: '' };
  }
  if (opensAt !== null && opensAt < periodEnd) return { answerDueAt: opensAt, holidaysHash: '' };
  return { answerDueAt: periodEnd, holidaysHash: holidaysHashBetween(terms.holidays, now, periodEnd) };
};

/** Under the real name, while a notice of the entry runs. */
export const receiveObjection = (entry: Entry, order: ReceiveObjection): Decision => {
  const { objectionId, objectorName, objectorContact, statement, evidence, channel, confirmation, source } = order;
  const against = noticeRunning(entry, order.now);
  if (!against) return { reason: 'NOTICE_NOT_RUNNING', field: 'entryId' };
  const person = { charactersMax: limits.CONTACT_CHARACTERS_MAX, lines: 'one' } as const;
  const refusal = firstRefusal<EntriesRefusal>(
    textRefusal(objectorName, { field: 'objectorName', ...person }),
    textRefusal(objectorContact, { field: 'objectorContact', ...person }),
    proseRefusal(statement, 'statement'),
    evidenceRefusal(evidence),
    tooManyRefusal(entry, source),
  );
  if (refusal) return refusal;
  const data = {
    ...refOf(order, entry),
    ...{ objectionId, against, channel, confirmation, source },
    ...answerDue(order, against),
    prose: { objectorName, objectorContact, statement, evidence: [...evidence] },
  };
  return [{ type: 'ObjectionReceived.v1', data }];
};

/** A return, and only a return, has reasons and a deadline. */
const returnRefusal = (order: SettleObjection): EntriesRefusal | undefined => {
  const { outcome, redeclareBy, reasons } = order;
  if (outcome === 'upheld-return')
    return returnReasonsRefusal(reasons) ?? returnDeadlineRefusal(redeclareBy ?? '', order);
  if (redeclareBy !== null) return { reason: 'RETURN_DEADLINE_INVALID', field: 'redeclareBy' };
  return reasons.length === 0 ? undefined : { reason: 'RETURN_REASONS_UNEXPECTED', field: 'reasons' };
};

/** What is being scored can no longer be mended; and what speaks against a result alone is evaluation's to put right. */
const outcomeRefusal = (
  entry: Entry,
  { outcome }: SettleObjection,
  { against }: Objection,
): EntriesRefusal | undefined => {
  const possible =
    (outcome !== 'upheld-return' || !hasEntered(entry)) && (outcome !== 'upheld' || against === 'result');
  return possible ? undefined : { reason: 'OUTCOME_NOT_POSSIBLE', field: 'outcome', details: { against } };
};

/** What an upheld objection does to the entry; nothing when another one, a block, or the unit itself, has already taken it down. */
const consequence = (
  entry: Entry,
  order: SettleObjection,
  carried: Readonly<{ proposalId: string | null; proposedBy: string | null }>,
): readonly EntriesFact[] => {
  const { outcome, objectionId } = order;
  const takesPart = entry.standing.kind === 'published' || hasEntered(entry);
  const ref = refOf(order, entry, 1);
  if (!takesPart) return [];
  if (outcome === 'upheld-remove') {
    const data = { ...ref, objectionId, wasEntered: hasEntered(entry), ...carried, prose: { why: '' } };
    // The answer speaks to the objector and stays under the objection's key.
    return [{ type: 'EntryRemoved.v1', data }];
  }
  if (outcome !== 'upheld-return') return [];
  // The reasons are written for the unit; the answer, which is the objector's, stays sealed.
  const data = { ...ref, version: entry.declarations, by: 'objection' } as const;
  return [{ type: 'EntryReturned.v1', data: { ...data, ...returnOf(order.redeclareBy ?? '', order.reasons) } }];
};

export const settleObjection = (entry: Entry, order: SettleObjection): Decision => {
  const { objectionId, outcome, answer } = order;
  const objection = Object.hasOwn(entry.objections, objectionId) ? entry.objections[objectionId] : undefined;
  if (!objection) return { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' };
  if (objection.state === 'settled') return { reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' };
  const refusal = proseRefusal(answer, 'answer') ?? outcomeRefusal(entry, order, objection) ?? returnRefusal(order);
  if (refusal) return refusal;
  const needsSecond = outcome === 'upheld-remove' && hasEntered(entry);
  const proposal = needsSecond ? carriedOut(entry, order, 'SettleObjection') : undefined;
  if (proposal && 'reason' in proposal) return proposal;
  const carried = { proposalId: proposal?.proposalId ?? null, proposedBy: proposal?.proposedBy ?? null };
  const { against } = objection;
  return [
    {
      type: 'ObjectionSettled.v1',
      data: { ...refOf(order, entry), objectionId, against, outcome, ...carried, prose: { answer } },
    },
    ...consequence(entry, order, carried),
  ];
};

/** An answer given in error is taken back by two offices: the objection waits for another one, and so does what hangs on it. */
export const reopenObjection = (entry: Entry, order: ReopenObjection): Decision => {
  const { objectionId, why } = order;
  const objection = Object.hasOwn(entry.objections, objectionId) ? entry.objections[objectionId] : undefined;
  if (!objection) return { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' };
  const refusal = reopeningRefusal(objection) ?? whyRefusal(why);
  if (refusal) return refusal;
  const proposal = carriedOut(entry, order, 'ReopenObjection');
  if ('reason' in proposal) return proposal;
  const { against, reopenings } = objection;
  const { proposalId, proposedBy } = proposal;
  const data = {
    ...refOf(order, entry),
    objectionId,
    against,
    reopening: reopenings + 1,
    ...answerDue(order, against),
  };
  return [{ type: 'ObjectionReopened.v1', data: { ...data, proposalId, proposedBy, prose: { why } } }];
};
