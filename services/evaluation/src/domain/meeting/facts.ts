import type { Fact } from '@jiangong/event-store';
import type { RoundIds } from '../decision/taken-facts.ts';

/** What a person typed; sealed in the log. */
type Told<T> = T | 'SEALED' | 'ERASED';

/** `grantId`: by what right. */
type OfRecord = RoundIds & Readonly<{ stageId: string; recordId: string; grantId: string }>;

/**
 * `held`: nothing stood before; `again`: another meeting was held, and takes the place of the one that stood; `correction`: the same meeting,
 * written down wrongly.
 */
export type RecordKind = 'held' | 'again' | 'correction';

/** `present`: the leaders who were there; `attendance`: how many of those who vote; `late`: after the last day that the calendar gives it. */
export type MeetingHeld = Readonly<{
  heldOn: string;
  chair: string;
  present: readonly string[];
  attendance: number;
  late: boolean;
  /** The SHA-256 of its minutes. */
  file: string;
}>;

/** The office wrote down who met; it stands once a leader who was there attests it. */
export type MeetingRecorded = Fact<
  'MeetingRecorded.v1',
  OfRecord &
    MeetingHeld &
    Readonly<{ kind: RecordKind; recordedBy: string; prose: Told<Readonly<{ place: string; why: string }>> }>
>;

/** The office says that what stands on record was no meeting; it is gone once a leader attests that. */
export type MeetingWithdrawalAsked = Fact<
  'MeetingWithdrawalAsked.v1',
  OfRecord & Readonly<{ askedBy: string; prose: Told<Readonly<{ why: string }>> }>
>;

/** A second person attested what waited: from here on it stands, or nothing does. */
export type MeetingAttested = Fact<'MeetingAttested.v1', OfRecord & Readonly<{ attestedBy: string }>>;

/** What waited is not so, or whoever wrote it takes it back: what stood before stands on. */
export type MeetingRefuted = Fact<
  'MeetingRefuted.v1',
  OfRecord & Readonly<{ refutedBy: string; prose: Told<Readonly<{ why: string }>> }>
>;

export type MeetingFact = MeetingRecorded | MeetingWithdrawalAsked | MeetingAttested | MeetingRefuted;

const TYPES: readonly string[] = [
  'MeetingRecorded.v1',
  'MeetingWithdrawalAsked.v1',
  'MeetingAttested.v1',
  'MeetingRefuted.v1',
] satisfies readonly MeetingFact['type'][];

export const isMeetingFact = <F extends Fact>(fact: F): fact is Extract<F, MeetingFact> => TYPES.includes(fact.type);
