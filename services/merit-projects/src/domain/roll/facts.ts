import type { Fact } from '@jiangong/event-store';
import type { LocalDate } from '@jiangong/calendar';

/** An organization of a track, or (null) one that entries can belong to. */
export type RollKey = Readonly<{ trackId: string | null; subjectId: string }>;

/** Who stands on the roll: under which nominator its entry is kept, and whose it is. */
export type OnRoll = RollKey & Readonly<{ nominatorId: string; homeId: string }>;

/** Why an organization of the right kind does not stand on it: it was founded after the day, or had come to its end by it. */
export type OffReason = 'founded-later' | 'ended-before';
export type OffRoll = RollKey & Readonly<{ reason: OffReason }>;

export type RollCount = Readonly<{ trackId: string | null; count: number }>;

/**
 * Who stood on the roll on its day, as the platform knew it when it was listed; in parts, each with the counts of the whole. What is
 * entered later about that day changes no list: somebody puts it right, by a fact of its own.
 */
export type RollListed = Fact<
  'RollListed.v1',
  Readonly<{
    editionId: string;
    asOf: LocalDate;
    part: number;
    parts: number;
    on: readonly OnRoll[];
    off: readonly OffRoll[];
    counts: readonly RollCount[];
  }>
>;

type Corrected = Readonly<{ editionId: string; counts: readonly RollCount[] | null; prose: Readonly<{ why: string }> }>;

/** `counts`: after it; null before the roll is listed. */
export type SubjectExcluded = Fact<'SubjectExcluded.v1', Corrected & RollKey>;
export type SubjectIncluded = Fact<'SubjectIncluded.v1', Corrected & OnRoll>;

export type RollFact = RollListed | SubjectExcluded | SubjectIncluded;
