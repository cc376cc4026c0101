import type { RoundFact } from './facts.ts';
import { type ClosedRound, type DecidedRound, isClosed, isPrepared, type PreparedRound, type Round } from './state.ts';

const prepared = (round: Round): PreparedRound => {
  if (!isPrepared(round)) throw new Error(`a fact of a prepared round follows ${round.kind}`);
  return round;
};

const closed = (round: Round): ClosedRound => {
  if (!isClosed(round)) throw new Error(`a fact of a closed round follows ${round.kind}`);
  return round;
};

const decided = (round: Round): DecidedRound => {
  if (round.kind !== 'decided' && round.kind !== 'commended')
    throw new Error(`a fact of a decided round follows ${round.kind}`);
  return round;
};

const admitted = (
  round: Round,
  { editionId, ...entry }: Extract<RoundFact, { type: 'EntryAdmitted.v1' }>['data'],
): Round => {
  if (round.kind === 'absent') return { kind: 'gathering', editionId, entries: [entry] };
  return { ...round, entries: [...round.entries, entry] };
};

type AwardFact = Extract<
  RoundFact,
  {
    type:
      | 'DecisionTaken.v1'
      | 'EntryAwarded.v1'
      | 'LeaderAwarded.v1'
      | 'OrganizationAwarded.v1'
      | 'CommendationIssued.v1';
  }
>;

const awarded = (round: Round, fact: AwardFact): Round => {
  switch (fact.type) {
    case 'DecisionTaken.v1':
      return { ...closed(round), kind: 'decided', minutesNumber: fact.data.minutesNumber, awards: fact.data.awards };
    case 'EntryAwarded.v1':
    case 'LeaderAwarded.v1':
    case 'OrganizationAwarded.v1':
      // The decision said it already: this makes it known.
      return decided(round);
    case 'CommendationIssued.v1':
      return { ...decided(round), kind: 'commended', documentNumber: fact.data.documentNumber };
  }
};

/** Folds one fact into the round. Throws on a history that no decider could have made. */
export const evolveRound = (round: Round, fact: RoundFact): Round => {
  switch (fact.type) {
    case 'EntryAdmitted.v1':
      return admitted(round, fact.data);
    case 'RoundPrepared.v1':
      return {
        kind: 'prepared',
        ...fact.data,
        entries: round.kind === 'absent' ? [] : round.entries,
        evaluators: [],
        removed: [],
        recusals: [],
      };
    case 'EvaluatorAssigned.v1': {
      const { personId, groupId, unitId } = fact.data;
      const before = prepared(round);
      return {
        ...before,
        evaluators: [...before.evaluators, { personId, groupId, unitId }],
        removed: before.removed.filter((id) => id !== personId),
      };
    }
    case 'EvaluatorRemoved.v1': {
      const before = prepared(round);
      const { personId } = fact.data;
      return {
        ...before,
        evaluators: before.evaluators.filter((assigned) => assigned.personId !== personId),
        removed: [...before.removed, personId],
      };
    }
    case 'RecusalDeclared.v1': {
      const before = prepared(round);
      return {
        ...before,
        recusals: [...before.recusals, { personId: fact.data.personId, entryId: fact.data.entryId }],
      };
    }
    case 'RulesFrozen.v1':
      return { ...prepared(round), kind: 'frozen', rulesHash: fact.data.rulesHash };
    case 'RoundOpened.v1':
      if (round.kind !== 'frozen') throw new Error(`a round is opened after ${round.kind}`);
      return { ...round, kind: 'open' };
    case 'RoundClosed.v1':
      if (round.kind !== 'open' && round.kind !== 'frozen') throw new Error(`a round is closed after ${round.kind}`);
      return { ...round, kind: 'closed', lastIndex: fact.data.lastIndex, sheetsOpened: false, tallies: [] };
    case 'SheetsOpened.v1':
      return { ...closed(round), sheetsOpened: true };
    case 'ResultComputed.v1': {
      const before = closed(round);
      const { inputsHash, algorithmHash, resultHash, ranking, unranked, excluded } = fact.data;
      return {
        ...before,
        tallies: [
          ...before.tallies,
          { inputsHash, algorithmHash, resultHash, ranking, unranked, excluded, recusals: before.recusals },
        ],
      };
    }
    case 'DecisionTaken.v1':
    case 'EntryAwarded.v1':
    case 'LeaderAwarded.v1':
    case 'OrganizationAwarded.v1':
    case 'CommendationIssued.v1':
      return awarded(round, fact);
  }
};
