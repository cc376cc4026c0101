import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/round_events';
import type { ChecklistSource, Source } from '@jiangong/scoring';
import { isAnswerFact } from '../../domain/answer/facts.ts';
import { isMeetingFact } from '../../domain/meeting/facts.ts';
import { isAppealFact } from '../../domain/appeal/facts.ts';
import type { BonusFact } from '../../domain/bonus/facts.ts';
import { type ContestFact, isContestFact } from '../../domain/contest/facts.ts';
import { entryOfPart } from '../../domain/contest/state.ts';
import { type DealFact, isDealFact } from '../../domain/deal/facts.ts';
import type { MeasureFact } from '../../domain/measure/facts.ts';
import type { ChecklistFact } from '../../domain/checklist/facts.ts';
import type { EvaluatorReminded } from '../../domain/reminders/reminders.ts';
import type { RoundPrepared, ScoringFact } from '../../domain/round/facts.ts';
import { filledBy } from '../../domain/round/filled-by.ts';
import type { ResultComputed } from '../../domain/round/result-facts.ts';
import { isReopeningFact } from '../../domain/round/reopening-facts.ts';
import type { RoundTables } from '../../domain/round/tables.ts';
import type { SheetFact, SheetSubmitted } from '../../domain/sheet/facts.ts';
import { tellAppealFact } from './tell-appeal-facts.ts';
import { tell, tellNamed, type Told } from './told.ts';

const isChecklist = (source: Source): source is ChecklistSource => source.kind === 'checklist';

const seated = ({ seating, deals = [] }: RoundTables): readonly told.SeatedSource[] =>
  seating.map(({ sourceId, vote, own }) => ({
    ...{ sourceId, vote },
    skipsOwn: own === 'skip',
    dealt: deals.some((rules) => rules.sourceId === sourceId),
  }));

/** Of each seat by itself: of whom else an entry is nobody is told. */
const tellDealFact = ({ type, data }: DealFact): Told => {
  if (type !== 'EntriesDealt.v1') return [];
  const { roundId, editionId, shares } = data;
  return shares.flatMap((share) =>
    tell('EntriesDealt', told.EntriesDealt, { roundId, editionId, ...share, entryIds: [...share.entryIds] }),
  );
};

const tellPrepared = (data: RoundPrepared['data']): Told =>
  tell('RoundPrepared', told.RoundPrepared, {
    ...data,
    sources: seated(data.tables),
    filledBy: filledBy(data.tables, data.phase),
  });

/** Whoever records or marks in a round's check-lists, by the template's parties; nothing where it has none. */
const tellChecklists = ({ roundId, editionId, tables }: RoundPrepared['data']): Told => {
  const rules = tables.checklists ?? [];
  if (rules.length === 0) return [];
  const sources = tables.sources.filter(({ id }) => rules.some(({ sourceId }) => sourceId === id)).filter(isChecklist);
  const parties = new Set([
    ...rules.flatMap(({ owners }) => Object.values(owners)),
    ...sources.flatMap(({ reviews, own }) => [...reviews, ...(own.by === 'party' ? [own.party] : [])]),
  ]);
  const checkers = tables.parties
    .filter(({ id }) => parties.has(id))
    .map(({ role, scope }): told.CheckingParty => ({ role, scope }));
  const selfScores = sources.some(({ self }) => self);
  return tell('ChecklistsPrepared', told.ChecklistsPrepared, { roundId, editionId, checkers, selfScores });
};

/** Of one entry's marks that they are in, and nobody's: a hall sees how many. */
const tellSubmitted = (data: SheetSubmitted['data']): Told => {
  const entryId = entryOfPart(data.part);
  if (entryId === undefined) return tell('SheetSubmitted', told.SheetSubmitted, data);
  const { roundId, sheetId: sheet, draft } = data;
  return tell('MarksHandedIn', told.MarksHandedIn, { roundId, entryId, sheet, draft });
};

/** Whom a vote about candidates ranks is told as well: whoever declares them asks it. */
const tellCandidates = ({ candidates, ranking, roundId, editionId, resultHash }: ResultComputed['data']): Told =>
  candidates === true
    ? tell('CandidatesRanked', told.CandidatesRanked, {
        ...{ roundId, editionId, resultHash },
        ranks: ranking.map(({ entryId, rank }) => ({ entryId, rank })),
      })
    : [];

const tellResult = ({ goesOnTo = '', edges = [], ...data }: ResultComputed['data']): Told => [
  ...tell('ResultComputed', told.ResultComputed, { ...data, goesOnTo, edges: edges.length }),
  ...tellCandidates(data),
];

