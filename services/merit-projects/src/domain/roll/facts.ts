import type { Fact } from '@jiangong/event-store';
import type { LocalDate } from '@jiangong/calendar';
import type { JudgedNeed } from '../needs/needs.ts';

/** An organization of a track, or (null) one that entries can belong to. */
export type RollKey = Readonly<{ trackId: string | null; subjectId: string }>;

/** Who stands on the roll: under which nominator its entry is kept, and whose it is. */
export type OnRoll = RollKey & Readonly<{ nominatorId: string; homeId: string }>;

/** Why one of the right kind does not stand on it: founded after the day, ended by it (a person: dead, or no member any more; out of office), or known not to be what the template needs. */
export type OffReason = 'founded-later' | 'ended-before' | 'exited-before' | 'left-office' | 'need-unmet';
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

/** What was found of the needs of one who could stand on the roll. */
export type TestedSubject = RollKey & Readonly<{ asOf: LocalDate; needs: readonly JudgedNeed[] }>;

/** Before the roll is listed, in parts: what was found of the needs of everybody who was there. `knownTo`: the position of the log up to which it was heard. */
export type RollNeedsTested = Fact<
  'RollNeedsTested.v1',
  Readonly<{
    editionId: string;
    knownTo: number;
    part: number;
    parts: number;
    subjects: readonly TestedSubject[];
  }>
>;

type Corrected = Readonly<{ editionId: string; counts: readonly RollCount[] | null; prose: Readonly<{ why: string }> }>;

/** `counts`: after it; null before the roll is listed. */
export type SubjectExcluded = Fact<'SubjectExcluded.v1', Corrected & RollKey>;
export type SubjectIncluded = Fact<'SubjectIncluded.v1', Corrected & OnRoll>;

/** How many there are of a track whom no tree holds, as the office counted them; said again it stands in the place of what was said. */
export type WholeCounted = Fact<'WholeCounted.v1', Corrected & Readonly<{ trackId: string; count: number }>>;

export type RollFact = RollNeedsTested | RollListed | SubjectExcluded | SubjectIncluded | WholeCounted;
