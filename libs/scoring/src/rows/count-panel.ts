import type { Rational } from '../rational.ts';
import { plus, quotient, times, ZERO } from './exact.ts';
import { COEFFICIENT_WHOLE } from './mark-worth.ts';
import { criteriaKey, indexesOf, NONE, NOT_ASSIGNED, type PanelMatrix, readsTotals, RECUSED } from './panel-matrix.ts';
import type { PanelStory } from './phase-result.ts';
import type { TakePanel } from './phase.ts';

/** A panel row made ready: the lanes it counts, one for whole sheets, or one a criterion. */
export type PanelReader = Readonly<{
  take: TakePanel;
  matrix: PanelMatrix;
  lanes: readonly Int32Array[];
  /** The most points that each lane's criteria can give. */
  pointsOfLanes: readonly number[];
}>;

const laneOf = <K>(lanes: ReadonlyMap<K, Int32Array>, key: K): Int32Array => {
  const lane = lanes.get(key);
  if (lane === undefined) throw new Error('a lane that nobody asked for was read');
  return lane;
};

export const panelReader = (take: TakePanel, matrix: PanelMatrix): PanelReader => {
  const indexes = indexesOf(matrix.source, take.criteria);
  const points = indexes.map((at) => matrix.source.criteria[at]?.points ?? 0);
  return readsTotals(take)
    ? {
        take,
        matrix,
        lanes: [laneOf(matrix.totals, criteriaKey(indexes))],
        pointsOfLanes: [points.reduce((sum, one) => sum + one, 0)],
      }
    : { take, matrix, lanes: indexes.map((at) => laneOf(matrix.byCriterion, at)), pointsOfLanes: points };
};

/** One row's counting for one entry. `value` is null when the panel is below the minimum. */
export type PanelCount = Readonly<{
  story: PanelStory;
  value: Rational | null;
  /** Columns counted, by lane. */
  columns: readonly (readonly number[])[];
  /** Columns of seats that should have marked and did not. */
  missing: readonly number[];
}>;

type Attendance = Readonly<{ given: number[]; panel: number[]; recused: number[]; missing: number[] }>;

/** Who marked, who was recused, who is missing; a missing one is given zeros where the row says so. */
const attendance = ({ take, matrix, lanes }: PanelReader, entry: number): Attendance => {
  const { states, entryCount } = matrix;
  const width = matrix.seatIds.length;
  const [first] = lanes;
  const one = lanes.length === 1 ? first : undefined;
  const given: number[] = [];
  const panel: number[] = [];
  const recused: number[] = [];
  const missing: number[] = [];
  for (let column = 0; column < width; column++) {
    const cell = column * entryCount + entry;
    const state = states[cell] as number;
    const isRecused = (state & RECUSED) !== 0;
    if (isRecused) recused.push(column);
    const marked = one === undefined ? lanes.some((lane) => lane[cell] !== NONE) : one[cell] !== NONE;
    if (!marked) {
      if (isRecused || (state & NOT_ASSIGNED) !== 0) continue;
      missing.push(column);
      if (take.missing !== 'zero') continue;
    }
    given.push(column);
    if (!isRecused) panel.push(column);
  }
  return { given, panel, recused, missing };
};

/** One lane's points for one entry, column by column; a seat without marks counts zero. */
type EntryLane = Readonly<{ lane: Int32Array; entryCount: number; entry: number }>;

const pointsAt = ({ lane, entryCount, entry }: EntryLane, column: number): number =>
  Math.max(0, lane[column * entryCount + entry] as number);

/** Columns ordered by (points, seat id): the key packs both into one exact number, and columns are in id order. */
const inTrimmingOrder = (columns: readonly number[], of: EntryLane, width: number): readonly number[] => {
  const keys = new Float64Array(columns.length);
  columns.forEach((column, at) => {
    keys[at] = pointsAt(of, column) * width + column;
  });
  return Array.from(keys.sort(), (key) => key % width);
};

const sumOf = (of: EntryLane, columns: readonly number[]): number => {
  let sum = 0;
  for (const column of columns) sum += pointsAt(of, column);
  return sum;
};

type Trimmed = Readonly<{ counted: readonly number[]; lowest: readonly number[]; highest: readonly number[] }>;

