import type { Proposal } from '@jiangong/event-store';
import type {
  EntryPutForward,
  OutsideDecisionRecorded,
  RecommendationFact,
  RecommendationPlace,
  RecommendationTerms,
} from './facts.ts';

export type RecommendationProposal = Proposal & Readonly<{ terms: RecommendationTerms }>;

export type Outside = Pick<
  OutsideDecisionRecorded['data'],
  'outcome' | 'level' | 'documentNumber' | 'file' | 'effectiveOn'
>;

type Known = Readonly<{
  place: RecommendationPlace;
  decisionId: string;
  title: string;
  version: number;
  to: EntryPutForward['data']['to'];
  documentNumber: string;
  file: string;
  effectiveOn: string;
  proposals: readonly RecommendationProposal[];
  /** How often it was put forward, its paper corrected, and something recorded from outside. */
  times: Readonly<{ putForward: number; corrected: number; recorded: number }>;
}>;

export type RecommendationState =
  | Readonly<{ kind: 'absent' }>
  | (Known & Readonly<{ kind: 'put-forward'; outside: Outside | null }>)
  | (Known & Readonly<{ kind: 'taken-back' }>);

export type KnownRecommendation = Exclude<RecommendationState, { kind: 'absent' }>;

const known = (state: RecommendationState): KnownRecommendation => {
  if (state.kind === 'absent') throw new Error('a fact about a recommendation that was not put forward');
  return state;
};

const without = (state: KnownRecommendation, proposalId: string): readonly RecommendationProposal[] =>
  state.proposals.filter((proposal) => proposal.proposalId !== proposalId);

const outsideOf = ({ data }: OutsideDecisionRecorded): Outside => {
  const { outcome, level, documentNumber, file, effectiveOn } = data;
  return { outcome, level, documentNumber, file, effectiveOn };
};

const putForward = (state: RecommendationState, { data }: EntryPutForward): RecommendationState => {
  const { recommendationId, roundId, editionId, entryId, homeId, rule, code } = data;
  const { decisionId, title, version, to, documentNumber, file, effectiveOn } = data;
  const before = state.kind === 'absent' ? { putForward: 0, corrected: 0, recorded: 0 } : state.times;
  return {
    kind: 'put-forward',
    place: { recommendationId, roundId, editionId, entryId, homeId, rule, code },
    ...{ decisionId, title, version, to, documentNumber, file, effectiveOn },
    proposals: [],
    times: { ...before, putForward: before.putForward + 1 },
    outside: null,
  };
};

/** Folds one fact into the recommendation. Throws on a history that no decider could have made. */
export const evolveRecommendation = (state: RecommendationState, fact: RecommendationFact): RecommendationState => {
  switch (fact.type) {
    case 'EntryPutForward.v1':
      return putForward(state, fact);
    case 'PutForwardCorrected.v1': {
      const before = known(state);
      const { documentNumber, file, effectiveOn } = fact.data;
      const times = { ...before.times, corrected: before.times.corrected + 1 };
      return { ...before, documentNumber, file, effectiveOn, times };
    }
    case 'ActProposed.v1': {
      const before = known(state);
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      return { ...before, proposals: [...before.proposals, { proposalId, act, proposedBy, role, proposedAt, terms }] };
    }
    case 'ProposalRejected.v1': {
      const before = known(state);
      return { ...before, proposals: without(before, fact.data.proposalId) };
    }
    case 'PutForwardTakenBack.v1':
      return { ...known(state), kind: 'taken-back', proposals: [] };
    case 'OutsideDecisionRecorded.v1': {
      const before = known(state);
      const times = { ...before.times, recorded: before.times.recorded + 1 };
      return { ...before, kind: 'put-forward', times, outside: outsideOf(fact) };
    }
    case 'OutsideDecisionWithdrawn.v1': {
      const before = known(state);
      return { ...before, kind: 'put-forward', proposals: without(before, fact.data.proposalId), outside: null };
    }
  }
};
