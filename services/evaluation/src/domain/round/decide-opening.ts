import { addCalendarDays, isLocalDate, localDateOf } from '@jiangong/calendar';
import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import { commitToOrder } from '../contest/decide-order.ts';
import { commitToDeal } from '../deal/decide-deal.ts';
import { CLOSINGS_PER_ROUND_MAX, REOPENED_DAYS_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import type { CloseRound, Means, OpenRound, PrepareRound, ReopenWithStage, SetWindow } from './orders.ts';
import type { DrawSecret } from './draw-secrets.ts';
import { ALONE, type SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isList } from './listed.ts';
import { followsStages, goesOn } from './stages.ts';
import { closedUndecided, isRefused, liveRound, undecided } from './standing.ts';
import { entriesIn, isCommended, isPrepared, isUnsealed, type PreparedRound, type Round } from './state.ts';
import { isAnnullingReason, isReopeningReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

/** Everything that decides, in one hash: tables, what they were compiled from, and which round they are for. */
export const rulesHashOf = (
  round: Pick<PreparedRound, 'tables' | 'templateHash' | 'parameters' | 'phase' | 'period'>,
): string => {
  const { tables, templateHash, parameters, phase, period } = round;
  return sha256Hex(canonicalBytes({ tables, templateHash, parameters, phase, period }));
};

/** Follows from the edition; anew when the edition was amended, until the rules are frozen. Entries, seats and recusals stay. */
export const prepareRound = (round: Round, { type: _type, now: _now, ...data }: PrepareRound): Decision => {
  if (!data.tables.phases.some(({ id }) => id === data.phase)) return { reason: 'PHASE_UNKNOWN', field: 'phase' };
  if (!isPrepared(round)) return [{ type: 'RoundPrepared.v1', data }];
  if (round.kind === 'annulled') return { reason: 'ROUND_ANNULLED', field: 'roundId' };
  if (round.editionId !== data.editionId) return { reason: 'EDITION_OF_ANOTHER_ROUND', field: 'editionId' };
  if (rulesHashOf(round) === rulesHashOf(data)) return [];
  return round.kind === 'prepared'
    ? [{ type: 'RoundPrepared.v1', data }]
    : { reason: 'ROUND_OPEN_ALREADY', field: 'editionId' };
};

/**
 * The edition's window is copied while its own closing is ahead: what was reopened ends when its reopening said. It never ends
 * before it was heard of: sheets that were accepted meanwhile count.
 */
export const setWindow = (round: Round, order: SetWindow): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  const follows = live.kind === 'open' && ((live.closing === 1 && !live.ownEnd) || followsStages(live));
  if (live.kind !== 'prepared' && !follows) return [];
  const { roundId, editionId, window } = live;
  const { opensAt, editionRevision, now } = order;
  const closesAt = live.kind === 'open' && order.closesAt < now ? now : order.closesAt;
  if (window !== null && editionRevision < window.editionRevision) return [];
  const entered = order.entered ?? window?.entered ?? null;
  const same = window?.opensAt === opensAt && window.closesAt === closesAt && window.entered === entered;
  return same
    ? []
    : [{ type: 'WindowSet.v1', data: { roundId, editionId, opensAt, closesAt, editionRevision, entered } }];
};

type Secrets = Readonly<{ draw: DrawSecret; order: DrawSecret | undefined }>;

const opening = (round: Round, { draw, order }: Secrets, closesAt: string, second: SecondPerson): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind !== 'prepared') return { reason: 'ROUND_OPEN_ALREADY', field: 'roundId' };
  const { roundId, editionId, entries, window } = live;
  // The number is a fact of the edition's: a round never begins with fewer entries than were let in, nor with more.
  if (window?.entered !== entries.length)
    return {
      reason: 'ENTRIES_INCOMPLETE',
      field: 'roundId',
      details: { admitted: entries.length, entered: window?.entered ?? 0 },
    };
  if (entriesIn(live).length === 0) return { reason: 'ROUND_HAS_NO_ENTRIES', field: 'roundId' };
  const { secret: drawSecret, commitment: drawCommitment } = draw;
  const entryCount = entriesIn(live).length;
  return [
    {
      type: 'RulesFrozen.v1',
      data: { roundId, editionId, rulesHash: rulesHashOf(live), drawCommitment, drawSecret },
    },
    { type: 'RoundOpened.v1', data: { roundId, editionId, closing: 1, entryCount, closesAt, ...second } },
    ...commitToOrder(live, order),
    ...commitToDeal(live, order),
  ];
};

/** While the edition's window lasts; afterwards by a second person. */
export const openRound = (round: Round, { draw, order, now }: OpenRound): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind === 'open') return [];
  const { window } = live;
  if (window === null || window.entered === null || now < window.opensAt)
    return { reason: 'SCORING_NOT_OPEN', field: 'roundId' };
  // Nobody fills a list in, so that it is never too late for one.
  if (now >= window.closesAt && !isList(live)) return { reason: 'SCORING_OVER', field: 'roundId' };
  return opening(live, { draw, order }, window.closesAt, ALONE);
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u;

/** An end that is ahead, and not too far. */
const untilRefusal = (until: string, now: string): ScoringRefusal | undefined => {
  const latestDay = addCalendarDays(localDateOf(now), REOPENED_DAYS_MAX);
  const isInstant = INSTANT.test(until) && isLocalDate(until.slice(0, 'YYYY-MM-DD'.length));
  return isInstant && until > now && localDateOf(until) <= latestDay
    ? undefined
    : { reason: 'UNTIL_INVALID', field: 'until', details: { daysMax: REOPENED_DAYS_MAX } };
};

