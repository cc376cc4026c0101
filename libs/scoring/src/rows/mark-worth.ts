import type { PanelCriterion, PanelSource } from './source.ts';

/** The whole of a coefficient, in hundredths, and of a share, in basis points. */
export const COEFFICIENT_WHOLE = 100;
export const SHARE_WHOLE = 10_000;

export type MarkFault = 'OUT_OF_RANGE' | 'TOO_FINE' | 'NOT_OFFERED';

/** A criterion made ready for millions of marks. */
export type Worth = Readonly<{
  markMax: number;
  step: number;
  ranges: readonly (readonly [number, number])[] | undefined;
  /** Points by ordinal, for bands and levels. */
  table: readonly number[] | undefined;
  /** 0: the mark is the points; else the criterion's points, of which the mark is the share in hundredths. */
  pointsOfWhole: number;
}>;

export const worthOf = (marks: PanelSource['marks'], { points, scale }: PanelCriterion): Worth => {
  const coefficient = marks === 'coefficient';
  const whole = {
    markMax: coefficient ? COEFFICIENT_WHOLE : points,
    step: 1,
    ranges: undefined,
    table: undefined,
    pointsOfWhole: coefficient ? points : 0,
  };
  switch (scale.kind) {
    case 'step':
      return { ...whole, step: scale.step };
    case 'ranges':
      return { ...whole, step: scale.step, ranges: scale.ranges };
    case 'bands':
      return { ...whole, table: scale.bands };
    case 'levels':
      return { ...whole, table: scale.levels.map(({ share }) => (points * share) / SHARE_WHOLE) };
  }
};

const FAULTS = ['OUT_OF_RANGE', 'TOO_FINE', 'NOT_OFFERED'] as const;

/** Points in hundredths; a fault as a negative number (`faultOf`), since this runs millions of times. */
export const pointsOfMark = (worth: Worth, mark: number): number => {
  if (typeof mark !== 'number') return -1;
  if (worth.table !== undefined) return worth.table[mark] ?? -3;
  if (!(mark >= 0 && mark <= worth.markMax)) return -1;
  if (mark % worth.step !== 0) return -2;
  if (worth.ranges !== undefined && !worth.ranges.some(([low, high]) => mark >= low && mark <= high)) return -3;
  return worth.pointsOfWhole === 0 ? mark : (mark * worth.pointsOfWhole) / COEFFICIENT_WHOLE;
};

export const faultOf = (points: number): MarkFault => FAULTS[-points - 1] ?? 'OUT_OF_RANGE';

/** Why this mark may not be given for this criterion; undefined when it may. */
export const markFault = (
  source: Pick<PanelSource, 'marks'>,
  criterion: PanelCriterion,
  mark: number,
): MarkFault | undefined => {
  const points = pointsOfMark(worthOf(source.marks, criterion), mark);
  return points < 0 ? faultOf(points) : undefined;
};

/** What a mark that may be given is worth, in hundredths of a point. */
export const pointsBy = (source: Pick<PanelSource, 'marks'>, criterion: PanelCriterion): ((mark: number) => number) => {
  const worth = worthOf(source.marks, criterion);
  return (mark) => pointsOfMark(worth, mark);
};
