import type { RefusalText } from '@jiangong/service-host';
import { talkTexts } from './talk-texts.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });

/** What the refusals of meetings and talks on record alone say. */
export const meetingTexts = {
  ...talkTexts,
  MEETING_KIND_UNKNOWN: invalid(
    '请注明是首次登记、重开还是更正。',
    'Say whether the meeting was held, held again, or is corrected.',
  ),
  MEETING_BEFORE_STAGE: invalid(
    '会议早于日程安排的首日。',
    'The meeting was before the first day that the calendar gives it.',
  ),
  LEADERS_TOO_FEW: notNow('到会领导人数不足模板规定的人数。', 'Fewer leaders were present than the template asks.'),
  CHAIR_NOT_PRESENT: invalid(
    '主持人须在到会领导之中。',
    'Whoever was in the chair is one of the leaders who were present.',
  ),
  ATTENDANCE_INVALID: invalid('到会人数须为不超过上限的非负整数。', 'Attendance is a whole number within the limit.'),
  ATTENDANCE_COUNTED: notNow(
    '测评结果已经计入成绩，到会人数不能更正得更少；确有错误的，撤销本轮评分。',
    'A result rests on what was voted there: no fewer people are said to have been present any more. Where that is wrong the round is annulled.',
  ),
  MEETING_NOT_PLANNED: unknown('此次评分的日程中没有这个会议。', 'The calendar of this round has no such meeting.'),
  MEETING_NOT_YOURS: denied('会议记录不由您登记或确认。', 'This record is not yours to write or to attest.'),
  MEETING_WAITS: notNow(
    '已有一份会议记录待到会领导确认或驳回，请先处理。',
    'A record of this meeting waits to be attested or refuted: settle it first.',
  ),
  MEETING_STANDS: notNow(
    '会议已经记录在案；另行开会或记录有误的，请注明重开或更正。',
    'This meeting is on record already: say that it was held again, or that the record is corrected.',
  ),
  MEETING_NOT_ON_RECORD: notNow('会议尚未记录在案。', 'No meeting is on record yet.'),
  MEETING_COUNTED: notNow(
    '测评结果已经计入成绩，会议不能重开或撤销；确有错误的，撤销本轮评分。',
    'A result rests on what was voted there: the meeting is not held again or taken back. Where it is wrong the round is annulled.',
  ),
  MEETING_RECORDED_TOO_OFTEN: notNow('会议记录次数过多。', 'This meeting was recorded too often.'),
  RECORD_NOT_FOUND: unknown('没有待处理的这份会议记录。', 'No such record waits.'),
  OWN_RECORD: denied('记录是您登记的，须由他人确认。', 'You wrote this record down: another person attests it.'),
  NOT_AT_MEETING: denied(
    '您不在这份记录的到会领导之中。',
    'You are none of the leaders who were present by this record.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
