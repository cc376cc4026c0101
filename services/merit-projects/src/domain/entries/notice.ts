import { isYearNotKnown } from '@jiangong/calendar';
import { partyRefusal } from '../by.ts';
import { entersAt } from '../edition/terms.ts';
import { hasEntriesNotice, noticeAbout } from '../programme.ts';
import { holidaysHashBetween, noticeAnsweredAt, noticeEndsAt } from '../working-days.ts';
import { type Decision, readyForNotice, refOf, stageRefusal, standingRefusal } from './checks.ts';
import type { PublishEntry, PublishProposed } from './orders.ts';
import type { Entry } from './state.ts';

/** Public notice for the template's days; it must be over, and an objection answerable, before entries enter. */
export const publishEntry = (entry: Entry, order: PublishEntry): Decision => {
  const { terms, now } = order;
  const rule = noticeAbout(terms.tables, 'entries');
  if (!rule || !hasEntriesNotice(terms.tables)) return { reason: 'NOTICE_NOT_IN_TEMPLATE', field: 'entryId' };
  const refusal =
    standingRefusal(entry, [readyForNotice(terms)], 'ENTRY_NOT_CLEARED') ??
    partyRefusal(terms, order.by, 'notice') ??
    stageRefusal(order, 'notice');
  if (refusal) return refusal;
  const noticeUntil = noticeEndsAt(terms.holidays, now, rule);
  if (isYearNotKnown(noticeUntil)) return noticeUntil;
  const answeredAt = noticeAnsweredAt(terms.holidays, now, rule);
  if (isYearNotKnown(answeredAt)) return answeredAt;
  const opensAt = entersAt(terms);
  if (opensAt !== null && answeredAt > opensAt)
    return { reason: 'NOTICE_ENDS_AFTER_SCORING_OPENS', details: { noticeUntil, scoringOpensAt: opensAt } };
  return [
    {
      type: 'EntryPublished.v1',
      data: {
        ...refOf(order, entry),
        ...{ noticeId: rule.noticeId, about: 'entries', noticeRound: entry.noticeRounds.entries + 1 },
        ...{ noticeFrom: now, noticeUntil, holidaysHash: holidaysHashBetween(terms.holidays, now, noticeUntil) },
        ...{ roundId: null, decisionId: null },
      },
    },
  ];
};

/** The second notice, of what is proposed for an honour; begun once a decision. */
export const publishProposed = (entry: Entry, order: PublishProposed): Decision => {
  const { terms, now, roundId, decisionId } = order;
  const rule = noticeAbout(terms.tables, 'proposed');
  if (!rule) return { reason: 'NOTICE_NOT_IN_TEMPLATE', field: 'entryId' };
  if (entry.proposedBy === decisionId) return [];
  if (entry.standing.kind !== 'in-evaluation')
    return { reason: 'ENTRY_NOT_IN_EVALUATION', field: 'entryId', details: { standing: entry.standing.kind } };
  const noticeUntil = noticeEndsAt(terms.holidays, now, { ...rule, days: order.days ?? rule.days });
  if (isYearNotKnown(noticeUntil)) return noticeUntil;
  return [
    {
      type: 'EntryPublished.v1',
      data: {
        ...refOf(order, entry),
        ...{ noticeId: rule.noticeId, about: 'proposed', noticeRound: entry.noticeRounds.proposed + 1 },
        ...{ noticeFrom: now, noticeUntil, holidaysHash: holidaysHashBetween(terms.holidays, now, noticeUntil) },
        ...{ roundId, decisionId },
      },
    },
  ];
};