/** Of a contest who is called and whose turn is over; a score is asked for. */
const tellContestFact = (fact: ContestFact): Told => {
  const { roundId, editionId } = fact.data;
  const ids = { roundId, editionId };
  switch (fact.type) {
    case 'OrderDrawn.v1':
      return tell('OrderDrawn', told.OrderDrawn, ids);
    case 'EntryCalled.v1':
      return tell('EntryCalled', told.EntryCalled, { ...ids, entryId: fact.data.entryId });
    case 'EntryPutOff.v1':
      return tell('EntryPutOff', told.EntryPutOff, { ...ids, entryId: fact.data.entryId });
    case 'EntryClosed.v1':
      return tell('EntryClosed', told.EntryClosed, { ...ids, entryId: fact.data.entryId });
    case 'EntryReopened.v1':
      return tell('EntryReopened', told.EntryReopened, { ...ids, entryId: fact.data.entryId });
    case 'ScoreShown.v1':
      return tell('ScoreShown', told.ScoreShown, { ...ids, entryId: fact.data.entryId });
    case 'OrderCommitted.v1':
    case 'MarksOpened.v1':
      return [];
  }
};

type ReopeningFact = Extract<ScoringFact, { type: `Reopening${string}` }>;

const tellReopeningFact = (fact: ReopeningFact): Told => {
  switch (fact.type) {
    case 'ReopeningRequested.v1':
      return tell('ReopeningRequested', told.ReopeningRequested, fact.data);
    case 'ReopeningRequestWithdrawn.v1':
      return tell('ReopeningRequestWithdrawn', told.ReopeningRequestWithdrawn, fact.data);
    case 'ReopeningDeclined.v1':
      return tell('ReopeningDeclined', told.ReopeningDeclined, fact.data);
  }
};

type SeatFact = Extract<ScoringFact, { type: `Seat${string}` }>;

const tellSeatFact = (fact: SeatFact): Told => {
  switch (fact.type) {
    case 'SeatAssigned.v1':
      return tell('SeatAssigned', told.SeatAssigned, { ...fact.data, seatHomeId: fact.data.homeId ?? '' });
    case 'SeatVacated.v1':
      return tell('SeatVacated', told.SeatVacated, fact.data);
    case 'SeatExcused.v1':
      return tell('SeatExcused', told.SeatExcused, fact.data);
  }
};

/** What rounds and sheets tell: never a mark, never why somebody is recused, never whom a proposal is about. */
export const tellRoundFact = (fact: ScoringFact | SheetFact): Told => {
  if (isAppealFact(fact)) return tellAppealFact(fact);
  // What was looked up is told to nobody.
  if (isAnswerFact(fact)) return [];
  // Who met stands in the record alone.
  if (isMeetingFact(fact)) return [];
  if (isReopeningFact(fact)) return tellReopeningFact(fact);
  if (isContestFact(fact)) return tellContestFact(fact);
  if (isDealFact(fact)) return tellDealFact(fact);
  switch (fact.type) {
    case 'RoundPrepared.v1':
      return [...tellPrepared(fact.data), ...tellChecklists(fact.data)];
    case 'EntryAdmitted.v1':
      return tell('EntryAdmitted', told.EntryAdmitted, fact.data);
    case 'SeatAssigned.v1':
    case 'SeatVacated.v1':
    case 'SeatExcused.v1':
      return tellSeatFact(fact);
    case 'RecusalDeclared.v1':
      return tell('RecusalDeclared', told.RecusalDeclared, fact.data);
    case 'RecusalLifted.v1':
      return tell('RecusalLifted', told.RecusalLifted, fact.data);
    case 'WindowSet.v1':
      return tell('WindowSet', told.WindowSet, fact.data);
    case 'RoundOpened.v1':
      return tell('RoundOpened', told.RoundOpened, fact.data);
    case 'RoundReopened.v1':
      return tell('RoundReopened', told.RoundReopened, fact.data);
    case 'SheetSubmitted.v1':
      return tellSubmitted(fact.data);
    case 'RoundClosed.v1':
      return tell('RoundClosed', told.RoundClosed, fact.data);
    case 'EntryTakenOut.v1':
      return tell('EntryTakenOut', told.EntryTakenOut, fact.data);
    case 'EntryPutBack.v1':
      return tell('EntryPutBack', told.EntryPutBack, fact.data);
    case 'ResultComputed.v1':
      return tellResult(fact.data);
    case 'ListRedrawn.v1':
      return tell('ListRedrawn', told.ListRedrawn, fact.data);
    case 'GoingOnChosen.v1':
      return tell('GoingOnChosen', told.GoingOnChosen, fact.data);
    case 'ActProposed.v1':
      return tell('ActProposed', told.ActProposed, fact.data);
    case 'RoundAnnulled.v1':
      return tell('RoundAnnulled', told.RoundAnnulled, fact.data);
    case 'EntryMoved.v1':
    case 'RollTaken.v1':
    case 'OfficeAssigned.v1':
    case 'StageWindowSet.v1':
    case 'RulesFrozen.v1':
    case 'SheetsOpened.v1':
    case 'ChecklistsRead.v1':
    case 'ChecklistCorrected.v1':
    case 'BonusesRead.v1':
    case 'BonusCorrected.v1':
    case 'MeasuresRead.v1':
    case 'MeasureCorrected.v1':
    case 'ProposalRejected.v1':
    case 'SheetSaved.v1':
    case 'MarksCleared.v1':
    case 'SheetCameLate.v1':
      return [];
  }
};