const trimmed = ({ take, matrix }: PanelReader, of: EntryLane, here: Attendance): Trimmed => {
  const { reduce } = take;
  if (reduce.how !== 'trimmed') return { counted: here.panel, lowest: [], highest: [] };
  const pool = reduce.recusal === 'first' ? here.panel : here.given;
  const ordered = inTrimmingOrder(pool, of, matrix.seatIds.length);
  const end = ordered.length - reduce.high;
  return {
    lowest: ordered.slice(0, reduce.low),
    highest: ordered.slice(end),
    counted: ordered
      .slice(reduce.low, end)
      .filter((column) => ((matrix.states[column * of.entryCount + of.entry] as number) & RECUSED) === 0),
  };
};

/** Σ all marks ÷ Σ all possible marks × 100, in hundredths. A missing seat's zeros count for every criterion. */
const pooled = ({ pointsOfLanes, take }: PanelReader, lanes: readonly EntryLane[], here: Attendance) => {
  const missing = new Set(take.missing === 'zero' ? here.missing : []);
  const columns = lanes.map(({ lane, entryCount, entry }) =>
    here.panel.filter((column) => missing.has(column) || lane[column * entryCount + entry] !== NONE),
  );
  const sum = lanes.reduce((all, lane, at) => all + sumOf(lane, columns[at] ?? []), 0);
  const possible = pointsOfLanes.reduce((all, points, at) => all + points * (columns[at]?.length ?? 0), 0);
  const count = columns.reduce((all, { length }) => all + length, 0);
  const whole = BigInt(COEFFICIENT_WHOLE * COEFFICIENT_WHOLE);
  return { columns, counted: [{ sum, count }], value: times(quotient(sum, possible), whole, 1n) };
};

/** Counts one entry's marks by one row; `entry` is the entry's index. */
export const countPanel = (reader: PanelReader, entry: number): PanelCount => {
  const { take, matrix } = reader;
  const { entryCount } = matrix;
  const lanes = reader.lanes.map((lane): EntryLane => ({ lane, entryCount, entry }));
  const idOf = (column: number): string => matrix.seatIds[column] as string;
  const here = attendance(reader, entry);
  const { panel, recused, missing } = here;
  const holes = missing.filter((column) => matrix.withSheet[column] === 1).map(idOf);
  const none = { recused: recused.map(idOf), holes, droppedLowest: [], droppedHighest: [] };
  const story: PanelStory = { panel: panel.length, ...none, counted: [] };
  if (panel.length < take.least) return { story, value: null, columns: [], missing };
  if (take.reduce.how === 'pooled') {
    const { columns, counted, value } = pooled(reader, lanes, here);
    return { story: { ...story, counted }, value, columns, missing };
  }
  const byLane = lanes.map((lane) => trimmed(reader, lane, here));
  const counted = byLane.map((one, at) => ({
    sum: sumOf(lanes[at] as EntryLane, one.counted),
    count: one.counted.length,
  }));
  const [first] = byLane;
  const sheets = readsTotals(take) && first !== undefined;
  const value = counted.map(({ sum, count }) => quotient(sum, count)).reduce((a, b) => plus(a, b));
  return {
    story: {
      ...story,
      droppedLowest: sheets ? first.lowest.map(idOf) : [],
      droppedHighest: sheets ? first.highest.map(idOf) : [],
      counted,
    },
    value,
    columns: byLane.map((one) => one.counted),
    missing,
  };
};

/** The mean of one criterion's counted marks of an entry; null where the row has no value or counts no mark of it. */
export const criterionMean = (reader: PanelReader, entry: number, criterion: string): Rational | null => {
  const { take, matrix } = reader;
  const { value, columns } = countPanel(reader, entry);
  if (value === null) return null;
  const indexes = indexesOf(matrix.source, take.criteria);
  const at = matrix.source.criteria.findIndex(({ id }) => id === criterion);
  const counted = (readsTotals(take) ? columns[0] : columns[indexes.indexOf(at)]) ?? [];
  if (counted.length === 0) return null;
  const lane = laneOf(matrix.byCriterion, at);
  const sum = sumOf({ lane, entryCount: matrix.entryCount, entry }, counted);
  return sum === 0 ? ZERO : quotient(sum, counted.length);
};
