import { aggregateIdOf } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import type { RecommendationFact } from '../domain/recommendation/facts.ts';
import type { Paper, RecommendationOrder } from '../domain/recommendation/orders.ts';
import type { RecommendationRefusal } from '../domain/recommendation/refusals.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { RECOMMENDATION_ACTS, type RecommendationAct } from '../domain/recommendation/words.ts';
import { recommendationIdOf } from './decision-streams.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';
import { recommendationStream } from './streams.ts';

type Answer = Outcome<RecommendationFact, RecommendationRefusal | RoundRefusal>;
type OfRecommendation = Readonly<{ recommendationId: string }>;
/** `request`: what of it stands in the request hash in the clear; `prose` by its keyed fingerprint. */
type Sending = Readonly<{
  order: RecommendationOrder;
  request: Readonly<Record<string, string>> & OfRecommendation;
  prose?: object;
}>;

export type PutForwardRequest = Paper & Readonly<{ roundId: string; rule: string; entryId: string }>;

const isAct = (act: string): act is RecommendationAct => RECOMMENDATION_ACTS.some((known) => known === act);

const paperOf = ({ documentNumber, file, effectiveOn }: Paper): Paper => ({ documentNumber, file, effectiveOn });

type Send = (call: CallContext, rpc: string, sending: Sending) => Promise<Answer>;

/** By the decision that is in force now: another one's recommendation is another. */
const putForwardWith =
  ({ ground, find, known }: Decisions, send: Send) =>
  async (
    given: PutForwardRequest,
    call: CallContext,
  ): Promise<Readonly<{ recommendationId: string; handled: Answer }>> => {
    const { roundId, rule, entryId } = given;
    const found = await find(roundId);
    if (found.kind === 'absent') return { recommendationId: '', handled: refusal('ROUND_NOT_FOUND', 'roundId') };
    if (found.kind === 'refused') return { recommendationId: '', handled: found };
    const { decidable } = found;
    const { taken } = decidable;
    const decisionId = taken.kind === 'undecided' ? '' : taken.decision.decisionId;
    const recommendationId = recommendationIdOf(decisionId, rule, entryId);
    // What was objected to a moment ago holds it back as well.
    if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
    const order = {
      type: 'PutForward',
      ...{ now: call.now, by: actorOf(call), recommendationId, decidable, rule, entryId },
      ...paperOf(given),
      version: await known.declaredVersion(entryId),
      openObjections: await known.openObjections([entryId]),
      dueBy: (await known.putForwardBy(decidable.editionId, decidable.phase?.id ?? '')) ?? null,
    } as const;
    const request = { recommendationId, roundId, rule, entryId, ...paperOf(given) };
    return { recommendationId, handled: await send(call, 'PutForward', { order, request }) };
  };

/** Orders about entries on their way upwards. */
export const changeRecommendations = (decisions: Decisions) => {
  const { ground, handleRecommendation } = decisions;
  const send: Send = async (call, rpc, { order, request, prose }) => {
    const { recommendationId } = request;
    const hashed =
      prose === undefined
        ? request
        : { ...request, fingerprint: await ground.privacy.fingerprint(proseKey(recommendationId), prose) };
    return handleRecommendation({
      stream: recommendationStream(recommendationId),
      order,
      ...sentBy(call, rpc, hashed),
    });
  };
  return {
    putForward: putForwardWith(decisions, send),

    correct: (given: OfRecommendation & Paper & Readonly<{ why: string }>, call: CallContext): Promise<Answer> => {
      const { recommendationId, why } = given;
      const paper = paperOf(given);
      const order = { type: 'CorrectPutForward', now: call.now, by: actorOf(call), ...paper, why } as const;
      return send(call, 'CorrectPutForward', { order, request: { recommendationId, ...paper }, prose: { why } });
    },

    recordOutside: (
      given: OfRecommendation & Paper & Readonly<{ outcome: string; level: string }>,
      call: CallContext,
    ): Promise<Answer> => {
      const { recommendationId, outcome, level } = given;
      const said = { outcome, level, ...paperOf(given) };
      const order = { type: 'RecordOutsideDecision', now: call.now, by: actorOf(call), ...said } as const;
      return send(call, 'RecordOutsideDecision', { order, request: { recommendationId, ...said } });
    },

    propose: async (
      given: OfRecommendation & Readonly<{ act: string; reason: string; why: string }>,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: Answer }>> => {
      const { recommendationId, act, reason, why } = given;
      const proposalId = aggregateIdOf(call.requestId, 'proposal');
      if (!isAct(act)) return { proposalId, handled: refusal('ACT_UNKNOWN', 'act') };
      const terms = { act, reason };
      const order = {
        type: 'ProposeRecommendationAct',
        ...{ now: call.now, by: actorOf(call), proposalId, terms, why },
      } as const;
      const request = { recommendationId, ...terms };
      return { proposalId, handled: await send(call, 'ProposeRecommendationAct', { order, request, prose: { why } }) };
    },

    answer: (
      type: 'RejectRecommendationProposal' | 'CarryOutRecommendationProposal',
      { recommendationId, proposalId, why }: OfRecommendation & Readonly<{ proposalId: string; why: string }>,
      call: CallContext,
    ): Promise<Answer> => {
      const order = { type, now: call.now, by: actorOf(call), proposalId, why };
      return send(call, type, { order, request: { recommendationId, proposalId }, prose: { why } });
    },
  };
};
