import type { PanelSource } from '@jiangong/scoring';
import { contestSources } from '../contest/contest-of.ts';
import { onStage } from '../contest/state.ts';
import { dealtTo } from '../deal/deal-of.ts';
import { entitlingGrant, structuralCause } from '../round/may-score.ts';
import type { Candidate } from '../round/holders.ts';
import {
  asJudged,
  entriesIn,
  type Entry,
  isRunning,
  type PreparedRound,
  type Round,
  type Seat,
  seatOf,
} from '../round/state.ts';
import { stageHindrance } from '../round/stages.ts';
import type { Hindrance, RecusalCause, SheetRound } from './state.ts';

const nothing = (hindrance: Hindrance): SheetRound => ({
  hindrance,
  seatId: '',
  sourceId: '',
  grantId: '',
  homeId: null,
  closing: 0,
  source: null,
  pooled: false,
  controls: null,
  dealt: false,
  entries: [],
});

/** The party's own stages, where the round is filled in several: marks of a meeting are given when it is held, and not while lists are checked. */
const stageOfSeat = (round: PreparedRound, { sourceId }: Seat, now: string): Hindrance | null => {
  const by = round.tables.seating.find((one) => one.sourceId === sourceId)?.by[0];
  return by === undefined ? null : stageHindrance(round, by, now);
};

/** The window is the round's own: from its end on nothing is written, whether anybody has heard of the closing or not. */
const windowHindrance = (round: PreparedRound, seat: Seat, now: string): Hindrance | null => {
  if (!isRunning(round)) return 'ROUND_NOT_OPEN';
  if (round.kind !== 'open' || now >= round.closesAt) return 'ROUND_CLOSED';
  if (round.open !== null && !round.open.includes(seat.seatId)) return 'SEAT_NOT_REOPENED';
  return stageOfSeat(round, seat, now);
};

/** Who sits must still be somebody who may: a role that ended, or another unit since, ends it whoever has heard of that. */
const personHindrance = (round: PreparedRound, seat: Seat, { grants, homeId }: Candidate): Hindrance | null => {
  const seating = round.tables.seating.find(({ sourceId }) => sourceId === seat.sourceId);
  if (seating === undefined || entitlingGrant(round.tables, seating, grants) === undefined) return 'NOT_IN_PARTY';
  return seat.vote === 'organization' && homeId !== seat.seatId ? 'SEAT_OF_ANOTHER_ORGANIZATION' : null;
};

/** Why nothing can be written into a seat's sheet now, whatever is on it; null: something can. */
export const seatHindrance = (round: PreparedRound, seat: Seat, person: Candidate, now: string): Hindrance | null =>
  personHindrance(round, seat, person) ?? windowHindrance(round, seat, now);

const isPooled = (round: PreparedRound, sourceId: string): boolean => {
  const rows = round.tables.phases
    .filter(({ id }) => id === round.phase)
    .flatMap(({ rows: all }) => all)
    .filter((row) => row.op === 'take-panel' && row.source === sourceId);
  return rows.length > 0 && rows.every((row) => row.op === 'take-panel' && row.reduce.how === 'pooled');
};

/** Where entries are judged one at a time there is no sheet about all of them, and of one only while it is called. */
const turnHindrance = (round: PreparedRound, seat: Seat, entryId: string | undefined): Hindrance | null => {
  if (entryId === undefined) return contestSources(round).includes(seat.sourceId) ? 'MARKED_ONE_AT_A_TIME' : null;
  const turn = isRunning(round) ? onStage(round.contest) : undefined;
  if (turn?.entryId !== entryId) return 'ENTRY_NOT_ON_STAGE';
  return turn.seatIds === null || turn.seatIds.includes(seat.seatId) ? null : 'SEAT_NOT_REOPENED';
};

/** Every entry of the round by id, with what keeps the seat from it. */
export const causesOf = (round: PreparedRound, seat: Seat, person: Candidate): SheetRound['entries'] => {
  const own = round.tables.seating.find(({ sourceId }) => sourceId === seat.sourceId)?.own ?? 'skip';
  const declared = new Set(
    round.recusals.filter(({ personId }) => personId === person.personId).map(({ entryId }) => entryId),
  );
  const causeFor = (entry: Entry): RecusalCause | null =>
    structuralCause(seat, own, entry, person.homeId) ??
    structuralCause(seat, own, asJudged(entry), person.homeId) ??
    (declared.has(entry.entryId) ? 'declared' : null);
  return [...entriesIn(round)]
    .sort((a, b) => (a.entryId < b.entryId ? -1 : 1))
    .map((entry) => ({ entryId: entry.entryId, recused: causeFor(entry) }));
};

/**
 * What one person's sheet must know of its round; `person` as he stands now, `about` the one entry that it is about. Entries by id, so that their order tells nothing about
 * others' scores.
 */
export const sheetRoundOf = (round: Round, person: Candidate, now: string, about?: string): SheetRound => {
  if (round.kind === 'absent' || round.kind === 'annulled') return nothing('NOT_AN_EVALUATOR');
  const seat = seatOf(round, person.personId);
  if (seat === undefined) return nothing('NOT_AN_EVALUATOR');
  const { seatId, sourceId } = seat;
  const seating = round.tables.seating.find((one) => one.sourceId === sourceId);
  const share = dealtTo(round, seat);
  const source = round.tables.sources.find((one): one is PanelSource => one.id === sourceId && one.kind === 'panel');
  const grant = seating && entitlingGrant(round.tables, seating, person.grants);
  return {
    hindrance:
      seatHindrance(round, seat, person, now) ??
      (share !== 'all' && share.size === 0 ? 'ENTRIES_NOT_DEALT' : turnHindrance(round, seat, about)),
    seatId,
    sourceId,
    grantId: grant?.grantId ?? '',
    homeId: person.homeId,
    closing: isRunning(round) ? round.closing : 0,
    source: source ?? null,
    pooled: isPooled(round, sourceId),
    controls: seating?.controls ?? null,
    dealt: share !== 'all',
    entries: causesOf(round, seat, person)
      .filter(({ entryId }) => about === undefined || entryId === about)
      .filter(({ entryId }) => share === 'all' || share.has(entryId)),
  };
};
