import { requestIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { DecisionFact } from '../domain/decision/facts.ts';
import type { DecisionRefusal } from '../domain/decision/refusals.ts';
import type { DecisionState } from '../domain/decision/state.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { decidedIdOf } from './decision-streams.ts';
import { decisionStream } from './streams.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

export type AttestMinutesRequest = Readonly<{ roundId: string; decisionId: string }>;
export type WithdrawMinutesRequest = AttestMinutesRequest & Readonly<{ why: string }>;
type Answer = Outcome<DecisionFact, DecisionRefusal | RoundRefusal>;
export type Attested = Readonly<{ handled: Answer; inForce: boolean }>;

type Minuted = Exclude<DecisionState, { kind: 'absent' }>;

/** The minutes, if they are over this round: the access rule has looked at the round, not at the decision. */
const minutesOver = async (
  { handleDecision }: Decisions,
  { roundId: id, decisionId }: AttestMinutesRequest,
): Promise<Minuted | undefined> => {
  const { state } = await handleDecision.stateOf(decisionStream(decisionId));
  if (state.kind === 'absent') return undefined;
  return decidedIdOf(state.minutes.roundId, state.minutes.unitId) === id ? state : undefined;
};

/**
 * Each member attests for himself; with the last attestation that is needed the decision is taken in the stream it is about,
 * and checked there once more. Should the platform stop between the two, `complete-decisions` finishes it.
 */
export const attestMinutes =
  (decisions: Decisions) =>
  async (request: AttestMinutesRequest, call: CallContext): Promise<Attested> => {
    const { roundId, decisionId } = request;
    const { find, handleDecision, sendTaken } = decisions;
    const found = await find(roundId);
    if (found.kind === 'absent') return { handled: refusal('ROUND_NOT_FOUND', 'roundId'), inForce: false };
    if (found.kind === 'refused') return { handled: found, inForce: false };
    if ((await minutesOver(decisions, request)) === undefined)
      return { handled: refusal('DECISION_NOT_FOUND', 'decisionId'), inForce: false };
    const { personId } = actorOf(call);
    const stream = decisionStream(decisionId);
    const order = { type: 'AttestMinutes', now: call.now, personId, decidable: found.decidable } as const;
    const handled = await handleDecision({ stream, order, ...sentBy(call, 'AttestMinutes', { roundId, decisionId }) });
    if (handled.kind === 'refused') return { handled, inForce: false };
    const { state } = await handleDecision.stateOf(stream);
    if (state.kind !== 'attested') return { handled, inForce: false };
    const context = { ...call, requestId: requestIdOf(`take decision ${call.requestId}`) };
    const taking = { type: 'TakeDecision', now: call.now, minutes: state.minutes } as const;
    const taken = await sendTaken(found, taking, { body: { rpc: 'TakeDecision', decisionId }, context });
    if (taken.kind === 'refused') return { handled: taken, inForce: false };
    return { handled: { ...handled, position: Math.max(handled.position, taken.position) }, inForce: true };
  };

export const withdrawMinutes =
  (decisions: Decisions) =>
  async (request: WithdrawMinutesRequest, call: CallContext): Promise<Answer> => {
    const { roundId, decisionId, why } = request;
    if ((await minutesOver(decisions, request)) === undefined) return refusal('DECISION_NOT_FOUND', 'decisionId');
    const order = { type: 'WithdrawMinutes', now: call.now, by: actorOf(call).personId, why } as const;
    const fingerprint = await decisions.ground.privacy.fingerprint(proseKey(roundId), { why });
    const sent = sentBy(call, 'WithdrawMinutes', { roundId, decisionId, fingerprint });
    return decisions.handleDecision({ stream: decisionStream(decisionId), order, ...sent });
  };
