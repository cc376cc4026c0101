import type { Decider } from '@jiangong/event-store';
import { markFault, type PanelSource } from '@jiangong/scoring';
import { SAVES_PER_SHEET_MAX, SCORES_PER_SAVE_MAX } from '../limits.ts';
import { controlsRefusal } from './controls.ts';
import type { Cell, EntryMarks, MarksWanted, SheetFact, SheetScore } from './facts.ts';
import { isNearer, missingCells, withChanges } from './lacking.ts';
import { recusalReason } from './recusal-reason.ts';
import type { SheetRefusal } from './refusals.ts';
import {
  type Draft,
  evolveSheet,
  type MarkLate,
  type SaveSheet,
  type Sheet,
  type SheetOrder,
  type SheetRound,
  type SubmitSheet,
} from './state.ts';

type Decision = readonly SheetFact[] | SheetRefusal;

const markRefusal = {
  OUT_OF_RANGE: 'SCORE_OUT_OF_RANGE',
  TOO_FINE: 'SCORE_TOO_FINE',
  NOT_OFFERED: 'SCORE_NOT_A_BAND',
} as const;

/** Who may write into this sheet now. What was handed in under the closing under way is handed in; an earlier one may be replaced. */
export const writingRefusal = (sheet: Sheet, round: SheetRound): SheetRefusal | undefined => {
  if (round.hindrance === 'NOT_AN_EVALUATOR') return { reason: round.hindrance, field: 'roundId' };
  if (sheet.kind === 'submitted' && sheet.submission.closing === round.closing)
    return { reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' };
  return round.hindrance === null ? undefined : { reason: round.hindrance, field: 'roundId' };
};

const marksRefusal = (source: PanelSource, { marks }: MarksWanted, path: string): SheetRefusal | undefined => {
  for (const [at, { criterionId, mark }] of marks.entries()) {
    const criterion = source.criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined) return { reason: 'CRITERION_UNKNOWN', field: `${path}.marks[${at}].criterionId` };
    if (marks.findIndex((other) => other.criterionId === criterionId) !== at)
      return { reason: 'SCORE_TWICE', field: `${path}.marks[${at}].criterionId` };
    const fault = mark === null ? undefined : markFault(source, criterion, mark);
    if (fault !== undefined)
      return {
        reason: markRefusal[fault],
        field: `${path}.marks[${at}].mark`,
        details: { criterionId, pointsMax: criterion.points },
      };
  }
  return undefined;
};

const scoresRefusal = (
  { source, entries, dealt }: SheetRound,
  scores: readonly MarksWanted[],
): SheetRefusal | undefined => {
  if (scores.length === 0) return { reason: 'SCORES_NONE', field: 'scores' };
  if (scores.reduce((sum, { marks }) => sum + marks.length, 0) > SCORES_PER_SAVE_MAX)
    return { reason: 'SCORES_TOO_MANY', field: 'scores', details: { scoresMax: SCORES_PER_SAVE_MAX } };
  const causes = new Map(entries.map((entry) => [entry.entryId, entry.recused]));
  const seen = new Set<string>();
  for (const [at, score] of scores.entries()) {
    const path = `scores[${at}]`;
    const recused = causes.get(score.entryId);
    if (recused === undefined)
      return { reason: dealt ? 'ENTRY_NOT_DEALT_TO_YOU' : 'ENTRY_NOT_IN_ROUND', field: `${path}.entryId` };
    if (recused !== null) return { reason: recusalReason(recused), field: `${path}.entryId` };
    if (seen.has(score.entryId)) return { reason: 'SCORE_TWICE', field: `${path}.entryId` };
    seen.add(score.entryId);
    if (score.marks.length === 0) return { reason: 'SCORES_NONE', field: `${path}.marks` };
    const wrong = source === null ? undefined : marksRefusal(source, score, path);
    if (wrong) return wrong;
  }
  return undefined;
};

/** Another person's draft in a unit's seat is not taken over: whoever signs a sheet filled it in. */
const ownDraft = (sheet: Sheet, personId: string): Draft =>
  sheet.kind === 'draft' && sheet.personId === personId ? sheet.scores : {};

/** The marks that differ from what the sheet holds: saving the same again is no new fact. */
const changedMarks = (held: Draft, scores: readonly MarksWanted[]): readonly EntryMarks[] =>
  scores
    .map(({ entryId, marks }) => ({
      entryId,
      marks: marks.flatMap(({ criterionId, mark }) =>
        mark === null || held[entryId]?.[criterionId] === mark ? [] : [{ criterionId, mark }],
      ),
    }))
    .filter(({ marks }) => marks.length > 0);

