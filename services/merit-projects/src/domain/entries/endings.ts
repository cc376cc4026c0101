import { addCalendarDays, isLocalDate, type LocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import { nominatorRefusal, partyRefusal } from '../by.ts';
import * as limits from '../limits.ts';
import { listsPeople } from '../programme.ts';
import { answerableRefusal, type Decision, hasEntered, refOf, standingRefusal, whyRefusal } from './checks.ts';
import { quotaRefusal, takesPlace } from './quota.ts';
import type { HandOverEntry, RemoveEntry, UndoAct, WithdrawEntry } from './orders.ts';
import { carriedOut } from './proposals.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry, StandingKind } from './state.ts';

const WITHDRAWABLE: readonly StandingKind[] = [
  'proposed',
  'planned',
  'underway',
  'declared',
  'returned',
  'reviewed',
  'clearance-requested',
  'cleared',
  'published',
];

/**
 * A candidate is taken back by its branch or its unit until the vote opens: afterwards the unit declares it, or does not, and it is in the
 * vote that was held.
 */
const withdrawerRefusal = ({ standing }: Entry, state: Entries, order: WithdrawEntry): EntriesRefusal | undefined => {
  if (standing.kind !== 'proposed') return nominatorRefusal(order.terms, order.by);
  if (state.candidates !== null) return { reason: 'CANDIDATES_VOTED_UPON' };
  return nominatorRefusal(order.terms, order.by) && partyRefusal(order.terms, order.by, 'propose');
};

/** A nominator may take an entry back until it is being scored. Once discipline inspection was asked, the quota's place stays taken. */
export const withdrawEntry = (state: Entries, entry: Entry, order: WithdrawEntry): Decision => {
  // Nobody put it forward, so nobody takes it back: the office takes off the roll what does not belong on it.
  if (order.terms.roll?.enters === true) return { reason: 'ENTRY_ON_THE_ROLL', field: 'entryId' };
  const refusal =
    standingRefusal(entry, WITHDRAWABLE, 'ENTRY_CLOSED') ??
    withdrawerRefusal(entry, state, order) ??
    whyRefusal(order.why);
  if (refusal) return refusal;
  const place = takesPlace(entry) ? (entry.clearanceAsked ? 'taken' : 'returned') : 'none';
  const { why, classified: classifiedThen } = order;
  return [
    {
      type: 'EntryWithdrawn.v1',
      data: { ...refOf(order, entry), quotaPlace: place, classifiedThen, prose: { why } },
    },
  ];
};

/** On a list of people whoever does not belong on it may be taken off before as well: nobody alone does that. */
const isTakenOff = (entry: Entry, { terms: { tables } }: RemoveEntry): boolean =>
  listsPeople(tables) &&
  ['declared', 'reviewed', 'clearance-requested', 'cleared', 'published'].includes(entry.standing.kind);

/** What is being scored is taken out by two offices, where neither an objection nor a block is the reason. */
export const removeEntry = (entry: Entry, order: RemoveEntry): Decision => {
  if (!hasEntered(entry) && !isTakenOff(entry, order))
    return { reason: 'ENTRY_NOT_IN_EVALUATION', field: 'entryId', details: { standing: entry.standing.kind } };
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const proposal = carriedOut(entry, order, 'RemoveEntry');
  if ('reason' in proposal) return proposal;
  const { proposalId, proposedBy } = proposal;
  const data = { ...refOf(order, entry), objectionId: null, wasEntered: hasEntered(entry), proposalId, proposedBy };
  return [{ type: 'EntryRemoved.v1', data: { ...data, prose: { why: order.why } } }];
};

const ENDED: readonly StandingKind[] = ['rejected', 'removed', 'withdrawn', 'missed'];
/** How long before or after the order a handing over may take effect. */
const HANDOVER_DAYS_MAX = 366;

const handoverDayRefusal = (effectiveOn: string, today: LocalDate): EntriesRefusal | undefined => {
  if (!isLocalDate(effectiveOn)) return { reason: 'DATE_INVALID', field: 'effectiveOn' };
  const earliest = addCalendarDays(today, -HANDOVER_DAYS_MAX);
  const latest = addCalendarDays(today, HANDOVER_DAYS_MAX);
  if (effectiveOn < earliest) return { reason: 'EFFECTIVE_TOO_EARLY', field: 'effectiveOn', details: { earliest } };
  return effectiveOn > latest ? { reason: 'EFFECTIVE_TOO_LATE', field: 'effectiveOn', details: { latest } } : undefined;
};

/** The home was dissolved, merged or moved: another takes the entry on, by a recorded choice. The entry never leaves its stream. */
export const handOverEntry = (entry: Entry, order: HandOverEntry): Decision => {
  const { homeId, effectiveOn, why, now, terms } = order;
  // The author of what came by a code answers for it wherever it goes.
  const answerable = terms.tables.intake === 'register' ? entry.answerable : order.answerable;
  if (ENDED.includes(entry.standing.kind))
    return { reason: 'ENTRY_CLOSED', field: 'entryId', details: { standing: entry.standing.kind } };
  const refusal = firstRefusal<EntriesRefusal>(
    whyRefusal(why),
    answerableRefusal(answerable),
    handoverDayRefusal(effectiveOn, localDateOf(now)),
    homeId === entry.homeId ? { reason: 'HOME_UNCHANGED', field: 'homeId' } : undefined,
    entry.handovers >= limits.HANDOVERS_PER_ENTRY_MAX
      ? { reason: 'TOO_MANY_HANDOVERS', details: { max: limits.HANDOVERS_PER_ENTRY_MAX } }
      : undefined,
  );
  if (refusal) return refusal;
  const data = { ...refOf(order, entry), fromHomeId: entry.homeId, homeId, answerable: [...answerable], effectiveOn };
  return [{ type: 'EntryHandedOver.v1', data: { ...data, prose: { why } } }];
};

/**
 * An act in error, so long as nothing has followed from it; proposed by one office, undone by another. What was taken back takes part
 * again from where it stood, within the quota; days that passed meanwhile are not given back.
 */
export const undoAct = (state: Entries, entry: Entry, order: UndoAct): Decision => {
  const { lastAct } = entry;
  if (!lastAct) return { reason: 'NOTHING_TO_UNDO', field: 'entryId' };
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const proposal = carriedOut(entry, order, 'UndoAct');
  if ('reason' in proposal) return proposal;
  const { act, eventRevision, before } = lastAct;
  const full =
    act === 'EntryWithdrawn' && entry.placeReturned && quotaRefusal(state, { terms: order.terms }, entry.track);
  if (full) return full;
  const { proposalId, proposedBy } = proposal;
  const data = { ...refOf(order, entry), act, eventRevision, standing: before.kind, proposalId, proposedBy };
  return [{ type: 'ActUndone.v1', data: { ...data, prose: { why: order.why } } }];
};
