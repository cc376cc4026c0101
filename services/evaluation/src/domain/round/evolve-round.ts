import { evolveContest, leaveStage } from '../contest/evolve-contest.ts';
import { type ContestFact, isContestFact } from '../contest/facts.ts';
import { type DealFact, isDealFact } from '../deal/facts.ts';
import { evolveDealing } from '../deal/state.ts';
import type { EntryAdmitted, ListRedrawn, RoundFact, ScoringFact, SeatAssigned } from './facts.ts';
import { evolveRunning, type RunningFact } from './evolve-running.ts';
import {
  changed,
  type Change,
  isRunning,
  isUnsealed,
  type PreparedRound,
  type Round,
  type Seat,
  type Setup,
} from './state.ts';
import { evolveAnswers } from '../answer/evolve-answers.ts';
import { type AnswerFact, isAnswerFact } from '../answer/facts.ts';
import { evolveMeetings } from '../meeting/evolve-meetings.ts';
import { isMeetingFact, type MeetingFact } from '../meeting/facts.ts';
import { evolveAppeals } from '../appeal/evolve-appeals.ts';
import { type AppealFact, isAppealFact } from '../appeal/facts.ts';
import { answerRequests, evolveReopening } from './evolve-reopening.ts';
import { mergedPoints, type Redrawn, redrawnSources } from './redrawn-list.ts';
import { isReopeningFact, type ReopeningFact } from './reopening-facts.ts';
import { isTakenFact } from '../decision/taken-facts.ts';
import { evolveTaken } from './evolve-taken.ts';

const prepared = (round: Round): PreparedRound => {
  if (round.kind === 'absent') throw new Error('a fact of a prepared round follows none');
  return round;
};

/** What somebody else's work may rest on: noted once the sheets were opened, for the next result to say why it is another. */
export const noting = <R extends PreparedRound>(round: R, change: Change): R =>
  isRunning(round) && round.seed !== null ? { ...round, changes: [...round.changes, change] } : round;

const withoutPlace = <D extends { roundId: string; editionId: string }>(data: D): Omit<D, 'roundId' | 'editionId'> => {
  const { roundId: _round, editionId: _edition, ...rest } = data;
  return rest;
};

/** Prepared anew before scoring: entries and recusals stay, and so do the seats of sources that are still there. */
const preparedAnew = (round: Round, data: Extract<ScoringFact, { type: 'RoundPrepared.v1' }>['data']): Round => {
  const before: Pick<
    Setup,
    | 'window'
    | 'stageWindows'
    | 'appealWindows'
    | 'roll'
    | 'entries'
    | 'seats'
    | 'offices'
    | 'redrawn'
    | 'recusals'
    | 'proposals'
    | 'changes'
  > =
    round.kind === 'absent'
      ? {
          window: null,
          stageWindows: [],
          appealWindows: [],
          roll: null,
          entries: [],
          seats: [],
          recusals: [],
          proposals: [],
          changes: [],
        }
      : round;
  const { window, stageWindows, appealWindows, roll, entries, offices, redrawn: points, recusals } = before;
  const { proposals, changes } = before;
  const votes = new Map(data.tables.seating.map(({ sourceId, vote }) => [sourceId, vote]));
  const seats = before.seats.filter(({ sourceId, vote }) => votes.get(sourceId) === vote);
  // What was redrawn stays so where the template's other text has the same items.
  const { sources } = data.tables;
  const lists =
    points === undefined
      ? {}
      : { drawn: sources, redrawn: points, tables: { ...data.tables, sources: redrawnSources(sources, points) } };
  return {
    kind: 'prepared',
    ...data,
    ...lists,
    window,
    stageWindows,
    appealWindows,
    roll,
    entries,
    seats,
    ...(offices === undefined ? {} : { offices }),
    recusals,
    proposals,
    changes,
  };
};

const redrawn = (round: PreparedRound, { sourceId, items }: ListRedrawn['data']): PreparedRound => {
  const drawn = round.drawn ?? round.tables.sources;
  const all: Redrawn = { ...round.redrawn, [sourceId]: mergedPoints(round.redrawn?.[sourceId] ?? [], items) };
  return { ...round, drawn, redrawn: all, tables: { ...round.tables, sources: redrawnSources(drawn, all) } };
};

