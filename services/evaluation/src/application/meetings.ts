import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { aggregateIdOf, type StoredEvent } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import { BODY_MAX } from '../domain/decision/limits.ts';
import { isMeetingFact, type RecordKind } from '../domain/meeting/facts.ts';
import { type MeetingGround, meetingGroundOf } from '../domain/meeting/ground.ts';
import type { MeetingOrder } from '../domain/meeting/orders.ts';
import { attestHindrance, daysOf, meetingOf, meetingsIn, recordable } from '../domain/meeting/standing.ts';
import type { Meeting, MeetingRecord, WaitingRecord } from '../domain/meeting/state.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared, type Round } from '../domain/round/state.ts';
import { callerIn } from './change-checklist.ts';
import type { Decisions } from './decisions.ts';
import { sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { roundStream } from './streams.ts';
import { writings } from './written.ts';

type OfMeeting = Readonly<{ roundId: string; stageId: string }>;
type OfRecord = OfMeeting & Readonly<{ recordId: string }>;
type Answer = Promise<Outcome<RoundFact, RoundRefusal>>;
type Bare<O> = O extends MeetingOrder ? Omit<O, 'stageId' | 'ground' | 'now'> : never;

export type MeetingGiven = OfMeeting &
  Readonly<{
    kind: RecordKind;
    heldOn: string;
    chair: string;
    present: readonly string[];
    attendance: number;
    place: string;
    file: string;
    why: string;
  }>;

/** The leaders of the round's committee on a day. */
const bodyOf = async ({ known }: Decisions, round: Round, day: string): Promise<readonly string[]> => {
  if (!isPrepared(round) || !isLocalDate(day)) return [];
  const members = await known.bodyOn(round.committeeId, day);
  return members.slice(0, BODY_MAX).map(({ personId }) => personId);
};

const send = async (
  decisions: Decisions,
  { roundId, stageId }: OfMeeting,
  call: CallContext,
  {
    order,
    prose,
    round: found,
  }: Readonly<{ order: Bare<MeetingOrder>; prose: Readonly<Record<string, string>>; round?: Round }>,
): Answer => {
  const round = found ?? (await decisions.readRound(roundId)).round;
  const ground = meetingGroundOf(round, await callerIn(decisions, round, call));
  // What is sealed is no part of the request's hash but by a keyed fingerprint.
  const fingerprint = await decisions.ground.privacy.fingerprint(proseKey(roundId), prose);
  const full: MeetingOrder = { ...order, stageId, ground, now: call.now };
  const { type, recordId } = order;
  const named = type === 'RecordMeeting' ? { ...order, ...prose, place: '', why: '', body: [] } : { recordId };
  return decisions.sendRound(roundId, full, sentBy(call, type, { roundId, stageId, ...named, fingerprint }));
};

/** What the office and the leaders do with the record of a meeting. */
export const changeMeetings = (decisions: Decisions) => ({
  record: async ({ roundId, stageId, ...given }: MeetingGiven, call: CallContext) => {
    const recordId = aggregateIdOf(call.requestId, 'meeting record');
    const { round } = await decisions.readRound(roundId);
    const present = given.present.slice(0, BODY_MAX + 1);
    const body = await bodyOf(decisions, round, given.heldOn);
    const order = { type: 'RecordMeeting', recordId, ...given, present, body } as const;
    const prose = { place: given.place, why: given.why };
    return { recordId, handled: await send(decisions, { roundId, stageId }, call, { order, prose, round }) };
  },

  withdraw: async ({ why, ...of }: OfMeeting & Readonly<{ why: string }>, call: CallContext) => {
    const recordId = aggregateIdOf(call.requestId, 'meeting record');
    const order = { type: 'AskMeetingWithdrawal', recordId, why } as const;
    return { recordId, handled: await send(decisions, of, call, { order, prose: { why } }) };
  },

  attest: ({ recordId, ...of }: OfRecord, call: CallContext): Answer =>
    send(decisions, of, call, { order: { type: 'AttestMeeting', recordId }, prose: {} }),

  refute: ({ recordId, why, ...of }: OfRecord & Readonly<{ why: string }>, call: CallContext): Answer =>
    send(decisions, of, call, { order: { type: 'RefuteMeeting', recordId, why }, prose: { why } }),
});

/** A record as it is shown. `hindrance`: why the caller does not attest it; empty where he may, and of one that waits for nobody. */
export type ShownRecord = Readonly<{
  recordId: string;
  kind: RecordKind | 'withdrawal';
  held: MeetingRecord | null;
  by: string;
  at: string;
  place: string;
  why: string;
  attestedBy: string;
  hindrance: string;
}>;

export type ShownMeeting = Readonly<{
  stageId: string;
  least: number;
  first: string;
  last: string;
  polls: readonly string[];
  stands: ShownRecord | null;
  waits: ShownRecord | null;
  /** Why the caller writes nothing down now; empty where he may. */
  hindrance: string;
}>;

export type ShownMeetings = Readonly<{
  meetings: readonly ShownMeeting[];
  on: string;
  leaders: readonly string[];
}>;

const writeHindrance = (round: Round, meeting: Meeting, { recordingGrant }: MeetingGround): string => {
  const live = recordable(round);
  if (!('kind' in live)) return live.reason;
  if (recordingGrant === null) return 'MEETING_NOT_YOURS';
  return meeting.waits === null ? '' : 'MEETING_WAITS';
};

const isOf =
  (recordId: string) =>
  ({ type, data }: StoredEvent): boolean =>
    isMeetingFact({ type, data } as RoundFact) &&
    (type === 'MeetingRecorded.v1' || type === 'MeetingWithdrawalAsked.v1') &&
    (data as Readonly<{ recordId?: string }>).recordId === recordId;

/** The meetings of a round with what is on record of them, and who led the committee on a day. */
export const showMeetings =
  (decisions: Decisions) =>
  async (roundId: string, on: string, call: CallContext): Promise<ShownMeetings> => {
    const { round } = await decisions.readRound(roundId);
    if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const day = on === '' ? localDateOf(call.now) : on;
    if (!isLocalDate(day)) throw refused({ reason: 'MEETING_DAY_INVALID', field: 'on' });
    const planned = meetingsIn(round);
    const ground = meetingGroundOf(round, await callerIn(decisions, round, call));
    const events = planned.length === 0 ? [] : await decisions.ground.store.readStream(roundStream(roundId));
    const write = writings(decisions);
    const shown = async (
      record: WaitingRecord | null,
      of: Readonly<{ attestedBy: string; hindrance: string }>,
    ): Promise<ShownRecord | null> => {
      if (record === null) return null;
      const { recordId, kind, by } = record;
      const event = events.find(isOf(recordId));
      const said = async (field: string) => (event === undefined ? { text: '', at: '' } : write(event, field, by));
      const [place, why] = [await said('place'), await said('why')];
      const held = record.kind === 'withdrawal' ? null : record;
      return { ...{ recordId, kind, held, by, at: why.at, place: place.text, why: why.text }, ...of };
    };
    const meetings = planned.map(async (rules): Promise<ShownMeeting> => {
      const { stageId, least, polls } = rules;
      const meeting = meetingOf(round, stageId);
      const { stands, waits } = meeting;
      const { first = '', last = '' } = daysOf(round, rules) ?? {};
      return {
        ...{ stageId, least: least ?? 1, first, last, polls, hindrance: writeHindrance(round, meeting, ground) },
        stands: await shown(stands, { attestedBy: stands?.attestedBy ?? '', hindrance: '' }),
        waits: await shown(waits, {
          attestedBy: '',
          hindrance: waits === null ? '' : (attestHindrance(waits, ground) ?? ''),
        }),
      };
    });
    return { meetings: await Promise.all(meetings), on: day, leaders: await bodyOf(decisions, round, day) };
  };
