import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import { EDITION_PROPOSALS, type EditionProposalAct } from '../domain/edition/facts.ts';
import { byOf } from './callers.ts';
import { type MadeEditionOrder, order, sendEdition } from './edition-calls.ts';
import type { EditionHandled, Editions } from './editions.ts';
import type { CampaignKnowledge } from './ports.ts';
import { partIdOf } from './streams.ts';

export type ProposeEditionAct = Readonly<{
  editionId: string;
  act: string;
  stageId: string;
  closesOn: string;
  why: string;
}>;
export type OfEditionProposal = Readonly<{ editionId: string; proposalId: string; why: string }>;

const isProposable = (act: string): act is EditionProposalAct => (EDITION_PROPOSALS as readonly string[]).includes(act);

/** What two offices do together to an edition, and its end. */
export const endEditions = (editions: Editions, knowledge: CampaignKnowledge, privacy: KeyVault) => {
  const send = sendEdition(editions, privacy);
  return {
    propose: async (
      request: ProposeEditionAct,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: EditionHandled }>> => {
      const { act, stageId, closesOn, why } = request;
      const proposalId = partIdOf(request.editionId, call.requestId, 'proposal');
      const of = { now: call.now, by: byOf(call) };
      const made: MadeEditionOrder = isProposable(act)
        ? order({ type: 'ProposeAct', ...of, proposalId, act, stageId, closesOn, why })
        : { kind: 'refused', refusal: { reason: 'WORD_UNKNOWN', field: 'act' } };
      return { proposalId, handled: await send('ProposeAct', request, made, call) };
    },
    reject: (request: OfEditionProposal, call: CallContext): Promise<EditionHandled> => {
      const { proposalId, why } = request;
      const of = { now: call.now, by: byOf(call) };
      return send('RejectProposal', request, order({ type: 'RejectProposal', ...of, proposalId, why }), call);
    },
    abandon: async (request: OfEditionProposal, call: CallContext): Promise<EditionHandled> => {
      const { proposalId, why } = request;
      const honoursStand = await knowledge.honoursStand(request.editionId);
      const of = { now: call.now, by: byOf(call) };
      return send(
        'AbandonEdition',
        request,
        order({ type: 'AbandonEdition', ...of, proposalId, why, honoursStand }),
        call,
      );
    },
    close: (request: Readonly<{ editionId: string }>, call: CallContext): Promise<EditionHandled> =>
      editions.send(
        request.editionId,
        order({ type: 'CloseEdition', now: call.now, by: byOf(call) }),
        { rpc: 'CloseEdition', ...request },
        call,
      ),
  };
};
