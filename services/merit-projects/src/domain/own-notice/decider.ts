import { addCalendarDays, type Instant, isLocalDate, isOpenAt, isYearNotKnown, localDateOf } from '@jiangong/calendar';
import type { Decider } from '@jiangong/event-store';
import { firstRefusal, textRefusal } from '@jiangong/wording';
import { nominatorRefusal } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { ownNoticeOf, trackOf } from '../programme.ts';
import { holidaysHashBetween, noticeEndsAt } from '../working-days.ts';
import type { OwnNoticeFact } from './facts.ts';
import type {
  AnswerOwnObjection,
  BeginOwnNotice,
  OwnNoticeOrder,
  OwnNoticeRefusal,
  ReopenOwnObjection,
  StopOwnNotice,
  TakeOwnObjection,
} from './orders.ts';
import { evolveOwnNotices, type OwnNotice, ownNoticeIn, type OwnNotices, type OwnObjection } from './state.ts';

type Decision = readonly OwnNoticeFact[] | OwnNoticeRefusal;

const lines = (text: string, field: string, charactersMax: number): OwnNoticeRefusal | undefined =>
  textRefusal(text, { field, charactersMax, lines: 'many' });

/** The last moment at which this nominator declares, by the calendar or late. */
const declaringEndsAt = ({ stages, lateEntries }: EditionTerms): Instant =>
  [
    ...stages.filter(({ act }) => act === 'declare').map(({ closesAt }) => closesAt),
    ...lateEntries.filter(({ act }) => act === 'declare').map(({ untilAt }) => untilAt),
  ].reduce((latest, one) => (one > latest ? one : latest), '');

/** Its own stage, or, for whoever may declare late, as long as it may. */
const windowRefusal = (terms: EditionTerms, stageId: string, now: Instant): OwnNoticeRefusal | undefined => {
  const stage = terms.stages.find((one) => one.stageId === stageId);
  const isLate = terms.lateEntries.some(({ act, from, untilAt }) => act === 'declare' && from <= now && now < untilAt);
  if (isLate || (stage && isOpenAt(stage, now))) return undefined;
  const { opensAt = '', closesAt = '' } = stage ?? {};
  return { reason: 'STAGE_NOT_OPEN', details: { stage: stageId, opensAt, closesAt } };
};

const subjectRefusal = ({ terms, track, subject }: BeginOwnNotice): OwnNoticeRefusal | undefined => {
  const known = trackOf(terms.tables, track);
  if (!known) return { reason: 'TRACK_UNKNOWN', field: 'track' };
  return known.kind === subject.kind
    ? undefined
    : { reason: 'SUBJECT_INVALID', field: 'subject', details: { kind: known.kind } };
};