const admitted = (round: PreparedRound, data: EntryAdmitted['data']): Round => ({
  ...round,
  entries: [...round.entries, { ...withoutPlace(data), out: null, judged: null }],
});

/** Takes the seat, or takes it over: a former holder's sheet that counts goes on counting until the new one's replaces it. */
const assigned = (round: PreparedRound, data: SeatAssigned['data']): PreparedRound => {
  const { proposalId, proposedBy: _by, ...rest } = withoutPlace(data);
  const before = round.seats.find(({ seatId, sourceId }) => seatId === data.seatId && sourceId === data.sourceId);
  const authors = [...(before?.authors ?? []).filter((id) => id !== data.personId), data.personId];
  const seat: Seat = { ...rest, held: 'held', authors };
  const seats = before === undefined ? [...round.seats, seat] : round.seats.map((old) => (old === before ? seat : old));
  return noting({ ...round, seats }, changed('seat-assigned', proposalId));
};

const vacated = (
  round: PreparedRound,
  { seatId, personId, sheet, proposalId }: Extract<ScoringFact, { type: 'SeatVacated.v1' }>['data'],
): PreparedRound =>
  noting(
    {
      ...round,
      seats: round.seats.map((seat) =>
        seat.seatId === seatId && seat.personId === personId
          ? {
              ...seat,
              held: 'vacated' as const,
              authors: sheet === 'sheet-counts' ? seat.authors : seat.authors.filter((id) => id !== personId),
            }
          : seat,
      ),
    },
    changed('seat-vacated', proposalId),
  );

const excused = (
  round: PreparedRound,
  { seatId, proposalId }: Extract<ScoringFact, { type: 'SeatExcused.v1' }>['data'],
): PreparedRound =>
  noting(
    {
      ...round,
      seats: round.seats.map((seat) => (seat.seatId === seatId ? { ...seat, held: 'excused' as const } : seat)),
    },
    changed('seat-excused', proposalId),
  );

/** Whatever carries a proposal out settles it, and counts among the late acts once the sheets were opened, if marks may count otherwise after it. */
const settled = (round: PreparedRound, proposalId: string | null, isLate: boolean): PreparedRound => {
  if (proposalId === null) return round;
  const proposals = round.proposals.filter((proposal) => proposal.proposalId !== proposalId);
  return isRunning(round) && isUnsealed(round) && isLate
    ? { ...round, proposals, lateActs: round.lateActs + 1 }
    : { ...round, proposals };
};

type SetupFact = Exclude<
  ScoringFact,
  RunningFact | ReopeningFact | AppealFact | AnswerFact | MeetingFact | ContestFact | DealFact
>;

const offStage = (round: PreparedRound, entryId: string): PreparedRound =>
  isRunning(round) ? { ...round, contest: leaveStage(round.contest, entryId) } : round;

const inDealing = (round: PreparedRound, fact: DealFact): Round => {
  if (!isRunning(round)) throw new Error('entries are dealt out in a round that runs');
  const dealing = evolveDealing(round.dealing, fact);
  if (fact.type !== 'EntriesDealt.v1') return { ...round, dealing };
  return noting({ ...round, dealing }, changed('entries-dealt', fact.data.proposalId));
};

const inContest = (round: PreparedRound, fact: ContestFact): Round => {
  if (!isRunning(round)) throw new Error(`a fact of a contest follows ${round.kind}`);
  return { ...round, contest: evolveContest(round.contest, fact) };
};

