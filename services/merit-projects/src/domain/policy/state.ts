import type { Proposal } from '@jiangong/event-store';
import type { ExemptionTerms, PolicyFact, PolicyTables, PolicyTerms } from './facts.ts';

export type ProposedAct = Proposal & Readonly<{ terms: PolicyTerms }>;
export type Exemption = ExemptionTerms & Readonly<{ exemptionId: string; withdrawn: boolean }>;

/** What one committee sets the committees below it. `standing`: the version that holds now; null: none does. */
export type Policies = Readonly<{
  versions: number;
  standing: Readonly<{ version: number; policyHash: string; tables: PolicyTables }> | null;
  proposals: Readonly<Record<string, ProposedAct>>;
  exemptions: readonly Exemption[];
}>;

export const noPolicies: Policies = { versions: 0, standing: null, proposals: {}, exemptions: [] };

const without = (proposals: Policies['proposals'], isGone: (one: ProposedAct) => boolean): Policies['proposals'] =>
  Object.fromEntries(Object.entries(proposals).filter(([, proposal]) => !isGone(proposal)));

/** What was proposed over the version before has lapsed with it; exemptions are of no version. */
const isOfVersion = ({ act }: ProposedAct): boolean => act === 'AdoptPolicy' || act === 'RepealPolicy';

export const evolvePolicies = (state: Policies, fact: PolicyFact): Policies => {
  switch (fact.type) {
    case 'PolicyActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt, terms };
      return { ...state, proposals: { ...state.proposals, [proposalId]: proposal } };
    }
    case 'PolicyProposalRejected.v1':
      return {
        ...state,
        proposals: without(state.proposals, ({ proposalId }) => proposalId === fact.data.proposalId),
      };
    case 'PolicyAdopted.v1': {
      const { version, policyHash, tables } = fact.data;
      const standing = { version, policyHash, tables };
      return { ...state, versions: version, standing, proposals: without(state.proposals, isOfVersion) };
    }
    case 'PolicyRepealed.v1':
      return { ...state, standing: null, proposals: without(state.proposals, isOfVersion) };
    case 'ExemptionGranted.v1': {
      const { exemptionId, boundId, year, templateId, proposalId } = fact.data;
      const exemption = { exemptionId, boundId, year, templateId, withdrawn: false };
      return {
        ...state,
        exemptions: [...state.exemptions, exemption],
        proposals: without(state.proposals, (one) => one.proposalId === proposalId),
      };
    }
    case 'ExemptionWithdrawn.v1': {
      const { exemptionId, proposalId } = fact.data;
      return {
        ...state,
        exemptions: state.exemptions.map((one) =>
          one.exemptionId === exemptionId ? { ...one, withdrawn: true } : one,
        ),
        proposals: without(state.proposals, (one) => one.proposalId === proposalId),
      };
    }
  }
};

/** The exemption by which a committee opens a programme in a year; undefined: it has none that stands. */
export const exemptionFor = (
  { exemptions }: Policies,
  { boundId, year, templateId }: ExemptionTerms,
): Exemption | undefined =>
  exemptions.find(
    (one) => !one.withdrawn && one.boundId === boundId && one.year === year && one.templateId === templateId,
  );
