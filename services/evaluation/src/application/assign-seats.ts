import type { CallContext } from '@jiangong/service-host';
import { SEATS_PER_ORDER_MAX } from '../domain/limits.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type AssignSeatsRequest = Readonly<{
  roundId: string;
  seats: readonly Readonly<{ personId: string; sourceId: string }>[];
}>;

/** Each person's home and entitling grant are written down with the seat: they keep him from what is his own. */
export const assignSeats =
  ({ knowledge, readRound, sendRound }: Evaluation) =>
  async ({ roundId, seats }: AssignSeatsRequest, call: CallContext): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const looked = seats.slice(0, SEATS_PER_ORDER_MAX);
    const { committeeId } = round;
    const people = await knowledge.people(
      looked.map(({ personId }) => personId),
      { committeeId, now: call.now, wait: call.afterPosition > 0 },
    );
    const stranger = looked.findIndex(({ personId }) => !people.has(personId));
    if (stranger !== -1) return refusal('PERSON_UNKNOWN', `seats[${stranger}].personId`);
    const named = seats.map(({ personId, sourceId }) => ({
      ...(people.get(personId) ?? { personId, homeId: null, grants: [] }),
      sourceId,
    }));
    const body = { roundId, seats: seats.map(({ personId, sourceId }) => ({ personId, sourceId })) };
    return sendRound(roundId, { type: 'AssignSeats', seats: named, now: call.now }, sentBy(call, 'AssignSeats', body));
  };
