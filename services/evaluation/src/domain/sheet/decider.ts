import type { Decider } from '@jiangong/event-store';
import { type Criterion, pointsFault } from '@jiangong/scoring';
import { SAVES_PER_SHEET_MAX, SCORES_PER_SAVE_MAX } from '../limits.ts';
import type { FinalScore, EntryPoints, SheetFact } from './facts.ts';
import type { SheetRefusal } from './refusals.ts';
import {
  type Draft,
  evolveSheet,
  type RecusalCause,
  type SaveSheet,
  type Sheet,
  type SheetOrder,
  type SheetRound,
  type SubmitSheet,
} from './state.ts';

type Decision = readonly SheetFact[] | SheetRefusal;

const entryRefusal: Record<RecusalCause, SheetRefusal['reason']> = {
  'own-unit': 'OWN_UNIT',
  'own-entry': 'OWN_ENTRY',
  declared: 'RECUSED',
};
const pointsRefusal = {
  OUT_OF_RANGE: 'SCORE_OUT_OF_RANGE',
  TOO_FINE: 'SCORE_TOO_FINE',
  NOT_A_BAND: 'SCORE_NOT_A_BAND',
} as const;

/** Who may write into this sheet now. */
const writingRefusal = (sheet: Sheet, { round, now }: SheetOrder): SheetRefusal | undefined => {
  const { phase, closesAt, isEvaluator } = round;
  if (!isEvaluator) return { reason: 'NOT_AN_EVALUATOR', field: 'roundId' };
  if (sheet.kind === 'submitted') return { reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' };
  if (phase === 'closed') return { reason: 'ROUND_CLOSED', field: 'roundId' };
  if (phase === 'not-open' || closesAt === null) return { reason: 'ROUND_NOT_OPEN', field: 'roundId' };
  return now >= closesAt ? { reason: 'ROUND_CLOSED', field: 'roundId' } : undefined;
};

const pointsRefusalOf = (
  criteria: readonly Criterion[],
  { points }: EntryPoints,
  path: string,
): SheetRefusal | undefined => {
  for (const [at, { criterionId, hundredths }] of points.entries()) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined) return { reason: 'CRITERION_UNKNOWN', field: `${path}.points[${at}].criterionId` };
    if (points.findIndex((other) => other.criterionId === criterionId) !== at)
      return { reason: 'SCORE_TWICE', field: `${path}.points[${at}].criterionId` };
    const fault = pointsFault(criterion, hundredths);
    if (fault !== undefined)
      return {
        reason: pointsRefusal[fault],
        field: `${path}.points[${at}].hundredths`,
        details: { criterionId, pointsMax: criterion.pointsMax, step: criterion.step },
      };
  }
  return undefined;
};

const scoresRefusal = (round: SheetRound, scores: readonly EntryPoints[]): SheetRefusal | undefined => {
  if (scores.length === 0) return { reason: 'SCORES_NONE', field: 'scores' };
  if (scores.reduce((sum, { points }) => sum + points.length, 0) > SCORES_PER_SAVE_MAX)
    return { reason: 'SCORES_TOO_MANY', field: 'scores', details: { scoresMax: SCORES_PER_SAVE_MAX } };
  const entries = new Map(round.entries.map((entry) => [entry.entryId, entry.recused]));
  const seen = new Set<string>();
  for (const [at, score] of scores.entries()) {
    const path = `scores[${at}]`;
    const recused = entries.get(score.entryId);
    if (recused === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: `${path}.entryId` };
    if (recused !== null) return { reason: entryRefusal[recused], field: `${path}.entryId` };
    if (seen.has(score.entryId)) return { reason: 'SCORE_TWICE', field: `${path}.entryId` };
    seen.add(score.entryId);
    if (score.points.length === 0) return { reason: 'SCORES_NONE', field: `${path}.points` };
    const wrong = pointsRefusalOf(round.criteria, score, path);
    if (wrong) return wrong;
  }
  return undefined;
};

/** The scores that differ from what the sheet holds: saving the same again is no new fact. */
const changedScores = (sheet: Sheet, scores: readonly EntryPoints[]): readonly EntryPoints[] => {
  const held: Draft = sheet.kind === 'draft' ? sheet.scores : {};
  return scores
    .map(({ entryId, points }) => ({
      entryId,
      points: points
        .filter(({ criterionId, hundredths }) => held[entryId]?.[criterionId] !== hundredths)
        .map(({ criterionId, hundredths }) => ({ criterionId, hundredths })),
    }))
    .filter(({ points }) => points.length > 0);
};

const save = (sheet: Sheet, order: SaveSheet): Decision => {
  const { round, scores, roundId, sheetId, personId } = order;
  const refusal = writingRefusal(sheet, order) ?? scoresRefusal(round, scores);
  if (refusal) return refusal;
  if (sheet.kind === 'draft' && sheet.saves >= SAVES_PER_SHEET_MAX)
    return { reason: 'SHEET_SAVED_TOO_OFTEN', details: { savesMax: SAVES_PER_SHEET_MAX } };
  const changed = changedScores(sheet, scores);
  return changed.length === 0 ? [] : [{ type: 'SheetSaved.v1', data: { roundId, sheetId, personId, scores: changed } }];
};

/** Every entry that this evaluator is not recused from, with every criterion; a recusal after the saving leaves its scores out. */
const finalScores = (draft: Draft, { entries, criteria }: SheetRound): readonly FinalScore[] | SheetRefusal => {
  const scored = entries.filter(({ recused }) => recused === null);
  const missing = scored.flatMap(({ entryId }) =>
    criteria.filter(({ id }) => draft[entryId]?.[id] === undefined).map(({ id }) => ({ entryId, criterionId: id })),
  );
  const [first] = missing;
  if (first !== undefined)
    return { reason: 'SHEET_INCOMPLETE', field: 'scores', details: { missing: missing.length, ...first } };
  return scored.map(({ entryId }) => ({ entryId, points: criteria.map(({ id }) => draft[entryId]?.[id] ?? 0) }));
};

const submit = (sheet: Sheet, order: SubmitSheet): Decision => {
  const { round, roundId, sheetId, personId } = order;
  const refusal = writingRefusal(sheet, order);
  if (refusal) return refusal;
  const scores = finalScores(sheet.kind === 'draft' ? sheet.scores : {}, round);
  if ('reason' in scores) return scores;
  return [
    {
      type: 'SheetSubmitted.v1',
      data: { roundId, sheetId, personId, scoreCount: scores.length * round.criteria.length, scores },
    },
  ];
};

export const sheetDecider: Decider<Sheet, SheetOrder, SheetFact, SheetRefusal> = {
  initial: { kind: 'blank' },
  evolve: evolveSheet,
  decide: (sheet, order) => {
    switch (order.kind) {
      case 'save-sheet':
        return save(sheet, order);
      case 'submit-sheet':
        return submit(sheet, order);
    }
  },
};
