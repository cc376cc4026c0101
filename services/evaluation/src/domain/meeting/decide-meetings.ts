import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import { BODY_MAX } from '../decision/limits.ts';
import type { Round, RunningRound } from '../round/state.ts';
import type { MeetingFact } from './facts.ts';
import { ATTENDANCE_MAX, PLACE_CHARACTERS_MAX, RECORDS_MAX, WHY_CHARACTERS_MAX } from './limits.ts';
import type { AskMeetingWithdrawal, AttestMeeting, MeetingOrder, RecordMeeting, RefuteMeeting } from './orders.ts';
import type { MeetingRefusal } from './refusals.ts';
import type { MeetingRules } from './rules.ts';
import { attestHindrance, daysOf, isCounted, meetingOf, meetingsIn, recordable } from './standing.ts';
import type { Meeting } from './state.ts';

type Decision = readonly MeetingFact[] | MeetingRefusal;
type Standing = Readonly<{ round: RunningRound; rules: MeetingRules; meeting: Meeting }>;

const SHA256 = /^[0-9a-f]{64}$/u;

const whyRefusal = (why: string): MeetingRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: WHY_CHARACTERS_MAX, lines: 'many' });

const dayRefusal = ({ round, rules }: Standing, { heldOn, now }: RecordMeeting): MeetingRefusal | undefined => {
  const field = 'heldOn';
  if (!isLocalDate(heldOn)) return { reason: 'MEETING_DAY_INVALID', field };
  const today = localDateOf(now);
  if (heldOn > today) return { reason: 'MEETING_IN_FUTURE', field, details: { today } };
  const first = daysOf(round, rules)?.first;
  return first !== undefined && heldOn < first
    ? { reason: 'MEETING_BEFORE_STAGE', field, details: { first } }
    : undefined;
};

/** Leaders of that day, each once, as many as the template asks; one of them in the chair. */
const presentRefusal = ({ rules }: Standing, { present, chair, body }: RecordMeeting): MeetingRefusal | undefined => {
  if (present.length > BODY_MAX)
    return { reason: 'PRESENT_TOO_MANY', field: 'present', details: { presentMax: BODY_MAX } };
  const twice = present.findIndex((person, at) => present.indexOf(person) !== at);
  if (twice !== -1) return { reason: 'PRESENT_TWICE', field: `present[${twice}]` };
  const stranger = present.findIndex((person) => !body.includes(person));
  if (stranger !== -1) return { reason: 'NOT_IN_BODY', field: `present[${stranger}]` };
  const quorum = rules.least ?? 1;
  if (present.length < quorum)
    return { reason: 'LEADERS_TOO_FEW', field: 'present', details: { present: present.length, quorum } };
  return present.includes(chair) ? undefined : { reason: 'CHAIR_NOT_PRESENT', field: 'chair' };
};

/** What was handed out stands by then: a correction says no more that fewer had been there. */
const attendanceRefusal = ({ round, meeting }: Standing, { attendance }: RecordMeeting): MeetingRefusal | undefined => {
  const field = 'attendance';
  if (!Number.isSafeInteger(attendance) || attendance < 0 || attendance > ATTENDANCE_MAX)
    return { reason: 'ATTENDANCE_INVALID', field, details: { attendanceMax: ATTENDANCE_MAX } };
  const least = meeting.stands?.attendance ?? 0;
  return isCounted(round) && attendance < least
    ? { reason: 'ATTENDANCE_COUNTED', field, details: { least } }
    : undefined;
};

/** A first record follows none; another meeting, or a correction, follows what stands, and says why. */
const kindRefusal = ({ round, meeting }: Standing, { kind, why }: RecordMeeting): MeetingRefusal | undefined => {
  const field = 'kind';
  if (kind === 'held') return meeting.stands === null ? undefined : { reason: 'MEETING_STANDS', field };
  if (meeting.stands === null) return { reason: 'MEETING_NOT_ON_RECORD', field };
  return kind === 'again' && isCounted(round) ? { reason: 'MEETING_COUNTED', field } : whyRefusal(why);
};

/** One thing waits at a time. */
const writingRefusal = (
  { meeting }: Standing,
  { ground }: Pick<MeetingOrder, 'ground'>,
): MeetingRefusal | undefined => {
  if (ground.recordingGrant === null) return { reason: 'MEETING_NOT_YOURS', field: 'roundId' };
  if (meeting.waits !== null) return { reason: 'MEETING_WAITS', field: 'stageId' };
  return meeting.records >= RECORDS_MAX
    ? { reason: 'MEETING_RECORDED_TOO_OFTEN', field: 'stageId', details: { recordsMax: RECORDS_MAX } }
    : undefined;
};