/** The cells to be emptied that hold a mark: taking back what is not there is no new fact. */
const clearedCells = (held: Draft, scores: readonly MarksWanted[]): readonly Cell[] =>
  scores.flatMap(({ entryId, marks }) =>
    marks.flatMap(({ criterionId, mark }) =>
      mark === null && held[entryId]?.[criterionId] !== undefined ? [{ entryId, criterionId }] : [],
    ),
  );

const idsOf = ({ roundId, sheetId, part, personId, round: { seatId, sourceId } }: SaveSheet | SubmitSheet) => ({
  roundId,
  sheetId,
  seatId,
  sourceId,
  part,
  personId,
});

/** A draft after a submission, or another person's, is a new one. */
const draftNumber = (sheet: Sheet, personId: string): number =>
  sheet.kind === 'draft' && sheet.personId === personId ? sheet.drafts : sheet.drafts + 1;

const save = (sheet: Sheet, order: SaveSheet): Decision => {
  const { round, scores, personId } = order;
  const refusal = writingRefusal(sheet, round) ?? scoresRefusal(round, scores);
  if (refusal) return refusal;
  const held = ownDraft(sheet, personId);
  const [changed, cells] = [changedMarks(held, scores), clearedCells(held, scores)];
  const isUsedUp = sheet.kind === 'draft' && sheet.personId === personId && sheet.saves >= SAVES_PER_SHEET_MAX;
  const isChange = changed.length + cells.length > 0;
  if (isUsedUp && isChange && !isNearer(withChanges(held, changed, cells), held, round))
    return { reason: 'SHEET_SAVED_TOO_OFTEN', details: { savesMax: SAVES_PER_SHEET_MAX } };
  const ids = { ...idsOf(order), draft: draftNumber(sheet, personId) };
  return [
    ...(changed.length === 0 ? [] : [{ type: 'SheetSaved.v1', data: { ...ids, scores: changed } } as const]),
    ...(cells.length === 0 ? [] : [{ type: 'MarksCleared.v1', data: { ...ids, cells } } as const]),
  ];
};

/** Every entry that this evaluator is not recused from, with every criterion; a recusal after the saving leaves its marks out. */
const finalScores = (held: Draft, round: SheetRound): readonly SheetScore[] | SheetRefusal => {
  const criteria = round.source?.criteria ?? [];
  const scored = round.entries.filter(({ recused }) => recused === null);
  const missing = missingCells(held, round);
  const [first] = missing;
  if (first !== undefined)
    return { reason: 'SHEET_INCOMPLETE', field: 'scores', details: { missing: missing.length, ...first } };
  return scored.map(({ entryId }) => ({ entryId, marks: criteria.map(({ id }) => held[entryId]?.[id] ?? null) }));
};

const submit = (sheet: Sheet, order: SubmitSheet): Decision => {
  const { round, personId, now } = order;
  const refusal = writingRefusal(sheet, round);
  if (refusal) return refusal;
  const draft = ownDraft(sheet, personId);
  const scores = finalScores(draft, round);
  if ('reason' in scores) return scores;
  const beyond = controlsRefusal(draft, round);
  if (beyond) return beyond;
  const { grantId, homeId, closing, source } = round;
  const before = sheet.kind === 'submitted' ? sheet.submission : sheet.before;
  return [
    {
      type: 'SheetSubmitted.v1',
      data: {
        ...idsOf(order),
        draft: draftNumber(sheet, personId),
        grantId,
        homeId,
        closing,
        replaces: before?.closing ?? null,
        submittedAt: now,
        items: (source?.criteria ?? []).map(({ id }) => id),
        markCount: scores.reduce((sum, { marks }) => sum + marks.filter((mark) => mark !== null).length, 0),
        scores,
      },
    },
  ];
};

/** Field by field: what else an order may carry has no place in a fact. */
const markLate = (sheet: Sheet, order: MarkLate): Decision => {
  const { roundId, sheetId, seatId, sourceId, part, personId, closing } = order;
  const data = { roundId, sheetId, seatId, sourceId, part, personId, closing };
  return sheet.kind === 'submitted' && sheet.submission.closing === closing ? [{ type: 'SheetCameLate.v1', data }] : [];
};

export const sheetDecider: Decider<Sheet, SheetOrder, SheetFact, SheetRefusal> = {
  initial: { kind: 'blank', drafts: 0, before: null },
  evolve: evolveSheet,
  decide: (sheet, order) => {
    switch (order.type) {
      case 'SaveSheet':
        return save(sheet, order);
      case 'SubmitSheet':
        return submit(sheet, order);
      case 'MarkLate':
        return markLate(sheet, order);
    }
  },
};
