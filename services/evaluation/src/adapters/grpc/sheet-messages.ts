import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import type { SubmissionReceipt } from '../../application/my-sheets.ts';
import type { MySheet } from '../../application/own-sheet.ts';
import { countOf, standingOf } from '../../application/sheet-standing.ts';
import type { PreparedRound } from '../../domain/round/state.ts';
import { distributionOf } from '../../domain/sheet/distribution.ts';
import type { MarksWanted } from '../../domain/sheet/facts.ts';
import type { Draft } from '../../domain/sheet/state.ts';
import { statusOf } from './round-messages.ts';

/** What an order asks for: a mark, or to take it back. */
export const marksWanted = (scores: readonly rpc.EntryMarks[]): readonly MarksWanted[] =>
  scores.map(({ entryId, marks }) => ({
    entryId,
    marks: marks.map(({ criterionId, mark, cleared }) => ({ criterionId, mark: cleared ? null : mark })),
  }));

const scoreMessages = (scores: Draft): readonly rpc.EntryMarks[] =>
  Object.entries(scores)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([entryId, marks]) => ({
      entryId,
      marks: Object.entries(marks).map(([criterionId, mark]) => ({ criterionId, mark, cleared: false })),
    }))
    .filter(({ marks }) => marks.length > 0);

export const sheetMessage = (mine: MySheet): Omit<rpc.GetMySheetResponse, 'reopening'> => {
  const { revision, wanted, round, closesAt } = mine;
  const { status, draft, scored } = standingOf(mine);
  const criteria = round.source?.criteria.length ?? 0;
  return {
    ...{ status, scored, wanted, revision, closesAt, closing: round.closing, hindrance: round.hindrance ?? '' },
    scores: scoreMessages(draft),
    entries: round.entries.map(({ entryId, recused }) => ({
      entryId,
      scored: countOf(draft[entryId]),
      wanted: recused === null ? criteria : 0,
      recused: recused ?? '',
    })),
  };
};

export const distributionMessage = (mine: MySheet): rpc.GetMyDistributionResponse => {
  const { status, draft } = standingOf(mine);
  if (status === 'submitted')
    return { status, given: 0, missing: 0, full: 0, criteria: [], missingCells: [], controls: [] };
  const { criteria, missingCells, controls, ...sums } = distributionOf(draft, mine.round);
  return {
    ...{ status, ...sums },
    criteria: criteria.map(({ lowest, highest, bars, ...spread }) => ({
      ...spread,
      lowest: lowest ?? undefined,
      highest: highest ?? undefined,
      bars: [...bars],
    })),
    missingCells: [...missingCells],
    controls: [...controls],
  };
};

/** A row of the list of all one's sheets: `mine` is absent where he sits no longer, `receipt` where he submitted nothing. */
export const mySheetMessage = (
  round: PreparedRound,
  mine: MySheet | undefined,
  receipt: SubmissionReceipt | undefined,
): rpc.MySheet => {
  const { roundId, editionId, phase } = round;
  const ids = { roundId, editionId, phase, roundStatus: statusOf(round) };
  const submittedAt = receipt?.submission.submittedAt ?? '';
  if (mine === undefined) {
    const status = receipt === undefined ? 'blank' : receipt.late ? 'late' : 'submitted';
    const scored = receipt?.submission.markCount ?? 0;
    const left = { seatId: '', sourceId: '', wanted: 0, closesAt: '', hindrance: 'NOT_AN_EVALUATOR' };
    return { ...ids, ...left, status, scored, submittedAt };
  }
  const { status, scored } = standingOf(mine);
  const { seatId, sourceId, hindrance } = mine.round;
  const late = status === 'blank' && receipt?.late === true;
  return {
    ...{ ...ids, seatId, sourceId, scored, submittedAt, wanted: mine.wanted, closesAt: mine.closesAt },
    status: late ? 'late' : status,
    hindrance: hindrance ?? '',
  };
};

export const receiptMessage = ({ round, submission, event, late }: SubmissionReceipt): rpc.GetMyReceiptResponse => {
  const { seatId, sourceId, personId, closing, replaces, submittedAt, markCount, items } = submission;
  const { roundId, editionId } = round;
  return {
    ...{ roundId, editionId, seatId, sourceId, personId, closing, submittedAt, late },
    replaces: replaces ?? 0,
    marks: markCount,
    criteria: [...items],
    eventId: event.eventId,
    position: event.position,
    sealedHash: event.hash,
  };
};
