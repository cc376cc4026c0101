import type { CallContext } from '@jiangong/service-host';
import type { BallotRefusal } from '../domain/ballot/refusals.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { newDrawSecret } from './draw-secret.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { ballotNotHeld } from './planned-boxes.ts';
import { type Outcome, refusal } from './reasons.ts';

export type VacateSeatRequest = Readonly<{ roundId: string; personId: string; reason: string }>;
export type DeclareRecusalRequest = Readonly<{ roundId: string; personId: string; entryId: string; reason: string }>;
type Answer = Promise<Outcome<RoundFact, RoundRefusal | BallotRefusal>>;

/** What one person may do alone. */
export const changeRound = (evaluation: Evaluation) => {
  const { sendRound } = evaluation;
  return {
    vacate: ({ roundId, personId, reason }: VacateSeatRequest, call: CallContext): Answer =>
      sendRound(
        roundId,
        { type: 'VacateSeat', personId, reason, by: 'office', now: call.now },
        sentBy(call, 'VacateSeat', { roundId, personId, reason }),
      ),

    /** Evaluators declare for themselves; a committee officer for anybody. */
    recuse: async (request: DeclareRecusalRequest, call: CallContext): Answer => {
      const { roundId, entryId, reason } = request;
      const personId = request.personId === '' ? (call.caller.personId ?? '') : request.personId;
      if (personId !== call.caller.personId && call.actor.role !== 'committee-officer')
        return refusal('NOT_YOUR_RECUSAL', 'personId');
      return sendRound(
        roundId,
        { type: 'DeclareRecusal', personId, entryId, reason, now: call.now },
        sentBy(call, 'DeclareRecusal', { roundId, personId, entryId, reason }),
      );
    },

    /** By hand, where the round was not ready when its stage began. */
    open: async ({ roundId }: Readonly<{ roundId: string }>, call: CallContext): Answer => {
      const { round } = await evaluation.readRound(roundId);
      const beyond = round.kind === 'prepared' ? await ballotNotHeld(evaluation, round, call.now) : undefined;
      if (beyond) return { kind: 'refused', refusal: beyond };
      return sendRound(
        roundId,
        { type: 'OpenRound', draw: newDrawSecret(evaluation), order: newDrawSecret(evaluation), now: call.now },
        sentBy(call, 'OpenRound', { roundId }),
      );
    },
  };
};
