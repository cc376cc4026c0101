import type { CallContext } from '@jiangong/service-host';
import { DEALT_SEATS_MAX } from '../domain/deal/limits.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { dealGroundOf } from './deal-ground.ts';
import { orderSecretsOf } from './draw-secret.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type DealEntriesRequest = Readonly<{
  roundId: string;
  lot: string;
  loads: readonly Readonly<{ seatId: string; atMost: number }>[];
}>;

/** Who is known now, and what was handed in, is looked at when it is dealt. */
export const dealEntries =
  (evaluation: Evaluation) =>
  async (
    { roundId, lot, loads: given }: DealEntriesRequest,
    call: CallContext,
  ): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
    const loads = given.slice(0, DEALT_SEATS_MAX).map(({ seatId, atMost }) => ({ seatId, atMost }));
    const [secrets, ground] = await Promise.all([
      orderSecretsOf(evaluation, roundId),
      dealGroundOf(evaluation, round, call.now),
    ]);
    return evaluation.sendRound(
      roundId,
      { type: 'DealEntries', lot, loads, secrets, ground, now: call.now },
      sentBy(call, 'DealEntries', { roundId, lot, loads }),
    );
  };
