import type { Instant } from '@jiangong/calendar';
import { entersAt } from '../edition/terms.ts';
import { type Decision, readyForClearance, readyForNotice, readyToEnter } from './checks.ts';
import type { Entered, MissedReason } from './facts.ts';
import type { CloseIntake } from './orders.ts';
import type { Entries, Entry } from './state.ts';

/** What an entry that was declared still lacks; undefined: nothing, it enters. Null: it was never declared or has ended before. */
const lacks = (entry: Entry, order: CloseIntake): MissedReason | undefined | null => {
  const { terms, now } = order;
  const { standing } = entry;
  if (standing.kind === 'published') return standing.noticeUntil > now ? 'notice-running' : undefined;
  if (standing.kind === readyToEnter(terms)) return undefined;
  switch (standing.kind) {
    case 'proposed':
      return 'not-declared';
    case 'returned':
      return 'not-declared-again';
    case 'blocked':
      return 'blocked';
    case 'declared':
      return standing.kind === readyForClearance(terms)
        ? standing.kind === readyForNotice(terms)
          ? 'not-published'
          : 'not-cleared'
        : 'not-reviewed';
    case 'reviewed':
      return standing.kind === readyForNotice(terms) ? 'not-published' : 'not-cleared';
    case 'clearance-requested':
      return 'not-cleared';
    case 'cleared':
      return 'not-published';
    case 'planned':
    case 'underway':
    case 'rejected':
    case 'removed':
    case 'withdrawn':
    case 'missed':
    case 'in-evaluation':
      return null;
  }
};

export const enteredOf = ({ entryId, subject, homeId, track, title, answerable, objections }: Entry): Entered => ({
  entryId,
  subject: { kind: subject.kind, id: subject.id },
  homeId,
  track,
  title,
  answerable: [...answerable],
  openObjections: Object.entries(objections)
    .filter(([, { state }]) => state === 'open')
    .map(([objectionId]) => objectionId),
});

const notYet = (opensAt: Instant | null): Decision => ({
  reason: 'STAGE_NOT_OPEN',
  details: { stage: 'score', opensAt: opensAt ?? '', closesAt: '' },
});

/**
 * Every declared entry enters or misses, once: none is left behind without a word. An open objection keeps nobody out: the entry enters
 * under reservation.
 */
export const closeIntake = (state: Entries, order: CloseIntake): Decision => {
  if (state.intake === 'closed') return [];
  const opensAt = entersAt(order.terms);
  if (opensAt === null || order.now < opensAt) return notYet(opensAt);
  const all = Object.values(state.entries).map((entry) => ({ entry, reason: lacks(entry, order) }));
  const entered = all.filter(({ reason }) => reason === undefined).map(({ entry }) => enteredOf(entry));
  const missed = all.flatMap(({ entry, reason }) => (reason ? [{ entryId: entry.entryId, reason }] : []));
  const { editionId, nominatorId } = order.terms;
  return [{ type: 'IntakeClosed.v1', data: { editionId, nominatorId, entered, missed } }];
};
