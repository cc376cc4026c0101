/** A tally with every step. Its RFC 8785 form is byte-equal on every machine; fractions are decimal strings in lowest terms. */
export type TallyResult = Readonly<{
  resultVersion: 1;
  algorithm: string;
  decimals: number;
  pointsTotal: number;
  /** Evaluators without a counted sheet, ascending. */
  missingSheets: readonly string[];
  /** By rank, then by id. */
  entries: readonly RankedEntry[];
  /** By id. */
  unranked: readonly UnrankedEntry[];
}>;

export type RankedEntry = Readonly<{
  entryId: string;
  rank: number;
  /** Rounded half-even, in units of 10^-decimals points. */
  score: number;
  /** The exact combined value in hundredths of a point. */
  numerator: string;
  denominator: string;
  groups: readonly GroupStep[];
  /** Null when no other entry had the same value. */
  tie: TieStep | null;
}>;

export type UnrankedEntry = Readonly<{ entryId: string; reason: 'PANEL_BELOW_MINIMUM'; groups: readonly GroupStep[] }>;

/** How one group's value for one entry came about; in the scheme's order of groups. */
export type GroupStep = Readonly<{
  groupId: string;
  /** Scores available before trimming, after recusals. */
  panel: number;
  recused: readonly string[];
  droppedLowest: readonly string[];
  droppedHighest: readonly string[];
  /** Sum of the counted totals, in hundredths. */
  sum: number;
  count: number;
}>;

/** How a tie was settled: the breakers' exact values, and what told this entry from its neighbours. */
export type TieStep = Readonly<{
  size: number;
  values: readonly Readonly<{ breaker: string; numerator: string; denominator: string }>[];
  settledBy: string;
}>;

export type TallyOutcome<P> =
  | Readonly<{ kind: 'tallied'; result: TallyResult }>
  | Readonly<{ kind: 'impossible'; problems: readonly P[] }>;
