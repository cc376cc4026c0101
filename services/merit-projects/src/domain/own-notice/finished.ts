import type { NominateEntry } from '../entries/orders.ts';
import type { EntriesRefusal } from '../entries/refusals.ts';
import { ownNoticeOf } from '../programme.ts';
import { isAnswered, stateOf } from './state.ts';

/**
 * Where the template lets a nominator make known first what it means to declare, it declares just that: what hung out for all its days,
 * was not taken down, and to which no objection waits for its answer.
 */
export const ownNoticeRefusal = (order: NominateEntry): EntriesRefusal | undefined => {
  const { terms, ownNotice, track, subject, title, now } = order;
  const field = 'ownNoticeId';
  if (!ownNoticeOf(terms.tables))
    return ownNotice === undefined ? undefined : { reason: 'OWN_NOTICE_NOT_IN_TEMPLATE', field };
  if (ownNotice === undefined) return { reason: 'OWN_NOTICE_MISSING', field };
  const isIt = ownNotice.track === track && ownNotice.subject.id === subject.id && ownNotice.title === title;
  if (!isIt) return { reason: 'OWN_NOTICE_OF_ANOTHER', field };
  const state = stateOf(ownNotice, now);
  if (state === 'running')
    return { reason: 'OWN_NOTICE_RUNNING', field, details: { noticeUntil: ownNotice.noticeUntil } };
  if (state !== 'over') return { reason: 'OWN_NOTICE_STOPPED', field };
  return isAnswered(ownNotice) ? undefined : { reason: 'OWN_OBJECTION_OPEN', field };
};
