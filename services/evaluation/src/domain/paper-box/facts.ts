import type { Fact } from '@jiangong/event-store';
import type { PapersNotCounted } from '@jiangong/scoring';
import type { Told } from '../checklist/facts.ts';

/** The paper box of one poll: one a round and source. */
export type OfPaperBox = Readonly<{ paperBoxId: string; roundId: string; editionId: string; sourceId: string }>;

/**
 * What two tellers found about one entry. `marks`: question by question, level by level, best first, as a result reads them; none where more
 * papers were found than handed out, for nobody counts a void box.
 */
export type EntryCount = Readonly<{
  entryId: string;
  handedOut: number;
  found: number;
  invalid: number;
  marks: readonly number[];
}>;

/**
 * One person counted. `counted`: as many as `entryIds`, sealed until the box is opened, as ballots are. `evidence`: SHA-256 of the tally sheet.
 * `why`: empty where nothing stood before.
 */
export type PaperCounted = Fact<
  'PaperCounted.v1',
  OfPaperBox &
    Readonly<{
      countId: string;
      entryIds: readonly string[];
      counted: readonly EntryCount[];
      evidence: readonly string[];
      countedBy: string;
      role: string;
      prose: Told<{ why: string }>;
    }>
>;

/** Another person found the same. From here on this is what the box holds of these entries. */
export type PaperCountConfirmed = Fact<
  'PaperCountConfirmed.v1',
  OfPaperBox & Readonly<{ countId: string; confirmedBy: string; role: string }>
>;

/** Another person found otherwise, or whoever counted took it back: it counts for nothing, and is counted again. */
export type PaperCountContradicted = Fact<
  'PaperCountContradicted.v1',
  OfPaperBox & Readonly<{ countId: string; contradictedBy: string; role: string; prose: Told<{ why: string }> }>
>;

/** Why what was found about an entry is not counted. */
export type PaperNotCounted = PapersNotCounted;

/** `cast`: the valid papers; `counts`: null where they do not count, and `why`. `countedBy`: the two who counted. */
export type OpenedCount = Readonly<{
  entryId: string;
  countId: string;
  countedBy: readonly string[];
  handedOut: number;
  found: number;
  invalid: number;
  cast: number;
  counts: readonly number[] | null;
  why: PaperNotCounted | null;
}>;

/** The closing word on a box: what stood is opened, and stands. */
export type PaperBoxOpened = Fact<
  'PaperBoxOpened.v1',
  OfPaperBox &
    Readonly<{
      openedBy: string;
      role: string;
      turnout: number;
      least: number;
      levels: readonly string[];
      questions: readonly string[];
      entries: readonly OpenedCount[];
    }>
>;

export type PaperBoxFact = PaperCounted | PaperCountConfirmed | PaperCountContradicted | PaperBoxOpened;
