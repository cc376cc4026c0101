import type { Fact } from '@jiangong/event-store';

/** Points for one criterion of one entry, in hundredths of a point. */
export type CriterionPoints = Readonly<{ criterionId: string; hundredths: number }>;
export type EntryPoints = Readonly<{ entryId: string; points: readonly CriterionPoints[] }>;

/** What a sealed or erased field reads as when it can not, or must not, be opened. */
export type Unread = 'ERASED' | 'SEALED';

/** Some scores of a sheet were written down or changed. Encrypted under a key of this sheet that its submission destroys. */
export type SheetSaved = Fact<
  'SheetSaved.v1',
  Readonly<{ roundId: string; sheetId: string; personId: string; scores: readonly EntryPoints[] | Unread }>
>;

/** Points of one entry by the scheme's criteria, in hundredths. */
export type FinalScore = Readonly<{ entryId: string; points: readonly number[] }>;

/** The whole sheet, final; sealed under the round's key from the first byte in the log on. */
export type SheetSubmitted = Fact<
  'SheetSubmitted.v1',
  Readonly<{
    roundId: string;
    sheetId: string;
    personId: string;
    scoreCount: number;
    scores: readonly FinalScore[] | Unread;
  }>
>;

export type SheetFact = SheetSaved | SheetSubmitted;
