import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { meetingGroundOf } from '../../src/domain/meeting/ground.ts';
import { BODY_MAX } from '../../src/domain/decision/limits.ts';
import { ATTENDANCE_MAX, RECORDS_MAX } from '../../src/domain/meeting/limits.ts';
import type { MeetingOrder, RecordMeeting } from '../../src/domain/meeting/orders.ts';
import { attendanceAt, meetingOf } from '../../src/domain/meeting/standing.ts';
import { evolveRound } from '../../src/domain/round/evolve-round.ts';
import type { RoundFact } from '../../src/domain/round/facts.ts';
import { roundDecider } from '../../src/domain/round/decider.ts';
import type { Candidate } from '../../src/domain/round/holders.ts';
import type { Round } from '../../src/domain/round/state.ts';
import { decidedRound } from './appeal/appealed-round.ts';
import {
  admit,
  after,
  AFTER,
  assign,
  close,
  COMMITTEE,
  LATER,
  NOW,
  open,
  prepare,
  setWindow,
  tablesOf,
  tally,
} from './round/example-round.ts';

const MEETING = {
  ...{ stageId: 'meeting', phase: 'main', by: ['body'], least: 2, beside: ['vote'], polls: ['poll'] },
};
const TABLES = { ...tablesOf(), meetings: [MEETING] };
const opened = after(
  ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
  ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open],
);
const tallied = after(
  ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
  ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open, close],
  ...tally(),
);

const person = (personId: string, role: string, organizationId = COMMITTEE): Candidate => ({
  ...{ personId, homeId: null },
  grants: [
    {
      grantId: `grant-${personId}`,
      role,
      organizationId,
      stands: organizationId === COMMITTEE ? 'within' : 'elsewhere',
    },
  ],
});
const CLERK = person('clerk', 'committee-officer');
const CHAIR = person('chair', 'committee-leader');
const SECOND = person('second', 'committee-leader');
const ABSENT = person('absent', 'committee-leader');
const BODY = ['chair', 'second', 'absent'];

type Over = Partial<Omit<RecordMeeting, 'type' | 'ground'>>;
const record =
  (recordId: string, over: Over = {}, by: Candidate = CLERK) =>
  (round: Round): RecordMeeting => ({
    ...{ type: 'RecordMeeting', stageId: 'meeting', recordId, kind: 'held', heldOn: '2021-12-05', chair: 'chair' },
    ...{ present: ['chair', 'second'], attendance: 36, file: 'a'.repeat(64), place: '一楼会议室', why: '', body: BODY },
    ...{ ground: meetingGroundOf(round, by), now: NOW },
    ...over,
  });
const attest =
  (recordId: string, by: Candidate = CHAIR) =>
  (round: Round): MeetingOrder => ({
    ...{ type: 'AttestMeeting', stageId: 'meeting', recordId, ground: meetingGroundOf(round, by), now: NOW },
  });
const refute =
  (recordId: string, by: Candidate = CHAIR, why = '人数不对') =>
  (round: Round): MeetingOrder => ({
    ...{ type: 'RefuteMeeting', stageId: 'meeting', recordId, ground: meetingGroundOf(round, by), now: NOW, why },
  });
const withdraw =
  (recordId: string, why = '登记到了别的轮次') =>
  (round: Round): MeetingOrder => ({
    ...{
      type: 'AskMeetingWithdrawal',
      stageId: 'meeting',
      recordId,
      ground: meetingGroundOf(round, CLERK),
      now: NOW,
      why,
    },
  });
type Ordered = (round: Round) => MeetingOrder;

const made = (round: Round, order: Ordered): readonly RoundFact[] => {
  const facts = roundDecider.decide(round, order(round));
  if (isRefusal(facts)) throw new Error(`${facts.reason} ${facts.field ?? ''}`);
  return facts;
};
const then = (round: Round, ...orders: readonly Ordered[]): Round =>
  orders.reduce((before, order) => made(before, order).reduce(evolveRound, before), round);
