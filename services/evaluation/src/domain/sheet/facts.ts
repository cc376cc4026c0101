import type { Fact } from '@jiangong/event-store';

/** What was given for one criterion: hundredths, or the ordinal of a band or level. */
export type CriterionMark = Readonly<{ criterionId: string; mark: number }>;
export type EntryMarks = Readonly<{ entryId: string; marks: readonly CriterionMark[] }>;

/** As it is asked for: null takes the mark back. */
export type MarkWanted = Readonly<{ criterionId: string; mark: number | null }>;
export type MarksWanted = Readonly<{ entryId: string; marks: readonly MarkWanted[] }>;

/** What a sealed or erased field reads as when it can not, or must not, be opened. */
export type Unread = 'ERASED' | 'SEALED';

/** A sheet belongs to a seat of a round. `part`: `whole`, or the part of the entries that it is about. */
type OfSheet = Readonly<{
  roundId: string;
  sheetId: string;
  seatId: string;
  sourceId: string;
  part: string;
  personId: string;
}>;

/** Some marks were written down or changed. Encrypted under a key of this draft that its submission destroys; `draft` counts from 1. */
export type SheetSaved = Fact<
  'SheetSaved.v1',
  OfSheet & Readonly<{ draft: number; scores: readonly EntryMarks[] | Unread }>
>;

/** A cell of the sheet. */
export type Cell = Readonly<{ entryId: string; criterionId: string }>;

/** Marks were taken back: the draft holds none there. Sealed like what it takes back: which cells were filled is nobody else's matter. */
export type MarksCleared = Fact<
  'MarksCleared.v1',
  OfSheet & Readonly<{ draft: number; cells: readonly Cell[] | Unread }>
>;

/** Marks of one entry in the order of the sheet's items; null: none given. */
export type SheetScore = Readonly<{ entryId: string; marks: readonly (number | null)[] }>;

/**
 * The whole sheet; sealed under the key of the round's closing from the first byte in the log on. `grantId`, `homeId`: what entitled
 * the person, and where he belonged, when he submitted. `replaces`: the closing whose sheet of this seat it takes the place of.
 */
export type SheetSubmitted = Fact<
  'SheetSubmitted.v1',
  OfSheet &
    Readonly<{
      draft: number;
      grantId: string;
      homeId: string | null;
      closing: number;
      replaces: number | null;
      submittedAt: string;
      items: readonly string[];
      markCount: number;
      scores: readonly SheetScore[] | Unread;
    }>
>;

/** The closing had come before it: it was answered with a refusal and does not count. */
export type SheetCameLate = Fact<'SheetCameLate.v1', OfSheet & Readonly<{ closing: number }>>;

export type SheetFact = SheetSaved | MarksCleared | SheetSubmitted | SheetCameLate;