/** A prepared round that scoring passed by is opened late, until its own end. */
export const openLate = (
  round: Round,
  { until }: Readonly<{ until: string }>,
  second: SecondPerson,
  { now, draw, order }: Pick<Means, 'now' | 'draw' | 'order'>,
): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind !== 'prepared') return { reason: 'ROUND_OPEN_ALREADY', field: 'roundId' };
  if (live.window === null || now < live.window.closesAt) return { reason: 'SCORING_NOT_OVER', field: 'roundId' };
  return (
    untilRefusal(until, now) ??
    opening(live, { draw: draw ?? { secret: '', commitment: '' }, order: order?.next }, until, second)
  );
};

/** With the edition's stage; a round that was reopened, or opened late, when its own end has passed. What never opened does not close: it can be opened late. */
export const closeRound = (round: Round, { why, now, stageId = '' }: CloseRound): Decision => {
  const live = liveRound(round);
  if (isRefused(live)) return live;
  if (live.kind !== 'open') return [];
  const { roundId, editionId, closing, closesAt, ownEnd } = live;
  // The end of the stage may be heard after an opening that came late because of it.
  if (why === 'stage' && (closing > 1 || ownEnd || goesOn(live, stageId))) return [];
  if (why === 'list' && !isList(live)) return [];
  if (why === 'due' && now < closesAt) return { reason: 'ROUND_NOT_DUE', field: 'roundId', details: { closesAt } };
  return [{ type: 'RoundClosed.v1', data: { roundId, editionId, closing, closesAt } }];
};

type Reopening = Readonly<{ seatIds: readonly string[]; until: string; reason: string }>;

/** For the seats named, until the moment named. After the opening of sheets these are seats assigned before, or drawn by lot. */
export const reopenRound = (round: Round, terms: Reopening, second: SecondPerson, now: string): Decision => {
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  const { seatIds, until, reason } = terms;
  if (!isReopeningReason(reason)) return { reason: 'REOPENING_REASON_UNKNOWN', field: 'reason' };
  if (live.closing >= CLOSINGS_PER_ROUND_MAX)
    return { reason: 'TOO_MANY_CLOSINGS', details: { closingsMax: CLOSINGS_PER_ROUND_MAX } };
  // As long as nobody could have seen an aggregate, a round with check-lists, bonuses or measures is opened again for these alone.
  const { checklists = [], bonuses = [], measures = [] } = live.tables;
  const forLists = !isUnsealed(live) && checklists.length + bonuses.length + measures.length > 0;
  if (seatIds.length === 0 && !forLists) return { reason: 'SEATS_NONE', field: 'seatIds' };
  for (const [at, seatId] of seatIds.entries()) {
    const seat = live.seats.find((one) => one.seatId === seatId && one.held === 'held');
    if (seat === undefined) return { reason: 'SEAT_UNKNOWN', field: `seatIds[${at}]` };
    if (seatIds.indexOf(seatId) !== at) return { reason: 'SEAT_TWICE', field: `seatIds[${at}]` };
  }
  const wrong = untilRefusal(until, now);
  if (wrong) return wrong;
  const { roundId, editionId, closing } = live;
  return [
    { type: 'RoundReopened.v1', data: { roundId, editionId, closing: closing + 1, seatIds, until, reason, ...second } },
  ];
};

/** The edition's own second person reopened its stage; nothing of it is chosen here, and nobody has seen an aggregate. */
export const reopenWithStage = (round: Round, order: ReopenWithStage): Decision => {
  const { stageId, closesAt, editionRevision, now } = order;
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  if (isUnsealed(live)) return { reason: 'ROUND_UNSEALED', field: 'roundId' };
  const seatIds = live.seats.filter(({ held }) => held === 'held').map(({ seatId }) => seatId);
  const reopened = reopenRound(live, { seatIds, until: closesAt, reason: 'stage-reopened' }, ALONE, now);
  const opensAt = live.stageWindows.find((window) => window.stageId === stageId)?.opensAt;
  if ('reason' in reopened || opensAt === undefined) return reopened;
  // Of several stages it is this one's parties alone that write again.
  const { roundId, editionId } = live;
  const data = { roundId, editionId, stageId, opensAt, closesAt, editionRevision };
  return [{ type: 'StageWindowSet.v1', data }, ...reopened];
};

/** Reasons that a round ends for once an aggregate could have been seen; before, every reason of the list. */
const AFTER_OPENING: readonly string[] = ['irregularity', 'no-result-possible'];

/** Wrong rules end a round only before its sheets are opened: no result chooses its rules. */
export const annulRound = (round: Round, { reason }: Readonly<{ reason: string }>, second: SecondPerson): Decision => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  if (!isAnnullingReason(reason) || reason === 'edition-abandoned')
    return { reason: 'ANNULLING_REASON_UNKNOWN', field: 'reason' };
  if (isUnsealed(live) && !AFTER_OPENING.includes(reason)) return { reason: 'ROUND_UNSEALED', field: 'reason' };
  const { roundId, editionId } = live;
  return [{ type: 'RoundAnnulled.v1', data: { roundId, editionId, reason, ...second } }];
};

/** The edition was abandoned: whatever had not been commended ends. */
export const abandonRound = (round: Round): Decision => {
  if (!isPrepared(round) || round.kind === 'annulled') return [];
  if (isCommended(round)) return { reason: 'CIRCULAR_ISSUED_ALREADY', field: 'roundId' };
  const { roundId, editionId } = round;
  return [{ type: 'RoundAnnulled.v1', data: { roundId, editionId, reason: 'edition-abandoned', ...ALONE } }];
};
