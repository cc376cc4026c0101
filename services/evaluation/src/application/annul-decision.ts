import { aggregateIdOf, type Fact, type Refusal } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { AnnulmentReason } from '../domain/decision/taken-facts.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

export type ProposeAnnulmentRequest = Readonly<{ roundId: string; decisionId: string; reason: string; why: string }>;
export type AnswerProposalRequest = Readonly<{ roundId: string; proposalId: string; why: string }>;
type Answer = Outcome<Fact, Refusal>;

/** Undoing a decision: proposed by one person, carried out or turned down by another of another role. */
export const annulDecision = ({ ground, find, handleNaming, sendRound, sendTaken }: Decisions) => {
  const sentWith = async (call: CallContext, rpc: string, { why, ...request }: { roundId: string; why: string }) =>
    sentBy(call, rpc, {
      ...request,
      fingerprint: await ground.privacy.fingerprint(proseKey(request.roundId), { why }),
    });
  return {
    propose: async (
      request: ProposeAnnulmentRequest,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: Answer }>> => {
      const { roundId, decisionId, reason, why } = request;
      const proposalId = aggregateIdOf(call.requestId, 'proposal');
      const found = await find(roundId);
      if (found.kind === 'absent') return { proposalId, handled: refusal('ROUND_NOT_FOUND', 'roundId') };
      if (found.kind === 'refused') return { proposalId, handled: found };
      const terms = { act: 'AnnulDecision', decisionId, reason: reason as AnnulmentReason } as const;
      const sent = await sentWith(call, 'ProposeAnnulment', request);
      const order = { now: call.now, proposalId, by: actorOf(call), terms, why };
      const handled: Answer =
        found.kind === 'round'
          ? await sendRound(found.decidable.roundId, { type: 'ProposeAct', ...order, candidates: [] }, sent)
          : await handleNaming({ stream: found.stream, order: { type: 'ProposeAnnulment', ...order }, ...sent });
      return { proposalId, handled };
    },

    reject: async (request: AnswerProposalRequest, call: CallContext): Promise<Answer> => {
      const { roundId, proposalId, why } = request;
      const found = await find(roundId);
      if (found.kind === 'absent') return refusal('ROUND_NOT_FOUND', 'roundId');
      if (found.kind === 'refused') return found;
      // Other acts of a round are turned down where they belong, by whoever may there.
      if (!found.decidable.annulments.some((one) => one.proposalId === proposalId))
        return refusal('PROPOSAL_NOT_FOUND', 'proposalId');
      const sent = await sentWith(call, 'RejectAnnulment', request);
      const order = { now: call.now, proposalId, by: actorOf(call), why };
      return found.kind === 'round'
        ? sendRound(found.decidable.roundId, { type: 'RejectProposal', ...order }, sent)
        : handleNaming({ stream: found.stream, order: { type: 'RejectAnnulment', ...order }, ...sent });
    },

    carryOut: async (request: AnswerProposalRequest, call: CallContext): Promise<Answer> => {
      const { roundId, proposalId, why } = request;
      const found = await find(roundId);
      if (found.kind === 'absent') return refusal('ROUND_NOT_FOUND', 'roundId');
      if (found.kind === 'refused') return found;
      const sent = await sentWith(call, 'AnnulDecision', request);
      return sendTaken(found, { type: 'AnnulDecision', now: call.now, proposalId, by: actorOf(call), why }, sent);
    },
  };
};
