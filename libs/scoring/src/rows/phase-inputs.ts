/** What a phase's computation reads besides the tables. The order of every list but `items` and `marks` is without meaning. */
export type PhaseInputs = Readonly<{
  entries: readonly PhaseEntry[];
  /** Every seat that should have marked; excused and vacated seats are left away. */
  seats: readonly Seat[];
  /** Only submitted sheets that count. */
  sheets: readonly SeatSheet[];
  recusals: readonly SeatRecusal[];
  /** Recorded values of measures. */
  values: readonly GivenValue[];
  /** What check-lists hold; absent where no row takes one. */
  checks?: ChecklistInputs;
  /** Granted bonus claims; absent where no row takes any. */
  bonuses?: readonly GivenBonus[];
  /** What secret ballots came to; absent where no row takes one. */
  ballots?: readonly GivenBallot[];
  /** Scores of closed rounds of earlier phases. */
  carried: readonly CarriedValue[];
  /** 64 hex digits where a draw may be needed (revealed in `SheetsOpened`), else null. */
  seed: string | null;
}>;

/** `category` and `home` are needed where the phase ranks within them. */
export type PhaseEntry = Readonly<{ entryId: string; category?: string; home?: string }>;

export type Seat = Readonly<{
  sourceId: string;
  /** The person's or the organization's id. */
  seatId: string;
  /** Who sat, where the seat is an organization's; recusals of this person count for the seat. */
  personId?: string;
  /** The entries assigned to this seat; absent: all. */
  entryIds?: readonly string[];
}>;

export type SeatSheet = Readonly<{
  sourceId: string;
  seatId: string;
  /** A seat may hand in its sheet in parts of different entries. */
  part?: string;
  /** Criteria, once; `marks` follow this order. */
  items: readonly string[];
  scores: readonly SeatScore[];
}>;

/** A mark is what was given: hundredths, or the ordinal of a band or level; null: none. All null is as if not listed. */
export type SeatScore = Readonly<{ entryId: string; marks: readonly (number | null)[] }>;

/** A seat's recusal for an entry, or a person's: then for whatever seat he has. A person without a seat is no fault. */
export type SeatRecusal = Readonly<{ who: 'seat' | 'person'; id: string; entryId: string }>;

/** In hundredths of the measure's unit, as an exact fraction of decimal integers. */
export type GivenValue = Readonly<{
  sourceId: string;
  entryId: string;
  attempt: number;
  numerator: string;
  denominator: string;
}>;

/** A claim as it was granted. `honour`: what it is for; claims of one honour belong to one item. `points`: in hundredths, within the item's. */
export type GivenBonus = Readonly<{
  sourceId: string;
  entryId: string;
  itemId: string;
  claimId: string;
  honour: string;
  points: number;
}>;

/** One closed round's score of an entry, in hundredths; `period` orders rounds of one phase. */
export type CarriedValue = Readonly<{
  phase: string;
  period: number;
  entryId: string;
  numerator: string;
  denominator: string;
}>;

/** Of check-lists. Periods count from 1, area by area. */
export type ChecklistInputs = Readonly<{
  occurrences: readonly GivenOccurrence[];
  marks: readonly GivenCheckMark[];
  /** Items whose owner office an entry is itself, or belongs to. */
  own: readonly Readonly<{ sourceId: string; entryId: string; itemId: string }>[];
  /** Periods of an area in which an entry was not there yet, or no longer. */
  outside: readonly Readonly<{ sourceId: string; entryId: string; areaId: string; period: number }>[];
}>;

/**
 * `counts`: one for each of the source's levels, in their order, and so for each of its questions, one after the other; null where the
 * ballots do not count, and nobody counted them. `void`: of papers, where more were found than handed out; none of them is a ballot.
 */
export type GivenBallot = Readonly<{
  sourceId: string;
  entryId: string;
  issued: number;
  cast: number;
  counts: readonly number[] | null;
  void?: true;
}>;

type OfItem = Readonly<{ sourceId: string; entryId: string; itemId: string; period: number }>;

export type GivenOccurrence = OfItem & Readonly<{ occurrenceId: string; count: number }>;

/**
 * `by`: `self`, a party, or `others`: an office that is not the owner, of the owner's own entry; then `officeId` tells them apart.
 * `marks`: in hundredths, one for the item, or one for each of its measures in their order.
 */
export type GivenCheckMark = OfItem & Readonly<{ by: string; officeId?: string; marks: readonly number[] }>;

export const phaseInputLimits = {
  entriesMax: 20_000,
  seatsMax: 10_000,
  attemptsMax: 1_000,
  /** Occurrences and marks of all check-lists together, each. */
  checksMax: 4_000_000,
  /** How often something can have happened at once. */
  occurrencesAtOnceMax: 10_000,
  /** Granted claims of all sources together. */
  bonusesMax: 4_000_000,
  /** Tokens of one ballot about one entry. */
  votersMax: 1_000_000,
  digitsMax: 15,
  problemsMax: 50,
} as const;
