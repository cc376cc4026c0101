import { SEATS_PER_ORDER_MAX, SEATS_PER_ROUND_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import { entitlingGrant } from './may-score.ts';
import type { AssignSeats, VacateSeat } from './orders.ts';
import type { Candidate } from './holders.ts';
import { ALONE, type SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { closedUndecided, isRefused, sealedUndecided, undecided } from './standing.ts';
import { isUnsealed, type LiveRound, type Round, type Seat, seatOf } from './state.ts';
import type { Seating } from './tables.ts';
import { isExcusingReason, isVacatingReason, VACATING_REASONS } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

const seatIdOf = ({ vote }: Seating, { personId, homeId }: Candidate): string | null =>
  vote === 'person' ? personId : homeId;

type Named = Candidate & Readonly<{ sourceId: string }>;

/** The seat that somebody would get, or why he can not have it. `at` names the field. */
export const seatFor = (round: LiveRound, named: Named, at: string): Seat | ScoringRefusal => {
  const seating = round.tables.seating.find(({ sourceId }) => sourceId === named.sourceId);
  if (seating === undefined) return { reason: 'SOURCE_UNKNOWN', field: `${at}.sourceId` };
  const { personId, homeId } = named;
  const held = seatOf(round, personId);
  if (held !== undefined && held.sourceId !== named.sourceId)
    return { reason: 'SEAT_IN_ANOTHER_SOURCE', field: `${at}.sourceId` };
  const grant = entitlingGrant(round.tables, seating, named.grants);
  if (grant === undefined) return { reason: 'NOT_IN_PARTY', field: `${at}.personId` };
  const seatId = seatIdOf(seating, named);
  if (seatId === null) return { reason: 'SEAT_WITHOUT_ORGANIZATION', field: `${at}.personId` };
  const taken = round.seats.find((seat) => seat.seatId === seatId && seat.held === 'held');
  // Where the unit has the vote, it has one: a second evaluator of it would be a second vote.
  if (taken !== undefined && taken.personId !== personId)
    return { reason: 'SEAT_TAKEN', field: `${at}.personId`, details: { seatId, personId: taken.personId } };
  const { sourceId } = named;
  const { grantId } = grant;
  return {
    seatId,
    sourceId,
    vote: seating.vote,
    personId,
    grantId,
    homeId,
    draw: null,
    held: 'held',
    authors: [personId],
  };
};

export const assigned = ({ roundId, editionId }: LiveRound, seat: Seat, second: SecondPerson): RoundFact => {
  const { seatId, sourceId, vote, personId, grantId, homeId, draw } = seat;
  return {
    type: 'SeatAssigned.v1',
    data: { roundId, editionId, seatId, sourceId, vote, personId, grantId, homeId, draw, ...second },
  };
};

/** Who sits already stays as he is: an assignment never touches work that was begun. After the opening of sheets seats are drawn by lot. */
export const assignSeats = (round: Round, { seats }: AssignSeats): Decision => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  if (isUnsealed(live)) return { reason: 'ROUND_UNSEALED', field: 'roundId' };
  if (seats.length === 0) return { reason: 'SEATS_NONE', field: 'seats' };
  if (seats.length > SEATS_PER_ORDER_MAX || live.seats.length + seats.length > SEATS_PER_ROUND_MAX)
    return {
      reason: 'SEATS_TOO_MANY',
      field: 'seats',
      details: { perOrderMax: SEATS_PER_ORDER_MAX, perRoundMax: SEATS_PER_ROUND_MAX },
    };
  const taken: Seat[] = [];
  for (const [at, named] of seats.entries()) {
    const path = `seats[${at}]`;
    if (seats.findIndex(({ personId }) => personId === named.personId) !== at)
      return { reason: 'SEAT_TWICE', field: `${path}.personId` };
    const seat = seatFor(live, named, path);
    if (isRefused(seat)) return seat;
    if (taken.some(({ seatId }) => seatId === seat.seatId))
      return { reason: 'SEAT_TAKEN', field: `${path}.personId`, details: { seatId: seat.seatId } };
    taken.push(seat);
  }
  return taken
    .filter(({ personId }) => seatOf(live, personId) === undefined)
    .map((seat) => assigned(live, seat, ALONE));
};

const vacate = (round: LiveRound, seat: Seat | undefined, reason: string, second: SecondPerson): Decision => {
  if (seat === undefined) return { reason: 'SEAT_UNKNOWN', field: 'personId' };
  if (!isVacatingReason(reason)) return { reason: 'SEAT_REASON_UNKNOWN', field: 'reason' };
  const { seatId, personId, authors } = seat;
  const sheet = VACATING_REASONS[reason];
  // Whoever left is known later to have had no right: the seat is vacated once more, and takes its sheet along.
  const takesSheetOut = second.proposalId !== null && sheet === 'sheet-out' && authors.includes(personId);
  if (seat.held !== 'held' && !takesSheetOut) return { reason: 'SEAT_NOT_HELD', field: 'personId' };
  const { roundId, editionId } = round;
  return [{ type: 'SeatVacated.v1', data: { roundId, editionId, seatId, personId, reason, sheet, ...second } }];
};

/**
 * By the office while nobody could have seen an aggregate; by the end of a membership until the decision, whoever knows what. An
 * exit is recorded by one person alone: once somebody could have seen an aggregate it takes no sheet along (rule 7). Who was
 * entitled when he judged has judged; a recusal leaves his marks out, by two persons.
 */
export const vacateSeat = (round: Round, { personId, reason, by }: VacateSeat): Decision => {
  const live = by === 'office' ? sealedUndecided(round) : undecided(round);
  if (isRefused(live)) return live;
  const seat = seatOf(live, personId);
  if (seat === undefined && by === 'membership') return [];
  const facts = vacate(live, seat, reason, ALONE);
  if (by === 'office' || isRefused(facts) || !isUnsealed(live)) return facts;
  return facts.map((fact) =>
    fact.type === 'SeatVacated.v1' ? { ...fact, data: { ...fact.data, sheet: 'sheet-counts' } } : fact,
  );
};

type OfSeat = Readonly<{ seatId: string; reason: string }>;

export const vacateBySecond = (round: Round, { seatId, reason }: OfSeat, second: SecondPerson): Decision => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  return vacate(
    live,
    live.seats.find((seat) => seat.seatId === seatId),
    reason,
    second,
  );
};

/** A closed round waits for this seat no longer. A sheet that it handed in stays and counts. */
export const excuseSeat = (round: Round, { seatId, reason }: OfSeat, second: SecondPerson): Decision => {
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  const seat = live.seats.find((one) => one.seatId === seatId);
  if (seat === undefined) return { reason: 'SEAT_UNKNOWN', field: 'seatId' };
  if (!isExcusingReason(reason)) return { reason: 'SEAT_REASON_UNKNOWN', field: 'reason' };
  if (seat.held !== 'held') return { reason: 'SEAT_NOT_HELD', field: 'seatId' };
  const { roundId, editionId } = live;
  const { personId } = seat;
  return [{ type: 'SeatExcused.v1', data: { roundId, editionId, seatId, personId, reason, ...second } }];
};
