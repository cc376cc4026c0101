import { type Decider, secondPersonRefusal } from '@jiangong/event-store';
import { type Instant, LOCAL_YEAR_MAX, LOCAL_YEAR_MIN } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import type { By } from '../by.ts';
import * as limits from '../limits.ts';
import type { PolicyFact, PolicyRefusal, PolicyTerms } from './facts.ts';
import { evolvePolicies, exemptionFor, noPolicies, type Policies, type ProposedAct } from './state.ts';

type Order<T extends string, D> = Readonly<
  { type: T; now: Instant; by: By; committeeId: string; proposalId: string } & D
>;
export type ProposePolicyAct = Order<'ProposePolicyAct', { terms: PolicyTerms; why: string }>;
export type CarryOutPolicyAct = Order<'CarryOutPolicyAct', object>;
export type RejectPolicyAct = Order<'RejectPolicyAct', { why: string }>;
export type PolicyOrder = ProposePolicyAct | CarryOutPolicyAct | RejectPolicyAct;

/** Who may carry out what an officer proposed. */
export const SECOND_ROLES: readonly string[] = ['committee-leader'];

type Decision = readonly PolicyFact[] | PolicyRefusal;

const whyRefusal = (why: string): PolicyRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' });

const grantRefusal = (
  state: Policies,
  terms: Extract<PolicyTerms, { act: 'GrantExemption' }>,
): PolicyRefusal | undefined => {
  const { year, templateId } = terms;
  if (!Number.isInteger(year) || year < LOCAL_YEAR_MIN || year > LOCAL_YEAR_MAX)
    return { reason: 'YEAR_OUT_OF_RANGE', field: 'year', details: { min: LOCAL_YEAR_MIN, max: LOCAL_YEAR_MAX } };
  const malformed = textRefusal(templateId, {
    field: 'templateId',
    charactersMax: limits.TEMPLATE_ID_CHARACTERS_MAX,
    lines: 'one',
  });
  if (malformed) return malformed;
  if (state.standing === null) return { reason: 'POLICY_NOT_ADOPTED', field: 'committeeId' };
  if (exemptionFor(state, terms)) return { reason: 'EXEMPTION_GRANTED_ALREADY', field: 'templateId' };
  return state.exemptions.length >= limits.EXEMPTIONS_MAX
    ? { reason: 'TOO_MANY_EXEMPTIONS', details: { max: limits.EXEMPTIONS_MAX } }
    : undefined;
};

/** Why an act can not be done as the policy stands now: asked when it is proposed, and again when it is carried out. */
const actRefusal = (state: Policies, terms: PolicyTerms): PolicyRefusal | undefined => {
  switch (terms.act) {
    case 'AdoptPolicy':
      if (state.standing?.policyHash === terms.policyHash)
        return { reason: 'POLICY_ADOPTED_ALREADY', field: 'policy', details: { version: state.standing.version } };
      return state.versions >= limits.POLICY_VERSIONS_MAX
        ? { reason: 'TOO_MANY_POLICY_VERSIONS', details: { max: limits.POLICY_VERSIONS_MAX } }
        : undefined;
    case 'RepealPolicy':
      return state.standing === null ? { reason: 'POLICY_NOT_ADOPTED', field: 'committeeId' } : undefined;
    case 'GrantExemption':
      return grantRefusal(state, terms);
    case 'WithdrawExemption':
      return state.exemptions.some((one) => one.exemptionId === terms.exemptionId && !one.withdrawn)
        ? undefined
        : { reason: 'EXEMPTION_NOT_FOUND', field: 'exemptionId' };
  }
};

const propose = (state: Policies, order: ProposePolicyAct): Decision => {
  const { committeeId, proposalId, terms, by, now, why } = order;
  const refusal = actRefusal(state, terms) ?? whyRefusal(why);
  if (refusal) return refusal;
  if (Object.keys(state.proposals).length >= limits.PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { max: limits.PROPOSALS_OPEN_MAX } };
  const who = { proposalId, act: terms.act, proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'PolicyActProposed.v1', data: { committeeId, terms, ...who, prose: { why } } }];
};

const carried = (state: Policies, committeeId: string, { terms, proposalId, proposedBy }: ProposedAct): PolicyFact => {
  const who = { proposalId, proposedBy };
  switch (terms.act) {
    case 'AdoptPolicy': {
      const { policyHash, canonicalText, tables } = terms;
      const read = { policyHash, canonicalText, tables };
      return { type: 'PolicyAdopted.v1', data: { committeeId, version: state.versions + 1, ...read, ...who } };
    }
    case 'RepealPolicy':
      return { type: 'PolicyRepealed.v1', data: { committeeId, version: state.versions, ...who } };
    case 'GrantExemption': {
      const { boundId, year, templateId } = terms;
      const granted = { exemptionId: proposalId, boundId, year, templateId };
      return { type: 'ExemptionGranted.v1', data: { committeeId, ...granted, ...who } };
    }
    case 'WithdrawExemption':
      return { type: 'ExemptionWithdrawn.v1', data: { committeeId, exemptionId: terms.exemptionId, ...who } };
  }
};

const proposalOf = ({ proposals }: Policies, proposalId: string): ProposedAct | undefined =>
  Object.hasOwn(proposals, proposalId) ? proposals[proposalId] : undefined;

const carryOut = (state: Policies, { committeeId, proposalId, by }: CarryOutPolicyAct): Decision => {
  const proposal = proposalOf(state, proposalId);
  const refusal = secondPersonRefusal(proposal, by, SECOND_ROLES);
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  return actRefusal(state, proposal.terms)
    ? { reason: 'PROPOSAL_LAPSED', field: 'proposalId' }
    : [carried(state, committeeId, proposal)];
};

const decide = (state: Policies, order: PolicyOrder): Decision => {
  switch (order.type) {
    case 'ProposePolicyAct':
      return propose(state, order);
    case 'CarryOutPolicyAct':
      return carryOut(state, order);
    case 'RejectPolicyAct': {
      const { committeeId, proposalId, why } = order;
      if (!proposalOf(state, proposalId)) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
      return (
        whyRefusal(why) ?? [{ type: 'PolicyProposalRejected.v1', data: { committeeId, proposalId, prose: { why } } }]
      );
    }
  }
};

/** The rules over what one committee sets the committees below it (stream `merit-projects.policy-<committee>`): one person proposes, another carries out; one version stands at a time. */
export const policyDecider: Decider<Policies, PolicyOrder, PolicyFact, PolicyRefusal> = {
  initial: noPolicies,
  evolve: evolvePolicies,
  decide,
};
