import type { PhaseInputs, PhaseTables, Row, TieKey } from '../index.ts';
import type { EvaluatorGroup, Scheme, TallyInputs, TieBreaker } from './first-edition/index.ts';

const PHASE = 'main';

const takeOf = (scheme: Scheme, group: EvaluatorGroup): Row => ({
  id: `take-${group.id}`,
  op: 'take-panel',
  source: group.id,
  criteria: scheme.criteria.map(({ id }) => id),
  reduce:
    group.aggregation.kind === 'mean'
      ? { how: 'mean' }
      : {
          how: 'trimmed',
          high: group.aggregation.dropHighest,
          low: group.aggregation.dropLowest,
          trim: 'sheets',
          recusal: group.trimming === 'after-recusal' ? 'first' : 'last',
        },
  least: group.panelMin,
  missing: group.missingSheet,
  absent: group.belowPanelMin,
});

const tieOf = ({ groups }: Scheme, breaker: TieBreaker): TieKey => {
  const better = 'higher';
  if (breaker.by === 'group') return { by: 'row', row: `take-${breaker.groupId}`, better };
  const of = groups
    .filter(({ id }) => breaker.groupId === undefined || breaker.groupId === id)
    .map(({ id, weight }) => ({ row: `take-${id}`, weight }));
  return { by: 'mark', criterion: breaker.criterionId, of, better };
};

/**
 * A scheme of the first edition as rows: one a group, and their weighing. Its last resort `entry-id` has no row: ranks are
 * shared instead. Goes with the first edition.
 */
export const rowsOfScheme = (scheme: Scheme): PhaseTables => ({
  tablesVersion: 2,
  sources: scheme.groups.map(({ id }) => ({
    id,
    kind: 'panel',
    marks: 'points',
    criteria: scheme.criteria.map((criterion) => ({
      id: criterion.id,
      points: criterion.pointsMax,
      scale: { kind: 'step', step: criterion.step },
    })),
    pointsTotal: scheme.criteria.reduce((sum, { pointsMax }) => sum + pointsMax, 0),
  })),
  phases: [
    {
      id: PHASE,
      admits: { kind: 'all' },
      within: 'all',
      rows: [
        ...scheme.groups.map((group) => takeOf(scheme, group)),
        {
          id: 'total',
          op: 'weigh',
          weights: scheme.groups.map(({ id, weight }) => ({ row: `take-${id}`, weight })),
          absent: 'unranked',
        },
      ],
      score: 'total',
      decimals: scheme.decimals,
      rank: {
        on: scheme.ranking,
        better: 'higher',
        ties: scheme.ties.breakers.map((breaker) => tieOf(scheme, breaker)),
        then: 'shared',
      },
    },
  ],
});

/** The first edition's inputs as the second reads them. */
export const phaseInputsOf = (scheme: Scheme, inputs: TallyInputs): PhaseInputs => {
  const groupOf = new Map(inputs.evaluators.map(({ evaluatorId, groupId }) => [evaluatorId, groupId]));
  return {
    entries: inputs.entries.map((entryId) => ({ entryId })),
    seats: inputs.evaluators.map(({ evaluatorId, groupId }) => ({ sourceId: groupId, seatId: evaluatorId })),
    sheets: inputs.sheets.map(({ evaluatorId, scores }) => ({
      sourceId: groupOf.get(evaluatorId) ?? '',
      seatId: evaluatorId,
      items: scheme.criteria.map(({ id }) => id),
      scores: scores.map(({ entryId, points }) => ({ entryId, marks: points })),
    })),
    recusals: inputs.recusals.map(({ evaluatorId, entryId }) => ({ who: 'seat', id: evaluatorId, entryId })),
    values: [],
    carried: [],
    seed: null,
  };
};
