/**
 * Where points come from. Points are integers in hundredths of a point (or of the measure's unit), shares are basis points
 * (10,000 = the whole). Ids match `ID_PATTERN`.
 */
export type Source = PanelSource | MeasureSource;

/** The closed list. The last three are named and refused by `validatePhases`: their programmes bring them. */
export const sourceKinds = ['panel', 'measure', 'checklist', 'bonus', 'ballot'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const computedSourceKinds = ['panel', 'measure'] as const satisfies readonly SourceKind[];

/** Sheets of marks, filled in by seats. */
export type PanelSource = Readonly<{
  id: string;
  kind: 'panel';
  /** `points`: a mark is points; `coefficient`: a mark is a factor in hundredths, and gives criterion's points × mark ÷ 100. */
  marks: 'points' | 'coefficient';
  criteria: readonly PanelCriterion[];
  /** What the printed sheet adds up to; the criteria must. */
  pointsTotal: number;
}>;

export type PanelCriterion = Readonly<{
  id: string;
  /** The most it can give, in hundredths of a point. */
  points: number;
  scale: MarkScale;
}>;

/**
 * What a mark may be. `step` and `ranges`: the mark is in hundredths (of a point, or of the whole for coefficients), a
 * multiple of `step`, within a range. `bands` and `levels`: the mark is the ordinal of the chosen one, 0 the first of the
 * list. Whatever a mark can give is a whole number of hundredths: anything finer is refused with the template.
 */
export type MarkScale =
  | Readonly<{ kind: 'step'; step: number }>
  /** Each `[lowest, highest]`, both allowed, from the best, not overlapping. */
  | Readonly<{ kind: 'ranges'; step: number; ranges: readonly (readonly [number, number])[] }>
  /** Points in hundredths, strictly descending. */
  | Readonly<{ kind: 'bands'; bands: readonly number[] }>
  /** Shares of the criterion's points in basis points, strictly descending. */
  | Readonly<{ kind: 'levels'; levels: readonly Readonly<{ id: string; share: number }>[] }>;

/** A value recorded or computed elsewhere: seconds, ranks, counts, percent, points. */
export type MeasureSource = Readonly<{
  id: string;
  kind: 'measure';
  better: 'higher' | 'lower';
}>;
