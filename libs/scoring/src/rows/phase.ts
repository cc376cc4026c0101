import type { Source } from './source.ts';

/**
 * How a phase's result comes about: rows of a spreadsheet. A row has one operation and reads only rows above it. Its value
 * for an entry is an exact fraction, in hundredths of a point, or absent with a reason.
 */
export type PhaseTables = Readonly<{
  tablesVersion: 2;
  sources: readonly Source[];
  phases: readonly Phase[];
}>;

export type Phase = Readonly<{
  id: string;
  /** Each (phase, period) is one round; absent: once in the edition. */
  every?: string;
  admits: Admission;
  /** Ranked apart within each category or home. */
  within: Within;
  rows: readonly Row[];
  /** The row whose value is the score; empty where there are no rows. */
  score: string;
  /** Decimals of the printed score, 0 to 6; rounded half-even, once, at the very end. */
  decimals: number;
  rank: RankRule;
}>;

/** A phase without rows: its entries are chosen among, and nobody has a score. */
export const scoresNobody = ({ rows }: Pick<Phase, 'rows'>): boolean => rows.length === 0;

export type Within = 'all' | 'category' | 'home';

/** `edge` as in an outcome rule. */
export type Admission =
  | Readonly<{ kind: 'all' }>
  | Readonly<{ kind: 'from'; phase: string; first: number; edge: Edge; edgeMax?: number }>;

export type Edge = 'in' | 'out' | 'body';

export type RankRule = Readonly<{
  /** What entries are ordered by: the exact fraction, or the score rounded to `decimals`. */
  on: 'exact' | 'rounded';
  better: 'higher' | 'lower';
  /** Compared in order, always exactly. An absent value loses against any other; two absent ones are equal. */
  ties: readonly TieKey[];
  /**
   * Where every key is equal: `shared` rank (1, 2, 2, 4); `draw`: the order of SHA-256(seed, entryId), decided by the
   * round's seed; `body`: the rank is shared and marked as the body's to settle.
   */
  then: 'shared' | 'draw' | 'body';
}>;

export type TieKey =
  | Readonly<{ by: 'row'; row: string; better: 'higher' | 'lower' }>
  /**
   * The mean of one criterion's counted marks (as points) in panel rows, combined by weights: Σ weight × mean ÷ Σ weight.
   * With one row, that row's mean; with the weights of the `weigh` row, the criterion's share of the weighed whole.
   */
  | Readonly<{ by: 'mark'; criterion: string; of: readonly Weight[]; better: 'higher' | 'lower' }>;

/** `weight` in basis points. */
export type Weight = Readonly<{ row: string; weight: number }>;

/**
 * What an absent value of this row means. `refuse`: nothing is computed before somebody acts; `unranked`: whatever reads it
 * is absent too; `zero`; `leave-out`: sum, mean and best pass it over, weigh re-scales the other weights to the whole.
 */
export type WhenAbsent = 'refuse' | 'unranked' | 'zero' | 'leave-out';

export type Row = Readonly<{ id: string; absent: WhenAbsent }> & Operation;

/** The closed list. */
export const operationNames = [
  'take-panel',
  'take-measure',
  'carry',
  'sum',
  'weigh',
  'mean',
  'best',
  'scale',
  'times',
  'clamp',
  'bands',
  'round',
  'take-checklist',
  'take-bonus',
  'take-ballot',
] as const;
export type OperationName = (typeof operationNames)[number];

export type Operation =
  | TakePanel
  | TakeChecklist
  | TakeBonus
  /** Σ count × level's points ÷ Σ counts; too small a group, or too low a turnout, is absent. */
  | Readonly<{
      op: 'take-ballot';
      source: string;
      /** Those of the source's questions that count; absent where it has one. */
      questions?: readonly string[];
    }>
  /** `best` by the source's `better`; `last`: the highest attempt. */
  | Readonly<{ op: 'take-measure'; source: string; attempts: 'best' | 'last' | 'sum' }>
  /** The scores of the same entry in closed rounds of an earlier phase; fewer than `least` is absent. */
  | Readonly<{ op: 'carry'; phase: string; across: 'mean' | 'sum' | 'best' | 'last'; least: number }>
  | Readonly<{ op: 'sum'; of: readonly string[]; minus: readonly string[] }>
  /** Weights add up to 10,000. */
  | Readonly<{ op: 'weigh'; weights: readonly Weight[] }>
  | Readonly<{ op: 'mean'; of: readonly string[] }>
  /** The highest: only one counts. */
  | Readonly<{ op: 'best'; of: readonly string[] }>
  /** x × to ÷ from. */
  | Readonly<{ op: 'scale'; of: string; from: number; to: number }>
  /** x × y ÷ 100, y in percent. */
  | Readonly<{ op: 'times'; of: string; by: string }>
  | Readonly<{ op: 'clamp'; of: string; floor?: number; cap?: number }>
  /** The points of the first band that holds (from the best), else `else`. */
  | Readonly<{
      op: 'bands';
      of: string;
      when: 'at-least' | 'at-most';
      bands: readonly Readonly<{ limit: number; points: number }>[];
      else: number;
    }>
  /** The only rounding beside the last. `half-up` rounds halves away from zero, `down` cuts towards zero, as spreadsheets do. */
  | Readonly<{ op: 'round'; of: string; decimals: number; how: 'half-even' | 'half-up' | 'down' }>;

/** A panel's value for an entry, over the criteria named (all of the source's, or some). */
export type TakePanel = Readonly<{
  op: 'take-panel';
  source: string;
  criteria: readonly string[];
  reduce: Reduction;
  /** The least number of seats that marked the entry and are not recused, before anything is dropped; more than is dropped. */
  least: number;
  /** What a seat means that should have marked the entry and did not. A recused seat is never missing. */
  missing: 'leave-out' | 'zero' | 'refuse';
}>;

export type Reduction =
  /** Σ sheet totals ÷ number of sheets. */
  | Readonly<{ how: 'mean' }>
  /**
   * The same without the highest and the lowest, by sheet totals or criterion by criterion; among equals the seat's id
   * decides which is dropped. `recusal: first`: recused marks go before the trimming; `last`: after it.
   */
  | Readonly<{ how: 'trimmed'; high: number; low: number; trim: 'sheets' | 'criteria'; recusal: 'first' | 'last' }>
  /** Σ all marks ÷ Σ all possible marks × 100. The only one that takes a sheet with some marks of an entry left empty. */
  | Readonly<{ how: 'pooled' }>;

/**
 * A check-list's value for an entry: of each area named, the periods' values taken across, added up. `view`: whose marks: `last` (the
 * last review given), `self`, or one party's.
 */
export type TakeChecklist = Readonly<{
  op: 'take-checklist';
  source: string;
  view: string;
  /** What an item means that nothing was said of. Left out, the others of its area are scaled to the area's points. */
  unscored: 'full' | 'zero' | 'leave-out' | 'refuse';
  areas: readonly AreaTaken[];
}>;

/** Bonus points of an entry in the groups named, each group and the whole held by its cap; nothing granted is zero. */
export type TakeBonus = Readonly<{ op: 'take-bonus'; source: string; groups: readonly string[] }>;

/** `periods`: how many the phase's round has of it; `least`: how many of them an entry must have been there for. */
export type AreaTaken = Readonly<{ area: string; periods: number; least: number }>;
