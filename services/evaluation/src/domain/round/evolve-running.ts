import { endTurn } from '../contest/evolve-contest.ts';
import { NO_CONTEST } from '../contest/state.ts';
import { sharesOf } from '../deal/deal-of.ts';
import { NO_DEALING } from '../deal/state.ts';
import type { ScoringFact } from './facts.ts';
import { followsStages, withStageWindow } from './stages.ts';
import { changed, type ClosedRound, isClosed, type PreparedRound, type Round } from './state.ts';

/** Facts of a round's way from its window to its results. */
export type RunningFact = Extract<
  ScoringFact,
  {
    type:
      | 'WindowSet.v1'
      | 'StageWindowSet.v1'
      | 'RulesFrozen.v1'
      | 'RoundOpened.v1'
      | 'RoundClosed.v1'
      | 'RoundReopened.v1'
      | 'SheetsOpened.v1'
      | 'ChecklistsRead.v1'
      | 'ChecklistCorrected.v1'
      | 'BonusesRead.v1'
      | 'BonusCorrected.v1'
      | 'MeasuresRead.v1'
      | 'MeasureCorrected.v1'
      | 'ResultComputed.v1'
      | 'GoingOnChosen.v1'
      | 'RoundAnnulled.v1';
  }
>;
type FactOf<T extends RunningFact['type']> = Extract<RunningFact, { type: T }>['data'];

const closed = (round: PreparedRound): ClosedRound => {
  if (!isClosed(round)) throw new Error(`a fact of a closed round follows ${round.kind}`);
  return round;
};

const windowSet = (round: PreparedRound, data: FactOf<'WindowSet.v1'>): Round => {
  const { opensAt, closesAt, editionRevision, entered } = data;
  const window = { opensAt, closesAt, editionRevision, entered };
  // The first closing is the edition's own; later ones end where their reopening said, or with the last stage that was reopened.
  if (round.kind === 'open' && (round.closing === 1 || followsStages(round))) return { ...round, window, closesAt };
  return { ...round, window };
};

const computed = (round: ClosedRound, data: FactOf<'ResultComputed.v1'>): Round => {
  const { entries, seats, recusals, cuts, checksThrough, bonusesRead, measuresRead } = round;
  const read = {
    ...sharesOf(round),
    ...(checksThrough === undefined ? {} : { checksThrough }),
    ...(bonusesRead === undefined ? {} : { bonusesRead }),
    ...(measuresRead === undefined ? {} : { measuresRead }),
  };
  const { roundId: _round, editionId: _edition, phase: _phase, rulesHash: _rules, ...result } = data;
  return {
    ...round,
    changes: [],
    results: [...round.results, { ...result, basis: { entries, seats, recusals, cuts, ...read } }],
  };
};

/** What nothing has happened of yet. */
const NOTHING = {
  open: null,
  seed: null,
  ends: [],
  cuts: [],
  results: [],
  goingOn: [],
  lateActs: 0,
  annulled: [],
  requests: [],
  appeals: [],
  contest: NO_CONTEST,
  dealing: NO_DEALING,
} as const;

const opened = (round: PreparedRound, { closing, closesAt, proposalId }: FactOf<'RoundOpened.v1'>): Round => {
  if (round.kind !== 'frozen') throw new Error(`a round is opened after ${round.kind}`);
  const late = proposalId !== null;
  return { ...round, kind: 'open', closing, closesAt, ownEnd: late, byStages: !late, ...NOTHING };
};

export const evolveRunning = (round: PreparedRound, fact: RunningFact): Round => {
  switch (fact.type) {
    case 'WindowSet.v1':
      return windowSet(round, fact.data);
    case 'StageWindowSet.v1': {
      const { roundId: _round, editionId: _edition, ...window } = fact.data;
      return { ...round, stageWindows: withStageWindow(round.stageWindows, window) };
    }
    case 'RulesFrozen.v1': {
      const { rulesHash, drawCommitment } = fact.data;
      return { ...round, kind: 'frozen', rulesHash, drawCommitment };
    }
    case 'RoundOpened.v1':
      return opened(round, fact.data);
    case 'RoundClosed.v1': {
      if (round.kind !== 'open') throw new Error(`a round is closed after ${round.kind}`);
      const ends = [...round.ends, { closing: round.closing, closesAt: round.closesAt }];
      return { ...round, kind: 'closed', ends, contest: endTurn(round.contest) };
    }
    case 'RoundReopened.v1': {
      const { closing, seatIds, until, proposalId } = fact.data;
      const before = closed(round);
      const changes =
        before.seed === null ? before.changes : [...before.changes, changed('round-reopened', proposalId)];
      const byStages = proposalId === null;
      return { ...before, kind: 'open', closing, closesAt: until, byStages, open: seatIds, changes };
    }
    case 'SheetsOpened.v1':
      return { ...closed(round), seed: fact.data.seed, cuts: fact.data.cuts };
    case 'ChecklistsRead.v1':
      return { ...closed(round), checksThrough: fact.data.through };
    case 'ChecklistCorrected.v1': {
      const before = closed(round);
      return { ...before, changes: [...before.changes, changed('checklist-corrected', fact.data.proposalId)] };
    }
    case 'BonusesRead.v1': {
      const before = closed(round);
      const { through } = fact.data;
      return { ...before, bonusesRead: { first: before.bonusesRead?.first ?? through, through } };
    }
    case 'BonusCorrected.v1': {
      const before = closed(round);
      return { ...before, changes: [...before.changes, changed('bonus-corrected', fact.data.proposalId)] };
    }
    case 'MeasuresRead.v1': {
      const before = closed(round);
      const { through } = fact.data;
      return { ...before, measuresRead: { first: before.measuresRead?.first ?? through, through } };
    }
    case 'MeasureCorrected.v1': {
      const before = closed(round);
      return { ...before, changes: [...before.changes, changed('measure-corrected', fact.data.proposalId)] };
    }
    case 'ResultComputed.v1':
      return computed(closed(round), fact.data);
    case 'GoingOnChosen.v1': {
      const { phase, entryIds } = fact.data;
      const before = closed(round);
      return { ...before, goingOn: [...before.goingOn, { phase, entryIds, result: before.results.length }] };
    }
    case 'RoundAnnulled.v1':
      return { ...round, kind: 'annulled', reason: fact.data.reason };
  }
};
