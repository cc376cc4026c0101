import { addCalendarDays, isLocalDate, localDateOf } from '@jiangong/calendar';
import type { Refusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import type { TextReason } from '@jiangong/wording';
import { entryQuorum, type EntryQuorum, isOutOfReach, quorumOf } from './body.ts';
import type { Decidable, DecidingParty } from './decidable.ts';
import { BODY_MAX, DOCUMENT_NUMBER_CHARACTERS_MAX, MEETING_DAYS_AGO_MAX, REASON_CHARACTERS_MAX } from './limits.ts';
import type { DecidingBody, RecordMinutes } from './orders.ts';
import type { DecisionRefusal } from './refusals.ts';
import { decidedEntries } from './unit-part.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** The day: one that exists, not to come, not before the result that lay before the meeting, not long past. */
const dayRefusal = ({ meetingOn, now, decidable }: RecordMinutes): DecisionRefusal | undefined => {
  const field = 'meetingOn';
  if (!isLocalDate(meetingOn)) return { reason: 'MEETING_DAY_INVALID', field };
  const today = localDateOf(now);
  if (meetingOn > today) return { reason: 'MEETING_IN_FUTURE', field, details: { today } };
  const resultOn = decidable.result === null ? null : localDateOf(decidable.result.computedAt);
  if (resultOn !== null && meetingOn < resultOn)
    return { reason: 'MEETING_BEFORE_RESULT', field, details: { resultOn } };
  const earliest = addCalendarDays(today, -MEETING_DAYS_AGO_MAX);
  return meetingOn < earliest ? { reason: 'MEETING_TOO_LONG_AGO', field, details: { earliest } } : undefined;
};

const presentRefusal = (present: readonly string[]): DecisionRefusal | undefined => {
  if (present.length > BODY_MAX)
    return { reason: 'PRESENT_TOO_MANY', field: 'present', details: { presentMax: BODY_MAX } };
  const twice = present.findIndex((person, at) => present.indexOf(person) !== at);
  return twice === -1 ? undefined : { reason: 'PRESENT_TWICE', field: `present[${twice}]` };
};

/** What the paper says of itself. */
export const paperRefusal = (order: RecordMinutes): DecisionRefusal | Refusal<TextReason> | undefined => {
  const number = textRefusal(order.minutesNumber, {
    field: 'minutesNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (number) return number;
  if (!SHA256.test(order.file)) return { reason: 'FILE_INVALID', field: 'file' };
  return dayRefusal(order) ?? presentRefusal(order.present);
};

/** What the template asks, where it asks for more attestations than for members: nobody attests who was not there. */
const leastOf = ({ least, attest }: DecidingParty): number => Math.max(least, attest ?? 0);

/** The quorum of the whole body, and of each entry. */
const quorums = (
  { committeeId, members }: DecidingBody,
  present: readonly string[],
  decidable: Decidable,
): readonly EntryQuorum[] => {
  const { party } = decidable;
  const there = new Set(present);
  const asked = { recuse: party.recuse, least: leastOf(party) };
  const whole = {
    entryId: '',
    members: members.length,
    present: members.filter(({ personId }) => there.has(personId)).length,
    quorum: quorumOf(members.length, asked.least),
  };
  return [whole, ...decidedEntries(decidable, committeeId).map((entry) => entryQuorum(members, there, entry, asked))];
};

/** Why another body met than that of the part: it stands in the minutes. */
const whyAbove = ({ reasons }: RecordMinutes): DecisionRefusal | undefined =>
  textRefusal(reasons.superior ?? '', {
    field: 'superiorReason',
    charactersMax: REASON_CHARACTERS_MAX,
    lines: 'many',
  });

/** A unit that has not decided over its part by the end of the stage waits for nobody: the body above decides, and says why. */
const earlyRefusal = (order: RecordMinutes): DecisionRefusal | undefined => {
  const { decidable, decideBy, now } = order;
  if (decidable.part === undefined || decideBy === null || now < decideBy) {
    const details = decidable.part === undefined ? {} : { details: { decideBy: decideBy ?? '' } };
    return { reason: 'SUPERIOR_NOT_NEEDED', field: 'committeeId', ...details };
  }
  return whyAbove(order);
};

const impossible = ({ entryId, members, quorum }: EntryQuorum): DecisionRefusal => ({
  reason: 'QUORUM_IMPOSSIBLE',
  field: 'present',
  details: { entryId, members, quorum },
});

/** Which body may decide: the own one, and one above it only where no meeting of the own could, or a unit has not decided in time. */
export const decidingBody = (order: RecordMinutes): DecidingBody | DecisionRefusal => {
  const { decidable, own, superior } = order;
  const isTooLarge = ({ members }: DecidingBody): boolean => members.length > BODY_MAX;
  if (isTooLarge(superior ?? own))
    return { reason: 'BODY_TOO_LARGE', field: 'present', details: { bodyMax: BODY_MAX } };
  const outOfReach = (body: DecidingBody): EntryQuorum | undefined => quorums(body, [], decidable).find(isOutOfReach);
  const short = outOfReach(own);
  if (superior === null) return short === undefined ? own : impossible(short);
  const canNot = short !== undefined || isTooLarge(own);
  // That a branch has too few or too many members is nothing that its minutes show: whoever decides for it says so.
  const saysWhy = decidable.meets === 'members' ? whyAbove(order) : undefined;
  const refusal = canNot ? saysWhy : earlyRefusal(order);
  if (refusal) return refusal;
  const beyond = outOfReach(superior);
  return beyond === undefined ? superior : impossible(beyond);
};

/** Members of the body only, and for every entry more than half of those who may decide over it. */
export const attendanceRefusal = (body: DecidingBody, order: RecordMinutes): DecisionRefusal | undefined => {
  const { present, decidable } = order;
  const stranger = present.findIndex((person) => !body.members.some(({ personId }) => personId === person));
  if (stranger !== -1) return { reason: 'NOT_IN_BODY', field: `present[${stranger}]` };
  const short = quorums(body, present, decidable).find((one) => one.present < one.quorum);
  return short && { reason: 'QUORUM_NOT_REACHED', field: 'present', details: { ...short } };
};
