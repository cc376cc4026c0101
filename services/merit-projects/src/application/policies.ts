import { covers } from '@jiangong/access';
import { type Checked, type Handled, withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { CallContext, Ground } from '@jiangong/service-host';
import { policyDecider, type PolicyOrder } from '../domain/policy/decider.ts';
import {
  POLICY_ACTS,
  type PolicyAct,
  type PolicyFact,
  type PolicyRefusal,
  type PolicyTerms,
} from '../domain/policy/facts.ts';
import type { Policies } from '../domain/policy/state.ts';
import { byOf } from './callers.ts';
import type { CampaignKnowledge } from './ports.ts';
import type { Programmes } from './programmes.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { policyKey, sealedOfPolicies } from './sealed-fields.ts';
import { partIdOf, policyStream } from './streams.ts';

/** Of an act only what belongs to it is given; the rest is empty, and the year 0. */
export type ProposePolicyAct = Readonly<{
  committeeId: string;
  act: string;
  policy: string;
  boundId: string;
  year: number;
  templateId: string;
  exemptionId: string;
  why: string;
}>;
type OfProposal = Readonly<{ committeeId: string; proposalId: string }>;
export type PolicyHandled = Handled<PolicyFact, PolicyRefusal | ReferenceRefusal>;

type Ports = Readonly<{ knowledge: CampaignKnowledge; programmes: Programmes }>;

const isAct = (act: string): act is PolicyAct => (POLICY_ACTS as readonly string[]).includes(act);

/** The terms of an act, or why what it refers to is not there. */
const termsBy =
  ({ knowledge, programmes }: Ports, stateOf: (committeeId: string) => Promise<Policies>) =>
  async (request: ProposePolicyAct): Promise<PolicyTerms | ReferenceRefusal> => {
    const { act, committeeId, boundId, year, templateId, exemptionId } = request;
    if (!isAct(act)) return { reason: 'WORD_UNKNOWN', field: 'act' };
    const committee = await knowledge.organization(committeeId);
    if (!committee || committee.dissolved || committee.kind !== 'working-committee')
      return { reason: 'COMMITTEE_NOT_FOUND', field: 'committeeId' };
    switch (act) {
      case 'AdoptPolicy': {
        const read = programmes.readPolicy(request.policy);
        if (read.kind === 'fault') return read.refusal;
        const { policyHash, canonicalText, tables } = read;
        return { act, policyHash, canonicalText, tables };
      }
      case 'RepealPolicy':
        return { act, policyHash: (await stateOf(committeeId)).standing?.policyHash ?? '' };
      case 'GrantExemption': {
        const bound = await knowledge.organization(boundId);
        if (!bound || bound.kind !== 'working-committee') return { reason: 'COMMITTEE_NOT_FOUND', field: 'boundId' };
        if (boundId === committeeId || !covers(committee.path, bound.path))
          return { reason: 'COMMITTEE_NOT_BELOW', field: 'boundId' };
        return { act, boundId, year, templateId };
      }
      case 'WithdrawExemption':
        return { act, exemptionId };
    }
  };

/** What a committee sets the committees below it: proposed by one person, carried out by another. */
export const policies = (ground: Ground, { knowledge, programmes }: Ports) => {
  const handle = ground.handler(
    withPreconditions<Policies, PolicyOrder, PolicyFact, PolicyRefusal, ReferenceRefusal>(policyDecider),
    fieldCodec<PolicyFact>(ground.privacy, sealedOfPolicies, { keepsStates: true }),
  );
  const send = (
    committeeId: string,
    order: Checked<PolicyOrder, ReferenceRefusal>,
    body: unknown,
    call: CallContext,
  ): Promise<PolicyHandled> => handle({ stream: policyStream(committeeId), order, body, context: call });
  const sealed = (committeeId: string, why: string) => ground.privacy.fingerprint(policyKey({ committeeId }), { why });

  const termsOf = termsBy({ knowledge, programmes }, (committeeId) => stateOf(committeeId));
  const stateOf = async (committeeId: string): Promise<Policies> =>
    (await handle.stateOf(policyStream(committeeId))).state;

  return {
    stateOf,
    propose: async (
      request: ProposePolicyAct,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: PolicyHandled }>> => {
      const { why, ...open } = request;
      const { committeeId } = request;
      const proposalId = partIdOf(policyStream(committeeId), call.requestId, 'proposal');
      const terms = await termsOf(request);
      const of = { now: call.now, by: byOf(call), committeeId, proposalId };
      const order: Checked<PolicyOrder, ReferenceRefusal> =
        'reason' in terms
          ? { kind: 'refused', refusal: terms }
          : { kind: 'order', order: { type: 'ProposePolicyAct', ...of, terms, why } };
      const body = { rpc: 'ProposePolicyAct', ...open, prose: await sealed(committeeId, why) };
      return { proposalId, handled: await send(committeeId, order, body, call) };
    },
    carryOut: ({ committeeId, proposalId }: OfProposal, call: CallContext): Promise<PolicyHandled> =>
      send(
        committeeId,
        {
          kind: 'order',
          order: { type: 'CarryOutPolicyAct', now: call.now, by: byOf(call), committeeId, proposalId },
        },
        { rpc: 'CarryOutPolicyAct', committeeId, proposalId },
        call,
      ),
    reject: async (
      { committeeId, proposalId, why }: OfProposal & Readonly<{ why: string }>,
      call: CallContext,
    ): Promise<PolicyHandled> =>
      send(
        committeeId,
        {
          kind: 'order',
          order: { type: 'RejectPolicyAct', now: call.now, by: byOf(call), committeeId, proposalId, why },
        },
        { rpc: 'RejectPolicyAct', committeeId, proposalId, prose: await sealed(committeeId, why) },
        call,
      ),
  };
};

export type PoliciesOf = ReturnType<typeof policies>;
