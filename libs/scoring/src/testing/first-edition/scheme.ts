/**
 * A scoring scheme: everything that decides a ranking, as data. Points are integers in hundredths of a point, weights are
 * basis points (10,000 = the whole). Ids match `ID_PATTERN`, so that every machine sorts them alike.
 */
export type Scheme = Readonly<{
  schemeVersion: 1;
  nameZh: string;
  nameEn: string;
  criteria: readonly Criterion[];
  groups: readonly EvaluatorGroup[];
  /** What entries are ordered by: the exact fraction, or the score rounded to `decimals`. */
  ranking: 'exact' | 'rounded';
  /** Decimals of the rounded score, 0 to 6; rounded half-even, once, at the very end. */
  decimals: number;
  ties: TieRule;
}>;

export type Criterion = Readonly<{
  id: string;
  nameZh: string;
  nameEn: string;
  /** In hundredths of a point, at least 1. */
  pointsMax: number;
  /** The finest difference that may be given, in hundredths: 100 = whole points, 10 = one decimal, 1 = two decimals. */
  step: number;
  /** When present, only these points may be given (hundredths, strictly descending). */
  bands?: readonly number[];
}>;

export type EvaluatorGroup = Readonly<{
  id: string;
  nameZh: string;
  nameEn: string;
  /** Basis points; the groups' weights add up to 10,000. */
  weight: number;
  aggregation: Aggregation;
  /**
   * `after-recusal`: recused scores go first, then the extremes of what is left. `before-recusal`: the extremes of all
   * given scores go first, then the recused ones. They differ only where a recusal came after the scoring.
   */
  trimming: 'after-recusal' | 'before-recusal';
  /** The least number of scores an entry needs from this group, after recusals and before trimming. */
  panelMin: number;
  /** What a smaller panel means for the entry: no tally at all, or an entry without a rank. */
  belowPanelMin: 'refuse' | 'unranked';
  /** What an evaluator without a submitted sheet means: not counted, counted as zero for every entry, or no tally at all. */
  missingSheet: 'leave-out' | 'zero' | 'refuse';
}>;

export type Aggregation =
  | Readonly<{ kind: 'mean' }>
  /** By sheet totals; among equal totals the evaluator id decides which sheet is dropped. */
  | Readonly<{ kind: 'trimmed-mean'; dropHighest: number; dropLowest: number }>;

export type TieRule = Readonly<{
  /** Compared in order, higher is better, always exactly. */
  breakers: readonly TieBreaker[];
  /** What decides when every breaker is equal: a declared shared rank (1, 2, 2, 4), or the ascending entry id. */
  then: 'shared-rank' | 'entry-id';
}>;

export type TieBreaker =
  | Readonly<{ by: 'group'; groupId: string }>
  /** With `groupId`: the criterion's mean in that group; without: its means combined by the groups' weights. */
  | Readonly<{ by: 'criterion'; criterionId: string; groupId?: string }>;

/** Lower-case ASCII, so that code-unit order, byte order and code-point order are one order. */

export const schemeLimits = {
  criteriaMax: 30,
  groupsMax: 10,
  breakersMax: 20,
  bandsMax: 50,
  pointsMaxOfCriterion: 100_000,
  dropMax: 20,
  panelMax: 1_000,
  decimalsMax: 6,
  nameCharsMax: 100,
} as const;

/** The most points one sheet can give one entry, in hundredths. */
export const pointsTotalOf = (scheme: Scheme): number =>
  scheme.criteria.reduce((sum, { pointsMax }) => sum + pointsMax, 0);

/** Why these points may not be given for this criterion; undefined when they may. */
export const pointsFault = (
  criterion: Criterion,
  points: number,
): 'OUT_OF_RANGE' | 'TOO_FINE' | 'NOT_A_BAND' | undefined => {
  if (typeof points !== 'number' || !(points >= 0 && points <= criterion.pointsMax)) return 'OUT_OF_RANGE';
  if (points % criterion.step !== 0) return 'TOO_FINE';
  if (criterion.bands !== undefined && !criterion.bands.includes(points)) return 'NOT_A_BAND';
  return undefined;
};

/** A tie breaker's name in steps and reports: `group:experts`, `criterion:effect`, `criterion:effect@experts`. */
export const breakerName = (breaker: TieBreaker): string => {
  if (breaker.by === 'group') return `group:${breaker.groupId}`;
  return `criterion:${breaker.criterionId}${breaker.groupId === undefined ? '' : `@${breaker.groupId}`}`;
};
