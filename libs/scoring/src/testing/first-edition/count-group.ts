import type { EvaluatorGroup } from './scheme.ts';
import type { GroupMatrix } from './score-matrix.ts';
import type { GroupStep } from './tally-result.ts';

/** One group's counting for one entry, and the columns of the counted scores. */
export type CountedGroup = Readonly<{ step: GroupStep; columns: readonly number[] }>;

/** Columns ordered by (total, evaluator id): the key packs both into one exact number, and columns are in id order. */
const inTrimmingOrder = (
  columns: readonly number[],
  totals: Int32Array,
  start: number,
  width: number,
): readonly number[] => {
  const keys = Float64Array.from(columns, (column) => (totals[start + column] as number) * width + column).sort();
  return Array.from(keys, (key) => key % width);
};

/** Counts one entry's scores of one group; `row` is the entry's row. A panel below the minimum counts nothing. */
export const countGroup = (group: EvaluatorGroup, matrix: GroupMatrix, row: number): CountedGroup => {
  const width = matrix.evaluatorIds.length;
  const start = row * width;
  const idOf = (column: number): string => matrix.evaluatorIds[column] as string;
  const given: number[] = [];
  const panel: number[] = [];
  const recused: string[] = [];
  for (let column = 0; column < width; column++) {
    const isRecused = matrix.recused[start + column] === 1;
    if (isRecused) recused.push(idOf(column));
    if (matrix.totals[start + column] === -1) continue;
    given.push(column);
    if (!isRecused) panel.push(column);
  }
  const empty = {
    groupId: group.id,
    panel: panel.length,
    recused,
    droppedLowest: [],
    droppedHighest: [],
    sum: 0,
    count: 0,
  };
  if (panel.length < group.panelMin) return { step: empty, columns: [] };
  let counted: readonly number[] = panel;
  let lowest: readonly number[] = [];
  let highest: readonly number[] = [];
  if (group.aggregation.kind === 'trimmed-mean') {
    const { dropLowest, dropHighest } = group.aggregation;
    const ordered = inTrimmingOrder(group.trimming === 'after-recusal' ? panel : given, matrix.totals, start, width);
    lowest = ordered.slice(0, dropLowest);
    highest = ordered.slice(ordered.length - dropHighest);
    counted = ordered
      .slice(dropLowest, ordered.length - dropHighest)
      .filter((column) => matrix.recused[start + column] === 0);
  }
  let sum = 0;
  for (const column of counted) sum += matrix.totals[start + column] as number;
  const step = {
    ...empty,
    droppedLowest: lowest.map(idOf),
    droppedHighest: highest.map(idOf),
    sum,
    count: counted.length,
  };
  return { step, columns: counted };
};

/** The sum of one criterion over the counted scores, in hundredths. */
export const criterionSum = (
  matrix: GroupMatrix,
  row: number,
  columns: readonly number[],
  criterion: number,
): number => {
  const points = matrix.byCriterion.get(criterion);
  if (points === undefined) throw new Error('this criterion is no tie breaker: its points were not kept');
  const start = row * matrix.evaluatorIds.length;
  return columns.reduce((sum, column) => sum + (points[start + column] as number), 0);
};
