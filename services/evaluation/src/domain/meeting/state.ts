import type { MeetingHeld, RecordKind } from './facts.ts';

/** `by`: who wrote it down. */
type Written = Readonly<{ recordId: string; by: string }>;
export type MeetingRecord = Written & MeetingHeld & Readonly<{ kind: RecordKind }>;

/** What waits for a second person: a record, or the word that what stands was no meeting. */
export type WaitingRecord = MeetingRecord | (Written & Readonly<{ kind: 'withdrawal' }>);

/** One meeting of the calendar. `records`: how often something was written down about it. */
export type Meeting = Readonly<{
  stageId: string;
  stands: (MeetingRecord & Readonly<{ attestedBy: string }>) | null;
  waits: WaitingRecord | null;
  records: number;
}>;

export const unheld = (stageId: string): Meeting => ({ stageId, stands: null, waits: null, records: 0 });