const answer = (round: Round, order: Ordered): string => {
  const facts = roundDecider.decide(round, order(round));
  return isRefusal(facts) ? facts.reason : facts.map(({ type }) => type.replace('.v1', '')).join(' ');
};
const standing = (round: Round) => meetingOf(round, 'meeting').stands;
const held = then(opened, record('r1'), attest('r1'));

describe('a meeting is put on record by two persons', () => {
  it('the office writes it down, and it stands once a leader who was there attests it', () => {
    const waiting = then(opened, record('r1'));
    expect(standing(waiting)).toBeNull();
    expect(answer(waiting, attest('r1', ABSENT))).toBe('NOT_AT_MEETING');
    expect(answer(waiting, attest('r1', CLERK))).toBe('MEETING_NOT_YOURS');
    expect(standing(held)).toMatchObject({ heldOn: '2021-12-05', attendance: 36, late: false, attestedBy: 'chair' });
  });

  it('whoever wrote it down does not attest it, whatever office he holds besides', () => {
    const both: Candidate = { ...CHAIR, grants: [...CHAIR.grants, ...CLERK.grants] };
    expect(answer(then(opened, record('r1', {}, both)), attest('r1', both))).toBe('OWN_RECORD');
  });

  it('nobody else writes it down, and nobody of another committee', () => {
    expect(answer(opened, record('r1', {}, CHAIR))).toBe('MEETING_NOT_YOURS');
    expect(answer(opened, record('r1', {}, person('clerk', 'committee-officer', 'unit-a')))).toBe('MEETING_NOT_YOURS');
    expect(answer(then(opened, record('r1')), attest('r1', person('chair', 'committee-leader', 'unit-a')))).toBe(
      'MEETING_NOT_YOURS',
    );
  });

  it('twice is once: what waits is settled first, and what stands is attested no second time', () => {
    expect(answer(then(opened, record('r1')), record('r2'))).toBe('MEETING_WAITS');
    expect(answer(held, attest('r1'))).toBe('RECORD_NOT_FOUND');
    expect(answer(held, record('r2'))).toBe('MEETING_STANDS');
  });
});

describe('what is written down of a meeting', () => {
  it.each([
    ['a day that does not exist', { heldOn: '2021-02-30' }, 'MEETING_DAY_INVALID'],
    ['a day to come', { heldOn: '2021-12-06' }, 'MEETING_IN_FUTURE'],
    ['a day before the first of its stage', { heldOn: '2021-12-01' }, 'MEETING_BEFORE_STAGE'],
    ['somebody who led nothing on that day', { present: ['chair', 'stranger'] }, 'NOT_IN_BODY'],
    ['somebody twice', { present: ['chair', 'chair'] }, 'PRESENT_TWICE'],
    [
      'more leaders than a body has',
      { present: Array.from({ length: BODY_MAX + 1 }, (_, at) => `p${at}`) },
      'PRESENT_TOO_MANY',
    ],
    ['fewer leaders than the template asks', { present: ['chair'] }, 'LEADERS_TOO_FEW'],
    ['a chair who was not there', { chair: 'absent' }, 'CHAIR_NOT_PRESENT'],
    ['half a person', { attendance: 1.5 }, 'ATTENDANCE_INVALID'],
    ['more people than papers', { attendance: ATTENDANCE_MAX + 1 }, 'ATTENDANCE_INVALID'],
    ['no file', { file: 'x' }, 'FILE_INVALID'],
    ['no place', { place: ' ' }, 'TEXT_EMPTY'],
    ['a meeting that the calendar has not', { stageId: 'other' }, 'MEETING_NOT_PLANNED'],
    ['another meeting where none was', { kind: 'again', why: '到会不足' }, 'MEETING_NOT_ON_RECORD'],
  ] as const)('is refused with %s', (_what, over, reason) => {
    expect(answer(opened, record('r1', over))).toBe(reason);
  });

  it('late is on record as late, and refused in no round that is still to be decided', () => {
    const late = { heldOn: '2021-12-11', now: AFTER };
    const closed = after(
      ...[prepare(TABLES), admit('a'), admit('b'), admit('c')],
      ...[assign('officer-a', 'officer-z', 'expert-1'), setWindow(), open, close],
    );
    expect(standing(then(closed, record('r1', late), attest('r1')))?.late).toBe(true);
    expect(answer(decidedRound(tallied), record('r1', { ...late, now: LATER }))).toBe('DECISION_TAKEN_ALREADY');
  });

  it('is written before the round is open by nobody', () => {
    expect(answer(after(prepare(TABLES)), record('r1'))).toBe('ROUND_NOT_OPEN');
  });

  it('so often at most', () => {
    const rounds = Array.from({ length: RECORDS_MAX }, (_, at) => [record(`r${at}`), refute(`r${at}`)]).flat();
    expect(answer(then(opened, ...rounds), record('r-more'))).toBe('MEETING_RECORDED_TOO_OFTEN');
  });
});

