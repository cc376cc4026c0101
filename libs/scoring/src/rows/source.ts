import type { BonusSource } from './bonus-source.ts';

/**
 * Where points come from. Points are integers in hundredths of a point (or of the measure's unit), shares are basis points
 * (10,000 = the whole). Ids match `ID_PATTERN`.
 */
export type Source = PanelSource | MeasureSource | ChecklistSource | BonusSource | BallotSource;

/** The closed list. */
export const sourceKinds = ['panel', 'measure', 'checklist', 'bonus', 'ballot'] as const;
export type SourceKind = (typeof sourceKinds)[number];

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

/**
 * A secret ballot about each entry: so many voters chose so many levels. It counts only where at least `least` tokens were issued and as
 * many ballots cast, and where the cast are at least `turnout` (basis points) of the issued.
 */
export type BallotSource = Readonly<{
  id: string;
  kind: 'ballot';
  /** Points in hundredths, strictly descending. */
  levels: readonly Readonly<{ id: string; points: number }>[];
  /** What is asked of each entry, each question answered by one of the levels; absent where there is one. */
  questions?: readonly string[];
  turnout: number;
  least: number;
}>;

/** What offices found, item by item: how often something occurred, and what a review marked. */
export type ChecklistSource = Readonly<{
  id: string;
  kind: 'checklist';
  /** Whether the entry's own people mark themselves, beside the reviews. */
  self: boolean;
  /** Whose marks count, by party, in order: the last given does. */
  reviews: readonly string[];
  /** Who marks an entry that is the owner office's own: everybody alike, a party, or the other offices, whose mean counts. */
  own: Readonly<{ by: 'allow' }> | Readonly<{ by: 'others-mean' }> | Readonly<{ by: 'party'; party: string }>;
  areas: readonly ChecklistArea[];
  /** What the printed list adds up to; the areas must. */
  pointsTotal: number;
}>;

/** Judged anew in each of its periods. `across`: how these become one value. */
export type ChecklistArea = Readonly<{
  id: string;
  points: number;
  across: 'mean' | 'sum' | 'best' | 'last';
  /** What items that start full lose together in a period is no more than this; null: no limit. */
  deductMax: number | null;
  /** The items from a period on, ascending, the first from period 1: what was adjusted counts from its period, not before. */
  lists: readonly Readonly<{ fromPeriod: number; items: readonly ChecklistItem[] }>[];
}>;

/**
 * Its value is clamp(start + sum of counts * per, floor, cap), or what was marked instead. Without `per` occurrences count nothing:
 * it waits for a mark. Items of one `group`: only the highest counts.
 */
export type ChecklistItem = Readonly<{
  id: string;
  points: number;
  starts: 'full' | 'zero';
  per: number | null;
  floor: number;
  cap: number;
  /** The finest difference of marks. */
  step: number;
  /** Marked one by one, and added up; empty: marked as a whole. */
  measures: readonly Readonly<{ id: string; points: number }>[];
  group: string | null;
}>;
