import type { Fact } from '@jiangong/event-store';
import type { SecondPerson } from '../round/proposal.ts';
import type { RoundIds } from '../decision/taken-facts.ts';
import type { ClosingReason, PuttingOffReason, RedrawingReason, RemarkingReason } from './words.ts';

/**
 * What the next draw of the order will be made from is fixed, before anybody says the digits that it is mixed with. The secret stands
 * sealed beside its hash until the draw reveals it.
 */
export type OrderCommitted = Fact<'OrderCommitted.v1', RoundIds & Readonly<{ commitment: string; secret: string }>>;

/** In which order entries appear, and all that it was drawn from. `reason`: why it was drawn again; null for the first time. */
export type OrderDrawn = Fact<
  'OrderDrawn.v1',
  RoundIds &
    SecondPerson &
    Readonly<{
      commitment: string;
      secret: string;
      lot: string;
      seed: string;
      entryIds: readonly string[];
      reason: RedrawingReason | null;
    }>
>;

/** An entry's turn: from here on it is marked. `turn` counts the turns of this entry, from 1. */
export type EntryCalled = Fact<'EntryCalled.v1', RoundIds & Readonly<{ entryId: string; turn: number }>>;

/** It waits again, behind all that were not put off. `turn`: the one that this ended, whose marks do not count; 0: it was not called. */
export type EntryPutOff = Fact<
  'EntryPutOff.v1',
  RoundIds & Readonly<{ entryId: string; turn: number; reason: PuttingOffReason }>
>;

/**
 * Its turn is over: marks of this turn count when they stand before this very fact in the log. `missing`: seats whose marks were waited
 * for and are not in, with the reason for not waiting longer.
 */
export type EntryClosed = Fact<
  'EntryClosed.v1',
  RoundIds & Readonly<{ entryId: string; turn: number; missing: readonly string[]; reason: ClosingReason | null }>
>;

/** Another turn of a closed entry, for the seats named alone: their marks of it replace those that they gave before. */
export type EntryReopened = Fact<
  'EntryReopened.v1',
  RoundIds &
    SecondPerson &
    Readonly<{ entryId: string; turn: number; seatIds: readonly string[]; reason: RemarkingReason }>
>;

/** The sealed marks of one entry were opened. Stored before they are, so that no opening goes unrecorded. */
export type MarksOpened = Fact<'MarksOpened.v1', RoundIds & Readonly<{ entryId: string; turn: number }>>;

/**
 * What the entry came to by the marks that count, as it was shown in the hall. `score` in units of 10^-decimals points; `sheets`: how
 * many judged. The result of the round is computed by itself, from all marks.
 */
export type ScoreShown = Fact<
  'ScoreShown.v1',
  RoundIds & Readonly<{ entryId: string; turn: number; score: number; decimals: number; sheets: number }>
>;

export type ContestFact =
  | OrderCommitted
  | OrderDrawn
  | EntryCalled
  | EntryPutOff
  | EntryClosed
  | EntryReopened
  | MarksOpened
  | ScoreShown;

const TYPES: readonly string[] = [
  'OrderCommitted.v1',
  'OrderDrawn.v1',
  'EntryCalled.v1',
  'EntryPutOff.v1',
  'EntryClosed.v1',
  'EntryReopened.v1',
  'MarksOpened.v1',
  'ScoreShown.v1',
] satisfies readonly ContestFact['type'][];

export const isContestFact = <F extends Readonly<{ type: string }>>(fact: F): fact is F & ContestFact =>
  TYPES.includes(fact.type);
