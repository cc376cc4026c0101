import { decidedBy, evolveDecided, issuedBy } from '../decision/taken.ts';
import type { TakenFact } from '../decision/taken-facts.ts';
import { isClosed, type PreparedRound, type Round } from './state.ts';

/** Folds a fact of the body's decision into the round. An annulled decision leaves the round closed, with its results. */
export const evolveTaken = (round: PreparedRound, fact: TakenFact): Round => {
  if (!isClosed(round)) throw new Error(`a fact of a decision follows ${round.kind}`);
  if (fact.type === 'DecisionTaken.v1') {
    if (round.kind !== 'closed') throw new Error(`a decision follows ${round.kind}`);
    return { ...round, kind: 'decided', decision: decidedBy(fact) };
  }
  if (round.kind === 'closed') throw new Error(`${fact.type} follows no decision`);
  switch (fact.type) {
    case 'DecisionAnnulled.v1': {
      const { decision, circular: _circular, ...running } = { circular: null, ...round };
      return { ...running, kind: 'closed', annulled: [...round.annulled, decision.decisionId] };
    }
    case 'CircularIssued.v1':
      return { ...round, kind: 'commended', circular: issuedBy(fact) };
    case 'ProposalPublished.v1':
    case 'ObjectionHeard.v1':
    case 'ObjectionAnswered.v1':
      return { ...round, decision: evolveDecided(round.decision, fact) };
  }
};