const idsOf = ({ round, rules }: Standing, recordId: string, grantId: string | null) => ({
  ...{ roundId: round.roundId, editionId: round.editionId, stageId: rules.stageId, recordId, grantId: grantId ?? '' },
});

const record = (standing: Standing, order: RecordMeeting): Decision => {
  const { ground, recordId, kind, heldOn, chair, present, attendance, file, place, why } = order;
  const refusal =
    writingRefusal(standing, order) ??
    kindRefusal(standing, order) ??
    dayRefusal(standing, order) ??
    presentRefusal(standing, order) ??
    attendanceRefusal(standing, order) ??
    (SHA256.test(file) ? undefined : ({ reason: 'FILE_INVALID', field: 'file' } as const)) ??
    textRefusal(place, { field: 'place', charactersMax: PLACE_CHARACTERS_MAX, lines: 'one' });
  if (refusal) return refusal;
  const { round, rules } = standing;
  const last = daysOf(round, rules)?.last;
  const late = last !== undefined && heldOn > last;
  const held = { heldOn, chair, present, attendance, late, file };
  const by = { recordedBy: ground.personId, prose: { place, why: kind === 'held' ? '' : why } };
  const data = { ...idsOf(standing, recordId, ground.recordingGrant), kind, ...held, ...by };
  return [{ type: 'MeetingRecorded.v1', data }];
};

const askWithdrawal = (standing: Standing, order: AskMeetingWithdrawal): Decision => {
  const { ground, recordId, why } = order;
  const writing = writingRefusal(standing, order);
  if (writing) return writing;
  if (standing.meeting.stands === null) return { reason: 'MEETING_NOT_ON_RECORD', field: 'stageId' };
  // What a result rests on goes with the round, which is annulled.
  if (isCounted(standing.round)) return { reason: 'MEETING_COUNTED', field: 'stageId' };
  const text = whyRefusal(why);
  if (text) return text;
  const ids = idsOf(standing, recordId, ground.recordingGrant);
  return [{ type: 'MeetingWithdrawalAsked.v1', data: { ...ids, askedBy: ground.personId, prose: { why } } }];
};

/** A leader who was there, and who did not write it down. */
const attest = (standing: Standing, { ground, recordId }: AttestMeeting): Decision => {
  const { waits, stands } = standing.meeting;
  if (waits === null || waits.recordId !== recordId) return { reason: 'RECORD_NOT_FOUND', field: 'recordId' };
  const kept = attestHindrance(waits, ground);
  if (kept !== null) return { reason: kept, field: kept === 'MEETING_NOT_YOURS' ? 'roundId' : 'recordId' };
  if (isCounted(standing.round) && stands !== null) {
    // Counted meanwhile: what waits is refuted, or the round annulled.
    if (waits.kind !== 'correction') return { reason: 'MEETING_COUNTED', field: 'recordId' };
    const least = stands.attendance;
    if (waits.attendance < least) return { reason: 'ATTENDANCE_COUNTED', field: 'recordId', details: { least } };
  }
  const ids = idsOf(standing, recordId, ground.attestingGrant);
  return [{ type: 'MeetingAttested.v1', data: { ...ids, attestedBy: ground.personId } }];
};

/** By the office or a leader; whoever wrote it down takes it back himself. */
const refute = (standing: Standing, { ground, recordId, why }: RefuteMeeting): Decision => {
  const { waits } = standing.meeting;
  if (waits === null || waits.recordId !== recordId) return { reason: 'RECORD_NOT_FOUND', field: 'recordId' };
  const grantId = ground.attestingGrant ?? ground.recordingGrant;
  if (grantId === null) return { reason: 'MEETING_NOT_YOURS', field: 'roundId' };
  const text = whyRefusal(why);
  if (text) return text;
  const ids = idsOf(standing, recordId, grantId);
  return [{ type: 'MeetingRefuted.v1', data: { ...ids, refutedBy: ground.personId, prose: { why } } }];
};

/** The rule book of meetings on record. They stand in the round's own stream: what is voted there is counted by whoever was present. */
export const decideMeetings = (round: Round, order: MeetingOrder): Decision => {
  const live = recordable(round);
  if (!('kind' in live)) return live;
  const rules = meetingsIn(live).find(({ stageId }) => stageId === order.stageId);
  if (rules === undefined) return { reason: 'MEETING_NOT_PLANNED', field: 'stageId' };
  const standing = { round: live, rules, meeting: meetingOf(live, rules.stageId) };
  switch (order.type) {
    case 'RecordMeeting':
      return record(standing, order);
    case 'AskMeetingWithdrawal':
      return askWithdrawal(standing, order);
    case 'AttestMeeting':
      return attest(standing, order);
    case 'RefuteMeeting':
      return refute(standing, order);
  }
};
