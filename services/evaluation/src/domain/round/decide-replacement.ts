import { sha256Hex } from '@jiangong/event-store';
import { CANDIDATES_MAX, CANDIDATES_MIN } from '../limits.ts';
import { assigned, seatFor } from './decide-seats.ts';
import type { Draw, RoundFact } from './facts.ts';
import type { Means } from './orders.ts';
import type { Candidate } from './holders.ts';
import type { SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { closedUndecided, isRefused } from './standing.ts';
import { type LiveRound, type Round, type Seat, seatOf } from './state.ts';

type OfDraw = Readonly<{ seatId: string; personIds: readonly string[] }>;
type Empty = Readonly<{ live: LiveRound; seat: Seat; seed: string }>;

/**
 * Who is drawn: the candidate whose hash over the round's seed, the secret of the draw, the whole list, the seat and himself is the
 * least. Anybody can draw again from `SheetsOpened` and `SeatAssigned`.
 */
export const drawnAmong = (seed: string, seatId: string, { secret, candidates }: Draw): string | undefined => {
  const mixed = sha256Hex(Buffer.from([seed, secret, seatId, ...candidates].join(' '), 'utf8'));
  const order = (personId: string): string => sha256Hex(Buffer.from(`${mixed} ${personId}`, 'utf8'));
  return [...candidates].sort((a, b) => (order(a) < order(b) ? -1 : 1))[0];
};

const emptySeat = (round: Round, { seatId, personIds }: OfDraw): Empty | ScoringRefusal => {
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  const seat = live.seats.find((one) => one.seatId === seatId);
  if (seat === undefined) return { reason: 'SEAT_UNKNOWN', field: 'seatId' };
  if (seat.held === 'held') return { reason: 'SEAT_HELD', field: 'seatId' };
  if (live.seed === null) return { reason: 'SHEETS_NOT_OPENED', field: 'roundId' };
  if (personIds.length > CANDIDATES_MAX)
    return { reason: 'SEATS_TOO_MANY', field: 'personIds', details: { candidatesMax: CANDIDATES_MAX } };
  return { live, seat, seed: live.seed };
};

/** Where the unit has the vote, only the unit's own people can have its seat. */
const seatAs = ({ live, seat }: Empty, candidate: Candidate, at: string): Seat | ScoringRefusal => {
  if (seatOf(live, candidate.personId) !== undefined) return { reason: 'SEAT_TAKEN', field: at };
  const found = seatFor(live, { ...candidate, sourceId: seat.sourceId }, at);
  if (isRefused(found)) return { ...found, field: at };
  return found.vote === 'organization' && found.seatId !== seat.seatId
    ? { reason: 'SEAT_IN_ANOTHER_SOURCE', field: at }
    : found;
};

const tooFew: ScoringRefusal = {
  reason: 'CANDIDATES_TOO_FEW',
  field: 'personIds',
  details: { candidatesMin: CANDIDATES_MIN },
};

/** Of each who is named it is known that he could have the seat before anybody carries it out: no list of one with two who can not. */
export const replacementRefusal = (
  round: Round,
  terms: OfDraw,
  candidates: readonly Candidate[],
): ScoringRefusal | undefined => {
  const empty = emptySeat(round, terms);
  if (isRefused(empty)) return empty;
  for (const [at, personId] of terms.personIds.entries()) {
    const path = `personIds[${at}]`;
    if (terms.personIds.indexOf(personId) !== at) return { reason: 'SEAT_TWICE', field: path };
    const candidate = candidates.find((one) => one.personId === personId);
    if (candidate === undefined) return { reason: 'NOT_IN_PARTY', field: path };
    const seat = seatAs(empty, candidate, path);
    if (isRefused(seat)) return seat;
  }
  return terms.personIds.length < CANDIDATES_MIN ? tooFew : undefined;
};

/**
 * A replacement after the opening of sheets: nobody chooses him. The list stands in the proposal, and what draws among it exists only
 * when a second person carries it out. Whoever may not score any more is passed over; where fewer than the least remain, another list
 * is proposed.
 */
export const drawReplacement = (
  round: Round,
  terms: OfDraw,
  second: SecondPerson,
  { candidates, draw: fresh }: Pick<Means, 'candidates' | 'draw'>,
): readonly RoundFact[] | ScoringRefusal => {
  const empty = emptySeat(round, terms);
  if (isRefused(empty)) return empty;
  if (fresh === null) return { reason: 'DRAW_BROKEN', field: 'roundId' };
  const able = candidates
    .filter(({ personId }) => terms.personIds.includes(personId))
    .map((candidate) => seatAs(empty, candidate, 'personIds'))
    .filter((found): found is Seat => !isRefused(found));
  if (able.length < CANDIDATES_MIN) return tooFew;
  const draw = { secret: fresh.secret, candidates: able.map(({ personId }) => personId).sort() };
  const drawn = drawnAmong(empty.seed, terms.seatId, draw);
  return able
    .filter(({ personId }) => personId === drawn)
    .map((seat) => assigned(empty.live, { ...seat, draw }, second));
};
