import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { HonourFact } from '../domain/honour/facts.ts';
import type { HonourOrder } from '../domain/honour/orders.ts';
import type { HonourRefusal } from '../domain/honour/refusals.ts';
import { actorOf, type Decisions } from './decisions.ts';
import { honourStream } from './streams.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

type Answer = Outcome<HonourFact, HonourRefusal>;
type OfHonour = Readonly<{ honourId: string }>;
/** `request`: what of it stands in the request hash in the clear; `prose` by its keyed fingerprint. */
type Sending = Readonly<{
  order: HonourOrder;
  request: Readonly<Record<string, string>> & OfHonour;
  prose?: object;
}>;

export type ProposeHonourActRequest = OfHonour &
  Readonly<{ act: string; reason: string; effectiveOn: string; why: string }>;
export type AnswerHonourProposalRequest = OfHonour & Readonly<{ proposalId: string; why: string }>;
export type RecheckHonourRequest = OfHonour &
  Readonly<{ effectiveOn: string; outcome: string; rectifyBy: string; report: string }>;

const isAct = (act: string): act is 'WithdrawHonour' | 'RestoreHonour' =>
  act === 'WithdrawHonour' || act === 'RestoreHonour';

/** Orders about one honour. */
export const changeHonours = ({ ground, handleHonour }: Decisions) => {
  const send = async (call: CallContext, rpc: string, { order, request, prose }: Sending): Promise<Answer> => {
    const { honourId } = request;
    const hashed =
      prose === undefined
        ? request
        : { ...request, fingerprint: await ground.privacy.fingerprint(proseKey(honourId), prose) };
    return handleHonour({ stream: honourStream(honourId), order, ...sentBy(call, rpc, hashed) });
  };
  return {
    propose: async (
      { honourId, act, reason, effectiveOn, why }: ProposeHonourActRequest,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: Answer }>> => {
      const proposalId = aggregateIdOf(call.requestId, 'proposal');
      if (!isAct(act)) return { proposalId, handled: refusal('ACT_UNKNOWN', 'act') };
      const terms = { act, reason, effectiveOn };
      const order = { type: 'ProposeHonourAct', now: call.now, proposalId, by: actorOf(call), terms, why } as const;
      const request = { honourId, ...terms };
      return { proposalId, handled: await send(call, 'ProposeHonourAct', { order, request, prose: { why } }) };
    },

    reject: ({ honourId, proposalId, why }: AnswerHonourProposalRequest, call: CallContext): Promise<Answer> => {
      const order = { type: 'RejectHonourProposal', now: call.now, proposalId, by: actorOf(call), why } as const;
      return send(call, 'RejectHonourProposal', { order, request: { honourId, proposalId }, prose: { why } });
    },

    carryOut: (
      type: 'WithdrawHonour' | 'RestoreHonour',
      { honourId, proposalId, why }: AnswerHonourProposalRequest,
      call: CallContext,
    ): Promise<Answer> => {
      const order = { type, now: call.now, proposalId, by: actorOf(call), why };
      return send(call, type, { order, request: { honourId, proposalId }, prose: { why } });
    },

    recheck: ({ honourId, report, ...found }: RecheckHonourRequest, call: CallContext): Promise<Answer> => {
      const { effectiveOn, outcome, rectifyBy } = found;
      const given = { effectiveOn, outcome, rectifyBy };
      const order = { type: 'RecheckHonour', now: call.now, by: actorOf(call), ...given, report } as const;
      return send(call, 'RecheckHonour', { order, request: { honourId, ...given }, prose: { report } });
    },

    recallPlaque: (
      { honourId, dueOn, why }: OfHonour & Readonly<{ dueOn: string; why: string }>,
      call: CallContext,
    ): Promise<Answer> => {
      const order = { type: 'RecallPlaque', now: call.now, by: actorOf(call), dueOn, why } as const;
      return send(call, 'RecallPlaque', { order, request: { honourId, dueOn }, prose: { why } });
    },

    returnPlaque: (
      { honourId, effectiveOn }: OfHonour & Readonly<{ effectiveOn: string }>,
      call: CallContext,
    ): Promise<Answer> => {
      const order = { type: 'ReturnPlaque', now: call.now, by: actorOf(call), effectiveOn } as const;
      return send(call, 'ReturnPlaque', { order, request: { honourId, effectiveOn } });
    },
  };
};