describe('every record has its opposite', () => {
  it('what waits is refuted with a reason, by a leader or by whoever wrote it: what stood before stands on', () => {
    const corrected = then(held, record('r2', { kind: 'correction', why: '少记一人', attendance: 37 }));
    expect(answer(corrected, refute('r2', CHAIR, ' '))).toBe('TEXT_EMPTY');
    expect(standing(then(corrected, refute('r2', CLERK)))?.attendance).toBe(36);
  });

  it('a correction and a meeting that is held again say why, and take the place of what stood', () => {
    expect(answer(held, record('r2', { kind: 'correction' }))).toBe('TEXT_EMPTY');
    const corrected = then(held, record('r2', { kind: 'correction', why: '少记一人', attendance: 37 }));
    expect(standing(corrected)?.attendance).toBe(36);
    expect(standing(then(corrected, attest('r2', SECOND)))?.attendance).toBe(37);
    const again = { kind: 'again', why: '到会不足', present: ['second', 'absent'], chair: 'absent' } as const;
    expect(standing(then(held, record('r2', again), attest('r2', ABSENT)))?.chair).toBe('absent');
  });

  it('what was no meeting is withdrawn by two persons, and then another may be put on record', () => {
    expect(answer(opened, withdraw('w1'))).toBe('MEETING_NOT_ON_RECORD');
    const asked = then(held, withdraw('w1'));
    expect(standing(asked)).not.toBeNull();
    const gone = then(asked, attest('w1', ABSENT));
    expect(standing(gone)).toBeNull();
    expect(answer(gone, record('r2'))).toBe('MeetingRecorded');
  });
});

describe('a meeting on record bounds the papers that were handed out there', () => {
  it('while none stands nobody was present; a ballot that is voted elsewhere asks for none', () => {
    const round = opened as Parameters<typeof attendanceAt>[0];
    expect(attendanceAt(round, 'poll')).toBe(0);
    expect(attendanceAt(then(opened, record('r1')) as typeof round, 'poll')).toBe(0);
    expect(attendanceAt(held as typeof round, 'poll')).toBe(36);
    expect(attendanceAt(held as typeof round, 'other')).toBeNull();
  });

  it('once a result rests on them a record is corrected, but neither taken back nor said to have seen fewer', () => {
    const counted = then(tallied, record('r1'), attest('r1'));
    const correction = (attendance: number) => record('r2', { kind: 'correction', why: '少记一人', attendance });
    expect(answer(counted, withdraw('w1'))).toBe('MEETING_COUNTED');
    expect(answer(counted, record('r2', { kind: 'again', why: '重开' }))).toBe('MEETING_COUNTED');
    expect(answer(counted, correction(35))).toBe('ATTENDANCE_COUNTED');
    expect(standing(then(counted, correction(37), attest('r2')))?.attendance).toBe(37);
  });
});
