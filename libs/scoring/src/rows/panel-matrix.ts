import type { Phase, TakePanel } from './phase.ts';
import type { PanelSource } from './source.ts';

/** What is known of one seat and one entry, bit by bit. */
export const RECUSED = 1;
export const NOT_ASSIGNED = 2;
export const LISTED = 4;
/** No marks. */
export const NONE = -1;

/**
 * One source's marks as typed arrays, seat by seat: the cell of seat s and entry e is `s * entryCount + e`. A sheet is laid
 * down in one go, and the seats' cells of neighbouring entries share their cache lines when they are counted.
 */
export type PanelMatrix = Readonly<{
  source: PanelSource;
  entryCount: number;
  /** Ascending. */
  seatIds: readonly string[];
  states: Uint8Array;
  /** By column: 1 where only some entries are assigned to the seat. */
  assigned: Uint8Array;
  /** By column: 1 where the seat handed in a sheet. */
  withSheet: Uint8Array;
  /** Sums over criteria in hundredths by `criteriaKey`; `NONE` where the seat left them empty. */
  totals: ReadonlyMap<string, Int32Array>;
  /** Points of single criteria by index, where a row or a tie reads them. */
  byCriterion: ReadonlyMap<number, Int32Array>;
  /** Sets of criteria that are marked as a whole or not at all. */
  wholes: readonly (readonly number[])[];
}>;

export const indexesOf = (source: PanelSource, criteria: readonly string[]): readonly number[] =>
  criteria.map((id) => source.criteria.findIndex((criterion) => criterion.id === id)).sort((a, b) => a - b);

export const criteriaKey = (indexes: readonly number[]): string => indexes.join(',');

/** Whether a row reads sums of sheets only; else it reads mark by mark. */
export const readsTotals = ({ reduce }: TakePanel): boolean =>
  reduce.how === 'mean' || (reduce.how === 'trimmed' && reduce.trim === 'sheets');

export const takesOf = (phase: Phase, sourceId: string): readonly (TakePanel & Readonly<{ id: string }>)[] =>
  phase.rows.flatMap((row) => (row.op === 'take-panel' && row.source === sourceId ? [row] : []));

/** Criteria that the tie keys read in rows of this source. */
const tieCriteria = (phase: Phase, source: PanelSource): readonly number[] => {
  const rows = new Set(takesOf(phase, source.id).map(({ id }) => id));
  const read = phase.rank.ties.flatMap((key) =>
    key.by === 'mark' && key.of.some(({ row }) => rows.has(row)) ? [key.criterion] : [],
  );
  return indexesOf(source, [...new Set(read)]);
};

/** An empty matrix with room for what the phase reads, and no more. */
export const emptyMatrix = (
  phase: Phase,
  source: PanelSource,
  seatIds: readonly string[],
  entryCount: number,
): PanelMatrix => {
  const cells = seatIds.length * entryCount;
  const lane = () => new Int32Array(cells).fill(NONE);
  const takes = takesOf(phase, source.id).map((row) => ({ row, indexes: indexesOf(source, row.criteria) }));
  const single = takes.flatMap(({ row, indexes }) => (readsTotals(row) ? [] : indexes));
  const wholes = takes.filter(({ row }) => row.reduce.how !== 'pooled').map(({ indexes }) => indexes);
  return {
    source,
    entryCount,
    seatIds,
    states: new Uint8Array(cells),
    assigned: new Uint8Array(seatIds.length),
    withSheet: new Uint8Array(seatIds.length),
    totals: new Map(
      takes.filter(({ row }) => readsTotals(row)).map(({ indexes }) => [criteriaKey(indexes), lane()] as const),
    ),
    byCriterion: new Map([...new Set([...single, ...tieCriteria(phase, source)])].map((at) => [at, lane()] as const)),
    wholes: [...new Map(wholes.map((indexes) => [criteriaKey(indexes), indexes])).values()],
  };
};
