import type { MeetingHeld, RecordKind } from './facts.ts';
import type { MeetingGround } from './ground.ts';

type Given = Readonly<{ stageId: string; recordId: string; ground: MeetingGround; now: string }>;

/** `body`: the leaders of the committee on the day of the meeting. */
export type RecordMeeting = Given &
  Omit<MeetingHeld, 'late'> &
  Readonly<{ type: 'RecordMeeting'; kind: RecordKind; place: string; why: string; body: readonly string[] }>;
/** Says that what stands on record was no meeting. */
export type AskMeetingWithdrawal = Given & Readonly<{ type: 'AskMeetingWithdrawal'; why: string }>;
export type AttestMeeting = Given & Readonly<{ type: 'AttestMeeting' }>;
export type RefuteMeeting = Given & Readonly<{ type: 'RefuteMeeting'; why: string }>;

export type MeetingOrder = RecordMeeting | AskMeetingWithdrawal | AttestMeeting | RefuteMeeting;

const TYPES: readonly string[] = [
  'RecordMeeting',
  'AskMeetingWithdrawal',
  'AttestMeeting',
  'RefuteMeeting',
] satisfies readonly MeetingOrder['type'][];

export const isMeetingOrder = <O extends Readonly<{ type: string }>>(order: O): order is Extract<O, MeetingOrder> =>
  TYPES.includes(order.type);