export const tellReminder = ({ data }: EvaluatorReminded): Told =>
  tell('EvaluatorReminded', told.EvaluatorReminded, data);

/** Of check-lists that something was found, withdrawn or marked, for whoever is judged by them; nothing of what, and not in which item. */
export const tellChecklistFact = (fact: ChecklistFact): Told => {
  switch (fact.type) {
    case 'OccurrenceRecorded.v1':
      return [
        ...tell('OccurrenceRecorded', told.OccurrenceRecorded, fact.data),
        ...tellNamed(fact.data, [fact.data.entryId], fact.data.evidence),
      ];
    case 'OccurrenceWithdrawn.v1': {
      const { proposalId, proposedBy, ...withdrawn } = fact.data;
      const second = { proposalId: proposalId ?? '', proposedBy: proposedBy ?? '' };
      return tell('OccurrenceWithdrawn', told.OccurrenceWithdrawn, { ...withdrawn, ...second });
    }
    case 'ItemReviewed.v1':
      return tell('ItemReviewed', told.ItemReviewed, fact.data);
    case 'FindingAnswered.v1':
      return tell('FindingAnswered', told.FindingAnswered, fact.data);
    case 'SelfScored.v1':
    case 'PeriodClosed.v1':
    case 'PeriodReopened.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
      return [];
  }
};

/** Of bonuses that one was decided, for whoever claimed; what two persons settled, for its round; and that documents are named. */
export const tellBonusFact = (fact: BonusFact): Told => {
  if (fact.type === 'BonusClaimed.v1') return tellNamed(fact.data, [fact.data.entryId], fact.data.evidence);
  if (fact.type !== 'ClaimDecided.v1' && fact.type !== 'ClaimReconsidered.v1') return [];
  const { roundId, editionId, entryId, claimId, proposalId, proposedBy } = fact.data;
  const ids = { roundId, editionId, entryId, claimId };
  const judged =
    fact.type === 'ClaimDecided.v1'
      ? tell('ClaimDecided', told.ClaimDecided, ids)
      : tell('ClaimReconsidered', told.ClaimReconsidered, ids);
  return proposalId === null || proposedBy === null
    ? judged
    : [...judged, ...tell('ClaimSettled', told.ClaimSettled, { ...ids, proposalId, proposedBy })];
};

/** Of measures that something was recorded or changed, for whoever is measured; what two persons settled; and that documents are named. */
export const tellMeasureFact = (fact: MeasureFact): Told => {
  switch (fact.type) {
    case 'MeasuresRecorded.v1': {
      const { values, evidence, roundId, editionId, measureId } = fact.data;
      const entryIds = [...new Set(values.map(({ entryId }) => entryId))];
      const ids = { roundId, editionId, measureId };
      return [
        ...tell('MeasuresRecorded', told.MeasuresRecorded, { ...ids, entryIds }),
        ...tellNamed(fact.data, entryIds, evidence),
      ];
    }
    case 'MeasuresComputed.v1': {
      const { values, roundId, editionId, measureId } = fact.data;
      const entryIds = values.map(({ entryId }) => entryId);
      return tell('MeasuresRecorded', told.MeasuresRecorded, { roundId, editionId, measureId, entryIds });
    }
    case 'ActProposed.v1':
      return tellNamed(fact.data, [fact.data.terms.entryId], fact.data.terms.evidence);
    case 'MeasureChanged.v1': {
      const { roundId, editionId, measureId, sourceId, entryId, proposalId, proposedBy, evidence } = fact.data;
      const ids = { roundId, editionId, entryId };
      const changed = [
        ...tell('MeasureChanged', told.MeasureChanged, { ...ids, measureId }),
        ...tellNamed(fact.data, [entryId], evidence),
      ];
      if (proposalId === null || proposedBy === null) return changed;
      return [...changed, ...tell('MeasureSettled', told.MeasureSettled, { ...ids, sourceId, proposalId, proposedBy })];
    }
    case 'ProposalRejected.v1':
      return [];
  }
};
