import type { Meeting, MeetingRecord } from '@jiangong/contracts/jiangong/evaluation/v1/meeting_service';
import { z } from 'zod';
import { day, id, instant, line, optionalProse, prose, sha256, whole, word } from '../fields.ts';
import { personRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const PRESENT_MAX = 100;
const ATTENDANCE_MAX = 20_000;
const PLACE_CHARS_MAX = 200;
const WHY_CHARS_MAX = 1_000;

export const meetingParams = z.strictObject({ roundId: id(), stageId: schemeWord });
export const recordParams = meetingParams.extend({ recordId: id() });
export const meetingWhy = prose(WHY_CHARS_MAX).meta({ description: '事由 / Why' });

const attendance = () =>
  whole(0, ATTENDANCE_MAX).meta({ description: '参加测评的到会人数 / How many were there of those who vote' });

export const recordBody = z.strictObject({
  kind: word(['held', 'again', 'correction']).meta({
    id: 'MeetingRecordedAs',
    description:
      'held：首次登记；again：另行重开；correction：更正记录 / Held; another meeting was held; or the record is corrected',
  }),
  heldOn: day().meta({
    description: '开会日期，晚于日程末日的记为逾期 / The day; behind the last day of the calendar it is late',
  }),
  chairId: id().meta({ description: '主持人，须在到会领导之中 / The leader in the chair, one of those present' }),
  present: z.array(id()).min(1).max(PRESENT_MAX).meta({ description: '到会领导 / The leaders who were there' }),
  attendance: attendance(),
  place: line(PLACE_CHARS_MAX).meta({ description: '地点 / Where' }),
  file: sha256().meta({
    description: '会议记录（含签到）的 SHA-256 / The SHA-256 of the minutes, with the list of who signed in',
  }),
  why: optionalProse(WHY_CHARS_MAX).default('').meta({
    description: '重开或更正的事由；首次登记为空 / Why it was held again or is corrected; empty of a first record',
  }),
});

const HINDRANCES = [
  'ROUND_NOT_OPEN',
  'ROUND_ANNULLED',
  'DECISION_TAKEN_ALREADY',
  'CIRCULAR_ISSUED_ALREADY',
  'MEETING_NOT_YOURS',
  'MEETING_WAITS',
  'OWN_RECORD',
  'NOT_AT_MEETING',
] as const;
const hindranceWord = word(HINDRANCES).meta({ id: 'MeetingHindrance' });

const record = z
  .object({
    recordId: id(),
    kind: word(['held', 'again', 'correction', 'withdrawal']).meta({
      id: 'MeetingRecordKind',
      description: 'withdrawal：称所记会议并未召开 / withdrawal: what stands is said to have been no meeting',
    }),
    heldOn: day().nullable(),
    chairId: personRef().nullable(),
    present: z.array(z.object({ personId: personRef() })),
    attendance: attendance(),
    place: z.string().nullable(),
    file: sha256().nullable(),
    late: z.boolean().meta({ description: '晚于日程末日 / Held after the last day that the calendar gives it' }),
    why: z.string().nullable(),
    recordedBy: personRef(),
    recordedAt: instant(),
    attestedBy: personRef().nullable(),
    hindrance: hindranceWord.nullable().meta({ description: '本人不能确认的原因 / Why the caller does not attest it' }),
  })
  .meta({ id: 'MeetingRecord' });

export const meeting = z
  .object({
    stageId: schemeWord,
    least: z.number().int().meta({ description: '至少到会的领导人数 / How many leaders must be there' }),
    first: day().nullable().meta({ description: '日程首日 / The first day that the calendar gives it' }),
    last: day().nullable().meta({ description: '日程末日 / The last day' }),
    polls: z.array(schemeWord).meta({ description: '会上的纸质测评 / What is voted there on paper' }),
    stands: record.nullable().meta({ description: '记录在案的会议 / What stands on record' }),
    waits: record.nullable().meta({ description: '待到会领导确认的记录 / What waits to be attested' }),
    hindrance: hindranceWord
      .nullable()
      .meta({ description: '本人不能登记的原因 / Why the caller writes nothing down' }),
  })
  .meta({ id: 'Meeting' });

const recordOut = ({ chair, present, ...of }: MeetingRecord): AsSaid<z.input<typeof record>> => ({
  ...of,
  chairId: chair,
  present: present.map((personId) => ({ personId })),
});

export const meetingOut = ({ stands, waits, polls, ...of }: Meeting): AsSaid<z.input<typeof meeting>> => ({
  ...of,
  polls: [...polls],
  stands: stands === undefined ? null : recordOut(stands),
  waits: waits === undefined ? null : recordOut(waits),
});