/** It has to be over, with a moment left, while its nominator declares: else it would be of no use. */
const begin = (notices: OwnNotices, order: BeginOwnNotice): Decision => {
  const { terms, now, track, subject, title, ownNoticeId, by } = order;
  const own = ownNoticeOf(terms.tables);
  if (!own) return { reason: 'OWN_NOTICE_NOT_IN_TEMPLATE', field: 'editionId' };
  const { OWN_NOTICES_MAX: max } = limits;
  const refusal = firstRefusal<OwnNoticeRefusal>(
    nominatorRefusal(terms, by),
    windowRefusal(terms, own.stage.stageId, now),
    subjectRefusal(order),
    textRefusal(title, { field: 'title', charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' }),
    Object.keys(notices).length >= max ? { reason: 'TOO_MANY_OWN_NOTICES', details: { max } } : undefined,
  );
  if (refusal) return refusal;
  const noticeUntil = noticeEndsAt(terms.holidays, now, own.rule);
  if (isYearNotKnown(noticeUntil)) return noticeUntil;
  const declaringClosesAt = declaringEndsAt(terms);
  if (noticeUntil >= declaringClosesAt)
    return { reason: 'OWN_NOTICE_ENDS_TOO_LATE', details: { noticeUntil, declaringClosesAt } };
  const { editionId, nominatorId } = terms;
  return [
    {
      type: 'OwnNoticeBegun.v1',
      data: {
        ...{ ownNoticeId, editionId, nominatorId, noticeId: own.rule.noticeId, track, title },
        subject: { kind: subject.kind, id: subject.id },
        ...{ noticeFrom: now, noticeUntil, holidaysHash: holidaysHashBetween(terms.holidays, now, noticeUntil) },
      },
    },
  ];
};

const refOf = ({ ownNoticeId, terms }: OwnNoticeOrder) => ({
  ...{ ownNoticeId, editionId: terms.editionId, nominatorId: terms.nominatorId },
});

const stop = (notice: OwnNotice, order: StopOwnNotice): Decision => {
  if (notice.stopped) return { reason: 'OWN_NOTICE_STOPPED', field: 'ownNoticeId' };
  const refusal = nominatorRefusal(order.terms, order.by) ?? lines(order.why, 'why', limits.REASON_CHARACTERS_MAX);
  return refusal ?? [{ type: 'OwnNoticeStopped.v1', data: { ...refOf(order), prose: { why: order.why } } }];
};

/** Made on a day on which it hung, and written down on that day or soon after. */
const dayRefusal = (notice: OwnNotice, { madeOn, now }: TakeOwnObjection): OwnNoticeRefusal | undefined => {
  if (!isLocalDate(madeOn)) return { reason: 'DATE_INVALID', field: 'madeOn' };
  const [firstDay, lastDay] = [localDateOf(notice.noticeFrom), addCalendarDays(localDateOf(notice.noticeUntil), -1)];
  const today = localDateOf(now);
  const isInTime = firstDay <= madeOn && madeOn <= lastDay && madeOn <= today;
  return isInTime && today <= addCalendarDays(lastDay, limits.OWN_OBJECTION_DAYS)
    ? undefined
    : { reason: 'OBJECTION_OUTSIDE_NOTICE', field: 'madeOn', details: { firstDay, lastDay } };
};

/** By the nominator, or by the office, which writes down what reached it. */
const take = (notice: OwnNotice, order: TakeOwnObjection): Decision => {
  const { objectionId, madeOn, toldTo, objectorName, statement, terms, by } = order;
  if (notice.stopped) return { reason: 'OWN_NOTICE_STOPPED', field: 'ownNoticeId' };
  const { OWN_OBJECTIONS_MAX: max, CONTACT_CHARACTERS_MAX: charactersMax } = limits;
  const refusal = firstRefusal<OwnNoticeRefusal>(
    toldTo === 'nominator' ? nominatorRefusal(terms, by) : undefined,
    textRefusal(objectorName, { field: 'objectorName', charactersMax, lines: 'one' }),
    lines(statement, 'statement', limits.TEXT_CHARACTERS_MAX),
    dayRefusal(notice, order),
    Object.keys(notice.objections).length >= max ? { reason: 'TOO_MANY_OBJECTIONS', details: { max } } : undefined,
  );
  if (refusal) return refusal;
  const data = { ...refOf(order), objectionId, madeOn, toldTo, prose: { objectorName, statement } };
  return [{ type: 'OwnObjectionTaken.v1', data }];
};

const answer = (objection: OwnObjection, order: AnswerOwnObjection): Decision => {
  const { objectionId, outcome, answer: said } = order;
  if (objection.outcome !== null) return { reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' };
  const refusal = nominatorRefusal(order.terms, order.by) ?? lines(said, 'answer', limits.TEXT_CHARACTERS_MAX);
  if (refusal) return refusal;
  return [
    { type: 'OwnObjectionAnswered.v1', data: { ...refOf(order), objectionId, outcome, prose: { answer: said } } },
  ];
};

const reopen = ({ outcome, reopenings }: OwnObjection, order: ReopenOwnObjection): Decision => {
  const { objectionId, why } = order;
  const { OBJECTION_REOPENINGS_MAX: max } = limits;
  if (outcome === null) return { reason: 'OBJECTION_NOT_SETTLED', field: 'objectionId' };
  if (reopenings >= max) return { reason: 'OBJECTION_REOPENED_TOO_OFTEN', field: 'objectionId', details: { max } };
  const refusal = lines(why, 'why', limits.REASON_CHARACTERS_MAX);
  if (refusal) return refusal;
  const data = { ...refOf(order), objectionId, reopening: reopenings + 1, prose: { why } };
  return [{ type: 'OwnObjectionReopened.v1', data }];
};

const decide = (notices: OwnNotices, order: OwnNoticeOrder): Decision => {
  const { kind } = order.terms;
  if (kind !== 'open') return { reason: kind === 'closed' ? 'EDITION_CLOSED' : 'EDITION_ABANDONED' };
  if (order.type === 'BeginOwnNotice') return begin(notices, order);
  const notice = ownNoticeIn(notices, order.ownNoticeId);
  if (notice === undefined) return { reason: 'OWN_NOTICE_NOT_FOUND', field: 'ownNoticeId' };
  if (order.type === 'StopOwnNotice') return stop(notice, order);
  if (order.type === 'TakeOwnObjection') return take(notice, order);
  const { objectionId } = order;
  const objection = Object.hasOwn(notice.objections, objectionId) ? notice.objections[objectionId] : undefined;
  if (objection === undefined) return { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' };
  return order.type === 'AnswerOwnObjection' ? answer(objection, order) : reopen(objection, order);
};

/** The rules over what one nominator makes known of its own in an edition (stream `merit-projects.own-notices-<id>`). */
export const ownNoticeDecider: Decider<OwnNotices, OwnNoticeOrder, OwnNoticeFact, OwnNoticeRefusal> = {
  initial: {},
  evolve: evolveOwnNotices,
  decide,
};
