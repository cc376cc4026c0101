import { textRefusal } from '@jiangong/wording';
import { REASON_CHARACTERS_MAX, REOPENING_REQUESTS_PER_EVALUATOR_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import type { DeclineReopening, RequestReopening, WithdrawReopeningRequest } from './orders.ts';
import type { ScoringRefusal } from './refusals.ts';
import { isRefused, undecided } from './standing.ts';
import { isRunning, type ReopeningRequest, type Round, type RunningRound, seatOf } from './state.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

/** What may still be opened again: until a decision stands. */
const reopenable = (round: Round): RunningRound | ScoringRefusal => {
  const live = undecided(round);
  if (isRefused(live)) return live;
  return isRunning(live) ? live : { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
};

/** The request of somebody's seat that nobody has answered; undefined: none. */
export const waitingRequest = (round: Round, personId: string): ReopeningRequest | undefined =>
  isRunning(round) ? round.requests.find((one) => one.personId === personId && one.standing === 'waiting') : undefined;

/**
 * Whoever sits asks, once at a time, for a sheet that he can not write into: a sealed one, or one that the closing overtook. While
 * he can still write there is nothing to ask for.
 */
export const requestReopening = (round: Round, order: RequestReopening): Decision => {
  const live = reopenable(round);
  if (isRefused(live)) return live;
  const { requestId, personId, sheet, why, now: requestedAt } = order;
  const seat = seatOf(live, personId);
  if (seat === undefined) return { reason: 'NOT_AN_EVALUATOR', field: 'roundId' };
  if (sheet.hindrance !== null) return { reason: sheet.hindrance, field: 'roundId' };
  if (sheet.writable) return { reason: 'SHEET_STILL_OPEN', field: 'roundId' };
  if (sheet.entries === 0) return { reason: 'NOTHING_TO_SCORE', field: 'roundId' };
  if (waitingRequest(live, personId)) return { reason: 'REOPENING_REQUESTED_ALREADY', field: 'roundId' };
  if (live.requests.filter((one) => one.personId === personId).length >= REOPENING_REQUESTS_PER_EVALUATOR_MAX)
    return {
      reason: 'REOPENING_REQUESTED_OFTEN',
      field: 'roundId',
      details: { requestsMax: REOPENING_REQUESTS_PER_EVALUATOR_MAX },
    };
  const text = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const { roundId, editionId, committeeId } = live;
  const { seatId } = seat;
  const data = { roundId, editionId, committeeId, requestId, seatId, personId, requestedAt, prose: { why } };
  return [{ type: 'ReopeningRequested.v1', data }];
};

/** What was answered meanwhile is not taken back: whoever withdraws hears what became of it. */
const waiting = (
  round: Round,
  isMeant: (one: ReopeningRequest) => boolean,
): Readonly<{ live: RunningRound; request: ReopeningRequest }> | ScoringRefusal => {
  if (!isRunning(round)) {
    const live = undecided(round);
    return isRefused(live) ? live : { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
  }
  const request = round.requests.findLast(isMeant);
  if (request === undefined) return { reason: 'REOPENING_NOT_REQUESTED', field: 'requestId' };
  return request.standing === 'waiting'
    ? { live: round, request }
    : { reason: 'REOPENING_ANSWERED_ALREADY', field: 'requestId', details: { standing: request.standing } };
};

export const withdrawReopeningRequest = (round: Round, { personId, now }: WithdrawReopeningRequest): Decision => {
  const found = waiting(round, (one) => one.personId === personId);
  if (!('request' in found)) return found;
  const { roundId, editionId, committeeId } = found.live;
  const { requestId, seatId } = found.request;
  const data = { roundId, editionId, committeeId, requestId, seatId, personId, withdrawnAt: now };
  return [{ type: 'ReopeningRequestWithdrawn.v1', data }];
};

/** By the office, with a reason. Nobody answers a request of his own: he takes it back. */
export const declineReopening = (round: Round, order: DeclineReopening): Decision => {
  const { requestId, by, why, now: declinedAt } = order;
  const found = waiting(round, (one) => one.requestId === requestId);
  if (!('request' in found)) return found;
  const { seatId, personId } = found.request;
  if (by.personId === personId) return { reason: 'OWN_REQUEST', field: 'requestId' };
  const text = textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
  if (text) return text;
  const { roundId, editionId, committeeId } = found.live;
  const ids = { roundId, editionId, committeeId, requestId, seatId, personId };
  return [{ type: 'ReopeningDeclined.v1', data: { ...ids, declinedBy: by.personId, declinedAt, prose: { why } } }];
};
