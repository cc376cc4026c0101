import { isLocalDate, localDateOf } from '@jiangong/calendar';
import type { Refusal } from '@jiangong/event-store';
import { textRefusal } from './check-text.ts';
import { DOCUMENT_NUMBER_CHARACTERS_MAX, PRESENT_MAX, PRESENT_MIN } from './limits.ts';
import type { MeetingReason } from './refusals.ts';

/** A meeting of the leadership that decided. Persons by id. */
export type Meeting = Readonly<{
  minutesNumber: string;
  /** The day of the meeting in Asia/Shanghai. */
  heldOn: string;
  present: readonly string[];
}>;

/** A meeting as it stands in a fact: with the size of the body and the quorum that was asked. */
export type RecordedMeeting = Meeting & Readonly<{ bodySize: number; quorum: number }>;

/** More than half of the body, and never one alone. */
export const quorumOf = (bodySize: number): number => Math.max(PRESENT_MIN, Math.floor(bodySize / 2) + 1);

/** Checks a meeting against the body that may decide; `now` is when it is recorded. */
export const meetingRefusal = (
  meeting: Meeting,
  body: readonly string[],
  now: string,
): Refusal<MeetingReason> | undefined => {
  const number = textRefusal(meeting.minutesNumber, {
    field: 'minutesNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (number) return number;
  if (!isLocalDate(meeting.heldOn) || meeting.heldOn > localDateOf(now))
    return { reason: 'MEETING_DAY_INVALID', field: 'heldOn' };
  const { present } = meeting;
  if (present.length > PRESENT_MAX)
    return { reason: 'PRESENT_TOO_MANY', field: 'present', details: { presentMax: PRESENT_MAX } };
  const twice = present.findIndex((person, at) => present.indexOf(person) !== at);
  if (twice !== -1) return { reason: 'PRESENT_TWICE', field: `present[${twice}]` };
  const stranger = present.findIndex((person) => !body.includes(person));
  if (stranger !== -1) return { reason: 'NOT_IN_LEADERSHIP', field: `present[${stranger}]` };
  const quorum = quorumOf(body.length);
  if (present.length < quorum)
    return {
      reason: 'QUORUM_NOT_REACHED',
      field: 'present',
      details: { present: present.length, quorum, bodySize: body.length },
    };
  return undefined;
};

export const recordedMeeting = (
  { minutesNumber, heldOn, present }: Meeting,
  body: readonly string[],
): RecordedMeeting => ({
  minutesNumber,
  heldOn,
  present,
  bodySize: body.length,
  quorum: quorumOf(body.length),
});
