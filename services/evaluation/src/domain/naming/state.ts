import type { Proposal } from '@jiangong/event-store';
import type { AnnulmentProposal } from '../decision/decidable.ts';
import { decidedBy, evolveDecided, issuedBy, type Taken } from '../decision/taken.ts';
import { isTakenFact, type TakenFact } from '../decision/taken-facts.ts';
import type { CorrectionTerms, LookedAt, NamingComputed, NamingFact } from './facts.ts';

export type Computed = NamingComputed['data'];

export type CorrectionProposal = Proposal & Readonly<{ terms: CorrectionTerms }>;
export type Correction = Omit<CorrectionTerms, 'act'>;

/** A naming over a series: what was computed last, and what a body has decided upon it. */
export type Naming =
  | Readonly<{ kind: 'absent'; gathered: readonly LookedAt[] }>
  | Readonly<{
      kind: 'computed';
      latest: Computed;
      subjects: readonly LookedAt[];
      /** What two persons have put right of this list, the latest last, and the hash of what it has become. */
      corrections: readonly Correction[];
      listHash: string;
      corrected: readonly CorrectionProposal[];
      /** Subjects of a computation that is being written down. */
      gathered: readonly LookedAt[];
      /** What moved since; empty: nothing. */
      outdatedBy: readonly string[];
      proposals: readonly AnnulmentProposal[];
      /** Decisions that were undone. */
      annulled: readonly string[];
      taken: Taken;
    }>;

export type ComputedNaming = Extract<Naming, { kind: 'computed' }>;

const computed = (naming: Naming): ComputedNaming => {
  if (naming.kind === 'absent') throw new Error('a fact about a naming that was not computed');
  return naming;
};

const without = (naming: ComputedNaming, proposalId: string): ComputedNaming => ({
  ...naming,
  proposals: naming.proposals.filter((proposal) => proposal.proposalId !== proposalId),
  corrected: naming.corrected.filter((proposal) => proposal.proposalId !== proposalId),
});

const evolveTaken = (naming: ComputedNaming, fact: TakenFact): ComputedNaming => {
  const { taken } = naming;
  if (fact.type === 'DecisionTaken.v1') return { ...naming, taken: { kind: 'decided', decision: decidedBy(fact) } };
  if (taken.kind === 'undecided') throw new Error(`${fact.type} follows no decision`);
  switch (fact.type) {
    case 'DecisionAnnulled.v1':
      return {
        ...without(naming, fact.data.proposalId),
        annulled: [...naming.annulled, fact.data.decisionId],
        taken: { kind: 'undecided' },
      };
    case 'CircularIssued.v1':
      return { ...naming, taken: { kind: 'commended', decision: taken.decision, circular: issuedBy(fact) } };
    case 'ProposalPublished.v1':
    case 'ObjectionHeard.v1':
    case 'ObjectionAnswered.v1':
      return { ...naming, taken: { ...taken, decision: evolveDecided(taken.decision, fact) } };
  }
};

/** Folds one fact into the naming. Throws on a history that no decider could have made. */
export const evolveNaming = (naming: Naming, fact: NamingFact): Naming => {
  if (isTakenFact(fact)) return evolveTaken(computed(naming), fact);
  switch (fact.type) {
    case 'SubjectsLookedAt.v1':
      return { ...naming, gathered: [...naming.gathered, ...fact.data.subjects] };
    case 'NamingComputed.v1': {
      const before = naming.kind === 'computed' ? naming.proposals : [];
      return {
        kind: 'computed',
        latest: fact.data,
        subjects: naming.gathered,
        // What was put right, or was to be, was about the list before.
        ...{ corrections: [], listHash: fact.data.resultHash, corrected: [] },
        gathered: [],
        outdatedBy: [],
        proposals: before,
        annulled: naming.kind === 'computed' ? naming.annulled : [],
        taken: { kind: 'undecided' },
      };
    }
    case 'NamingOutdated.v1': {
      const before = computed(naming);
      return { ...before, outdatedBy: [...before.outdatedBy, fact.data.id] };
    }
    case 'ActProposed.v1': {
      const before = computed(naming);
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      const proposal = { proposalId, act, proposedBy, role, proposedAt };
      return terms.act === 'CorrectNaming'
        ? { ...before, corrected: [...before.corrected, { ...proposal, terms }] }
        : { ...before, proposals: [...before.proposals, { ...proposal, terms }] };
    }
    case 'NamingCorrected.v1': {
      const { proposalId, organizationId, change, resultHash } = fact.data;
      const before = without(computed(naming), proposalId);
      const corrections = [...before.corrections, { organizationId, change }];
      return { ...before, corrections, listHash: resultHash };
    }
    case 'ProposalRejected.v1':
      return without(computed(naming), fact.data.proposalId);
  }
};
