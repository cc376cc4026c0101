import type { CallContext } from '@jiangong/service-host';
import type { Meeting } from '../domain/meeting.ts';
import type { Departure } from '../domain/round/departure.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type TakeDecisionRequest = Readonly<{
  roundId: string;
  resultHash: string;
  meeting: Meeting;
  departures: readonly Departure[];
}>;

/** The body that may decide is the leadership of the round's own committee, as the grants stand now. */
export const takeDecision =
  ({ knowledge, readRound, sendRound }: Evaluation) =>
  async (request: TakeDecisionRequest, call: CallContext): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { roundId, resultHash, meeting, departures } = request;
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const body = await knowledge.leadership(round.committeeId, call.now);
    const order = { kind: 'take-decision', resultHash, meeting, body, departures, now: call.now } as const;
    return sendRound(roundId, order, sentBy(call, 'TakeDecision', { roundId, resultHash, meeting, departures }));
  };
