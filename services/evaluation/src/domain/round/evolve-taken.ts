import { decidedBy, evolveDecided, issuedBy, type TakenPart } from '../decision/taken.ts';
import { stoppedNotice } from '../decision/notice-again.ts';
import type { DecisionAnnulled, TakenFact } from '../decision/taken-facts.ts';
import { type ClosedRound, isClosed, type PreparedRound, type Round, type Running } from './state.ts';

const evolvePart = (part: TakenPart, fact: Exclude<TakenFact, { type: 'DecisionTaken.v1' }>): readonly TakenPart[] => {
  switch (fact.type) {
    case 'DecisionAnnulled.v1':
      return [];
    case 'CircularIssued.v1':
      return [{ ...part, circular: issuedBy(fact) }];
    case 'ProposalPublished.v1':
    case 'ObjectionHeard.v1':
    case 'ObjectionAnswered.v1':
      return [{ ...part, decision: evolveDecided(part.decision, fact) }];
  }
};

/** What stays of a decision that a unit took and two persons undid: its id, and its notice, if it was published. */
const undoing = (
  { annulled, stopped = [] }: Running,
  parts: readonly TakenPart[],
  { data }: DecisionAnnulled,
): Pick<Running, 'annulled' | 'stopped'> => {
  const { decisionId, annulledAt } = data;
  const part = parts.find(({ decision }) => decision.decisionId === decisionId);
  const notice = part && stoppedNotice(part.decision, annulledAt);
  const all = part === undefined || notice === undefined ? stopped : [...stopped, { unitId: part.unitId, notice }];
  return { annulled: [...annulled, decisionId], ...(all.length === 0 ? {} : { stopped: all }) };
};

/** Where units decide, each fact is one unit's. The last decision that is annulled leaves the round closed, as an undivided one does. */
const evolveParts = (round: ClosedRound, fact: TakenFact, unitId: string): Round => {
  if (round.kind !== 'closed' && round.kind !== 'in-parts') throw new Error(`a unit's decision follows ${round.kind}`);
  const { parts: before, ...running } = { parts: [] as readonly TakenPart[], ...round };
  if (fact.type === 'DecisionTaken.v1') {
    const part = { unitId, decision: decidedBy(fact), circular: null };
    return { ...running, kind: 'in-parts', parts: [...before, part] };
  }
  const parts = before.flatMap((part) => (part.unitId === unitId ? evolvePart(part, fact) : [part]));
  const undone = fact.type === 'DecisionAnnulled.v1' ? undoing(running, before, fact) : {};
  return parts.length === 0
    ? { ...running, ...undone, kind: 'closed' }
    : { ...running, ...undone, kind: 'in-parts', parts };
};

/** Folds a fact of the body's decision into the round. An annulled decision leaves the round closed, with its results. */
export const evolveTaken = (round: PreparedRound, fact: TakenFact): Round => {
  if (!isClosed(round)) throw new Error(`a fact of a decision follows ${round.kind}`);
  const { unitId } = fact.data;
  if (unitId !== undefined) return evolveParts(round, fact, unitId);
  if (round.kind === 'in-parts') throw new Error(`${fact.type} names no unit`);
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
