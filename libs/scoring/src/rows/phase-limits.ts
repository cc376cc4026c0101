/** Bounds of tables; points in hundredths. */
export const phaseLimits = {
  sourcesMax: 20,
  criteriaMax: 30,
  areasMax: 30,
  itemsMax: 60,
  measuresMax: 20,
  reviewsMax: 10,
  bandsMax: 50,
  pointsMaxOfCriterion: 100_000,
  /** Of an item, an area, and of what one occurrence gives or takes. */
  pointsMaxOfArea: 1_000_000,
  phasesMax: 10,
  rowsMax: 40,
  /** Each `times` may double the digits of a fraction. */
  timesMax: 4,
  dropMax: 20,
  panelMax: 1_000,
  leastVotersMax: 10_000,
  questionsMax: 100,
  periodsMax: 100,
  tiesMax: 20,
  decimalsMax: 6,
  /** Limits of bands, floors and caps, ends of scales: hundredths of whatever is measured. */
  amountMax: 1_000_000_000,
  outcomeRulesMax: 60,
  countMax: 20_000,
  testsMax: 20,
  queryKeysMax: 12,
  textCharsMax: 100,
} as const;

/** Shares and weights are basis points: what they add up to. */
export const WEIGHT_WHOLE = 10_000;