const evolveSetup = (round: PreparedRound, fact: Exclude<SetupFact, { type: 'RoundPrepared.v1' }>): Round => {
  switch (fact.type) {
    case 'RollTaken.v1':
      return { ...round, roll: fact.data.counts };
    case 'EntryAdmitted.v1':
      return admitted(round, fact.data);
    case 'EntryTakenOut.v1':
    case 'EntryPutBack.v1': {
      const out = fact.type === 'EntryTakenOut.v1' ? fact.data.reason : null;
      const change = fact.type === 'EntryTakenOut.v1' ? 'entry-taken-out' : 'entry-put-back';
      const { entryId, proposalId } = fact.data;
      const entries = round.entries.map((entry) => (entry.entryId === entryId ? { ...entry, out } : entry));
      return noting({ ...offStage(round, entryId), entries }, changed(change, proposalId));
    }
    case 'EntryMoved.v1': {
      const { entryId, homeId, answerable } = fact.data;
      const moved = round.entries.map((entry) =>
        entry.entryId === entryId
          ? {
              ...entry,
              homeId,
              answerable,
              judged: isUnsealed(round)
                ? (entry.judged ?? { homeId: entry.homeId, answerable: entry.answerable })
                : null,
            }
          : entry,
      );
      return noting({ ...round, entries: moved }, changed('entry-moved', null));
    }
    case 'SeatAssigned.v1':
      return assigned(round, fact.data);
    case 'SeatVacated.v1':
      return vacated(round, fact.data);
    case 'SeatExcused.v1':
      return excused(round, fact.data);
    case 'OfficeAssigned.v1': {
      const { office, organizationId } = fact.data;
      return { ...round, offices: { ...round.offices, [office]: organizationId } };
    }
    case 'ListRedrawn.v1':
      return redrawn(round, fact.data);
    case 'RecusalDeclared.v1': {
      const { personId, entryId, proposalId } = fact.data;
      const recusals = [...round.recusals, { personId, entryId }];
      return noting({ ...round, recusals }, changed('recusal-declared', proposalId));
    }
    case 'RecusalLifted.v1': {
      const { personId, entryId, proposalId } = fact.data;
      const recusals = round.recusals.filter((one) => one.personId !== personId || one.entryId !== entryId);
      return noting({ ...round, recusals }, changed('recusal-lifted', proposalId));
    }
    case 'ActProposed.v1': {
      const { roundId: _round, editionId: _edition, prose: _prose, ...proposal } = fact.data;
      return { ...round, proposals: [...round.proposals, proposal] };
    }
    case 'ProposalRejected.v1':
      return { ...round, proposals: round.proposals.filter(({ proposalId }) => proposalId !== fact.data.proposalId) };
  }
};

const isRunningFact = (fact: ScoringFact): fact is RunningFact =>
  fact.type === 'WindowSet.v1' ||
  fact.type === 'StageWindowSet.v1' ||
  fact.type === 'RulesFrozen.v1' ||
  fact.type === 'RoundOpened.v1' ||
  fact.type === 'RoundClosed.v1' ||
  fact.type === 'RoundReopened.v1' ||
  fact.type === 'SheetsOpened.v1' ||
  fact.type === 'ChecklistsRead.v1' ||
  fact.type === 'ChecklistCorrected.v1' ||
  fact.type === 'BonusesRead.v1' ||
  fact.type === 'BonusCorrected.v1' ||
  fact.type === 'MeasuresRead.v1' ||
  fact.type === 'MeasureCorrected.v1' ||
  fact.type === 'ResultComputed.v1' ||
  fact.type === 'GoingOnChosen.v1' ||
  fact.type === 'RoundAnnulled.v1';

/** The proposal that a fact carries out; the proposal's own facts carry none out. */
const carriedOut = ({ type, data }: RoundFact): string | null =>
  type !== 'ActProposed.v1' && 'proposedBy' in data && 'proposalId' in data ? data.proposalId : null;

/** Folds one fact into the round. Throws on a history that no decider could have made. */
export const evolveRound = (round: Round, fact: RoundFact): Round => {
  if (fact.type === 'RoundPrepared.v1') return preparedAnew(round, fact.data);
  const standing = settled(prepared(answerRequests(round, fact)), carriedOut(fact), fact.type !== 'GoingOnChosen.v1');
  if (isTakenFact(fact)) return evolveTaken(standing, fact);
  if (isAppealFact(fact)) return evolveAppeals(standing, fact);
  if (isAnswerFact(fact)) return evolveAnswers(standing, fact);
  if (isMeetingFact(fact)) return evolveMeetings(standing, fact);
  if (isReopeningFact(fact)) return evolveReopening(standing, fact);
  if (isContestFact(fact)) return inContest(standing, fact);
  if (isDealFact(fact)) return inDealing(standing, fact);
  return isRunningFact(fact) ? evolveRunning(standing, fact) : evolveSetup(standing, fact);
};
