/** A phase's result with every step. Its RFC 8785 form is byte-equal on every machine; fractions are decimal strings in lowest terms. */
export type PhaseResult = Readonly<{
  resultVersion: 2;
  algorithm: string;
  phase: string;
  decimals: number;
  /** Seats without any counted sheet, by source and seat. */
  missingSheets: readonly Readonly<{ sourceId: string; seatId: string }>[];
  /** By class (category or home), rank, id. */
  entries: readonly RankedValue[];
  /** By id. */
  unranked: readonly UnrankedValue[];
}>;

export type RankedValue = Readonly<{
  entryId: string;
  /** The category or home it is ranked in; null where all are ranked together. */
  within: string | null;
  rank: number;
  /** Rounded half-even, in units of 10^-decimals points. */
  score: number;
  /** The exact score in hundredths of a point. */
  numerator: string;
  denominator: string;
  /** In the order of the phase's rows. */
  rows: readonly RowValue[];
  /** Null when no other entry had the same value. */
  tie: TieStory | null;
}>;

export type UnrankedValue = Readonly<{
  entryId: string;
  within: string | null;
  reason: AbsentReason;
  /** The row where the value was lost. */
  row: string;
  rows: readonly RowValue[];
}>;

/** Why there is no value. `NOTHING_LEFT`: every input was left out; `NOT_SCORED`: the phase scores nobody. */
export type AbsentReason =
  | 'PANEL_BELOW_MINIMUM'
  | 'NOT_RECORDED'
  | 'NOT_CARRIED'
  | 'NOTHING_LEFT'
  | 'PERIODS_BELOW_MINIMUM'
  | 'VOTERS_BELOW_MINIMUM'
  | 'BOX_VOID'
  | 'NOT_SCORED'
  | 'TURNOUT_BELOW_FLOOR';

/** A row's value for one entry. `absent` also stands beside a zero that the row's rule made of it. */
export type RowValue = Readonly<{
  row: string;
  numerator: string | null;
  denominator: string | null;
  absent: Absence | null;
  panel: PanelStory | null;
  /** Only of a row that takes a check-list. */
  checklist?: ChecklistStory;
  /** Only of a row that takes bonuses. */
  bonus?: BonusStory;
  /** Only of a row that takes a ballot. */
  ballot?: BallotStory;
}>;

/** `row`: where the value was lost. */
export type Absence = Readonly<{ reason: AbsentReason; row: string }>;

/** How a panel's value came about. */
export type PanelStory = Readonly<{
  /** Seats that marked the entry and are not recused, before anything was dropped. */
  panel: number;
  recused: readonly string[];
  /** Seats with a sheet that left this entry empty. */
  holes: readonly string[];
  /** Seat ids; empty where nothing is dropped, and where criteria are trimmed one by one. */
  droppedLowest: readonly string[];
  droppedHighest: readonly string[];
  /** What is left, in hundredths: of sheet totals; criterion by criterion where trimmed so; of all marks where pooled. */
  counted: readonly Readonly<{ sum: number; count: number }>[];
}>;

/** How a check-list's value came about: each area with the periods that the entry was there for. Areas add up to the row's value. */
export type ChecklistStory = Readonly<{
  areas: readonly (AreaValue &
    Readonly<{ area: string; periods: readonly (AreaValue & Readonly<{ period: number }>)[] }>)[];
}>;

/**
 * How bonus points came about, in hundredths: groups add up to `before`, which the source's cap may hold down to the row's value; items
 * add up to their group's `before`, held down to its `points`, and so each item. `granted`: how many claims; `counted`: how many of them
 * count, which are fewer where one honour was granted twice.
 */
export type BonusStory = Readonly<{
  before: number;
  groups: readonly Readonly<{
    group: string;
    before: number;
    points: number;
    items: readonly Readonly<{ item: string; granted: number; counted: number; before: number; points: number }>[];
  }>[];
}>;
/** How a ballot's value came about: tokens issued, ballots cast, and of each level how many; `counts` null where they do not count. */
export type BallotStory = Readonly<{ issued: number; cast: number; counts: readonly number[] | null }>;

/** Null where everything of it was left out. */
export type AreaValue = Readonly<{ numerator: string | null; denominator: string | null }>;

/** How a tie was settled: the keys' exact values (null: absent), and what told this entry from its neighbours. */
export type TieStory = Readonly<{
  size: number;
  values: readonly Readonly<{ key: string; numerator: string | null; denominator: string | null }>[];
  /** A key's name, or `shared`, `draw`, `body`. */
  settledBy: string;
}>;

/**
 * `lacking`: the inputs are sound but too few where the tables say `refuse`: seats can be reopened, excused or replaced.
 * `impossible`: the inputs contradict themselves or the tables, which no accepted fact should.
 */
export type PhaseOutcome =
  | Readonly<{ kind: 'computed'; result: PhaseResult }>
  | Readonly<{ kind: 'lacking'; lacks: readonly Lack[] }>
  | Readonly<{ kind: 'impossible'; problems: readonly PhaseProblem[] }>;

/** What must come before a result. `seatIds`: who could still bring it, ascending. */
export type Lack = Readonly<{
  row: string;
  reason: AbsentReason | 'MARKS_MISSING' | 'ITEM_UNSCORED';
  /** Null: for every entry. */
  entryId: string | null;
  seatIds: readonly string[];
  /** What of a check-list nothing was said of, as `item/period`, at most twenty; only with ITEM_UNSCORED. */
  items?: readonly string[];
}>;

/** `path` says where: ids, joined by `/`. */
export type PhaseProblem = Readonly<{
  reason:
    | 'ID_INVALID'
    | 'NO_ENTRIES'
    | 'TOO_MANY'
    | 'ENTRY_TWICE'
    | 'CLASS_MISSING'
    | 'SEAT_TWICE'
    | 'SHEET_TWICE'
    | 'SCORE_TWICE'
    | 'VALUE_TWICE'
    | 'UNKNOWN_SOURCE'
    | 'UNKNOWN_PHASE'
    | 'UNKNOWN_SEAT'
    | 'UNKNOWN_ENTRY'
    | 'UNKNOWN_CRITERION'
    | 'CRITERION_TWICE'
    | 'NOT_ASSIGNED'
    | 'MARK_OUT_OF_RANGE'
    | 'MARK_TOO_FINE'
    | 'MARK_NOT_OFFERED'
    | 'MARKS_MISCOUNTED'
    | 'SCORE_INCOMPLETE'
    | 'FRACTION_INVALID'
    | 'SEED_MISSING'
    | 'SEED_INVALID'
    | 'VALUE_TOO_LARGE'
    | 'UNKNOWN_AREA'
    | 'UNKNOWN_ITEM'
    | 'UNKNOWN_PERIOD'
    | 'UNKNOWN_PARTY'
    | 'OCCURRENCE_TWICE'
    | 'COUNT_INVALID'
    | 'MARK_TWICE'
    | 'CLAIM_TWICE'
    | 'POINTS_OUT_OF_RANGE'
    | 'HONOUR_IN_TWO_ITEMS';
  path: string;
}>;
