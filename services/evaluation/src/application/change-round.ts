import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type RemoveEvaluatorRequest = Readonly<{ roundId: string; personId: string; reason: string }>;
export type DeclareRecusalRequest = Readonly<{ roundId: string; personId: string; entryId: string; reason: string }>;
type Answer = Promise<Outcome<RoundFact, RoundRefusal>>;

/** Orders that concern the round and its calendar alone. */
export const changeRound = ({ knowledge, readRound, sendRound }: Evaluation) => ({
  remove: ({ roundId, personId, reason }: RemoveEvaluatorRequest, call: CallContext): Answer =>
    sendRound(
      roundId,
      { kind: 'remove-evaluator', personId, reason, now: call.now },
      sentBy(call, 'RemoveEvaluator', { roundId, personId, reason }),
    ),

  /** Evaluators declare for themselves; a committee officer for anybody. */
  recuse: async (request: DeclareRecusalRequest, call: CallContext): Answer => {
    const { roundId, entryId, reason } = request;
    const personId = request.personId === '' ? (call.caller.personId ?? '') : request.personId;
    if (personId !== call.caller.personId && call.actor.role !== 'committee-officer')
      return refusal('NOT_YOUR_RECUSAL', 'personId');
    return sendRound(
      roundId,
      { kind: 'declare-recusal', personId, entryId, reason, now: call.now },
      sentBy(call, 'DeclareRecusal', { roundId, personId, entryId, reason }),
    );
  },

  /** By hand, where the round was not ready when its stage began: after the stage has begun, so that its entries are in. */
  open: async ({ roundId }: Readonly<{ roundId: string }>, call: CallContext): Answer => {
    const { round } = await readRound(roundId);
    const window = round.kind === 'absent' ? undefined : await knowledge.stage(round.editionId, 'scoring');
    const scoring = window?.begun === true && call.now < window.closesAt ? 'open' : 'not-open';
    return sendRound(roundId, { kind: 'open-round', scoring, now: call.now }, sentBy(call, 'OpenRound', { roundId }));
  },
});
