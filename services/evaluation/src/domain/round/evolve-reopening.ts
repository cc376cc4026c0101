import type { RoundFact } from './facts.ts';
import type { ReopeningFact } from './reopening-facts.ts';
import { isRunning, type ReopeningRequest, type Round } from './state.ts';

type Settled = Exclude<ReopeningRequest['standing'], 'waiting'>;

const settle = (round: Round, standing: Settled, isMeant: (request: ReopeningRequest) => boolean = () => true): Round =>
  isRunning(round)
    ? {
        ...round,
        requests: round.requests.map((one) =>
          one.standing === 'waiting' && isMeant(one) ? { ...one, standing } : one,
        ),
      }
    : round;

/** Folds what was asked, and what the office said to it. */
export const evolveReopening = (round: Round, { type, data }: ReopeningFact): Round => {
  if (!isRunning(round)) throw new Error(`a request to reopen a sheet follows ${round.kind}`);
  const { requestId, seatId, personId } = data;
  if (type === 'ReopeningRequested.v1') {
    const { requestedAt } = data;
    const request: ReopeningRequest = { requestId, seatId, personId, requestedAt, standing: 'waiting' };
    return { ...round, requests: [...round.requests, request] };
  }
  const standing = type === 'ReopeningDeclined.v1' ? 'declined' : 'withdrawn';
  return settle(round, standing, (one) => one.requestId === requestId);
};

/** Whatever opens the seat again answers the request; a seat that is left, or a decision, leaves nothing to ask for. */
export const answerRequests = (round: Round, fact: RoundFact): Round => {
  switch (fact.type) {
    case 'RoundReopened.v1':
      return settle(round, 'reopened', ({ seatId }) => fact.data.seatIds.includes(seatId));
    case 'SeatVacated.v1':
    case 'SeatExcused.v1':
      return settle(
        round,
        'lapsed',
        ({ seatId, personId }) => seatId === fact.data.seatId && personId === fact.data.personId,
      );
    case 'DecisionTaken.v1':
      return settle(round, 'lapsed');
    default:
      return round;
  }
};
