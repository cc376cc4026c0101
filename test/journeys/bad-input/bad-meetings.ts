import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const HASH = 'b'.repeat(64);

const of =
  (what: string, body: unknown = {}, method: Sent['method'] = 'POST') =>
  (campaign: SmallCampaign): Sent => ({
    method,
    path: `/v1/rounds/${campaign.play.round(YEAR)}/meetings${what}`,
    ...(method === 'GET' ? {} : { body }),
  });

/** A meeting as it may be written down, but for what is said. */
const record =
  (over: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => {
    const leader = campaign.play.person(FIRST_LEADER);
    return of('/meeting/records', {
      ...{ kind: 'held', heldOn: `${YEAR}-01-10`, chairId: leader, present: [leader] },
      ...{ attendance: 36, place: '一楼会议室', file: HASH },
      ...over,
    })(campaign);
  };

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const ATTESTATION = `/meeting/records/${NOWHERE}/attestation`;
const REFUTATION = `/meeting/records/${NOWHERE}/refutation`;
const why = { why: '人数不对。' };

/** Meetings that no calendar has, that nobody may write down, or that say what can not be. */
export const badMeetings: readonly BadRequest[] = [
  row('a meeting that the calendar has not', [FIRST_OFFICER, record()], [404, 'MEETING_NOT_PLANNED', 'stageId']),
  row('a meeting written down by a unit', [officerOf(UNIT_A), record()], [403, 'NO_GRANT', null]),
  row('a meeting written down by who attests it', [FIRST_LEADER, record()], [403, 'NO_GRANT', null]),
  row('a meeting written down by nobody', ['nobody', record()], [401, 'NOT_SIGNED_IN', null]),
  row('a meeting of a kind that there is none', [FIRST_OFFICER, record({ kind: 'x' })], [400, 'INVALID_FIELD', 'kind']),
  row('a meeting on no day', [FIRST_OFFICER, record({ heldOn: '2024-02-30' })], [400, 'INVALID_FIELD', 'heldOn']),
  row('a meeting of half a person', [FIRST_OFFICER, record({ attendance: 1.5 })], [400, 'INVALID_FIELD', 'attendance']),
  row(
    'a meeting of more people than papers',
    [FIRST_OFFICER, record({ attendance: 20_001 })],
    [400, 'INVALID_FIELD', 'attendance'],
  ),
  row('a meeting without a leader', [FIRST_OFFICER, record({ present: [] })], [400, 'INVALID_FIELD', 'present']),
  row('a meeting nowhere', [FIRST_OFFICER, record({ place: ' ' })], [400, 'INVALID_FIELD', 'place']),
  row('minutes that are no hash', [FIRST_OFFICER, record({ file: '纪要.pdf' })], [400, 'INVALID_FIELD', 'file']),
  row('a chair that is nobody', [FIRST_OFFICER, record({ chairId: 'x' })], [400, 'INVALID_FIELD', 'chairId']),
  row('the meetings of a round by a unit', [officerOf(UNIT_A), of('', {}, 'GET')], [403, 'NO_GRANT', null]),
  row('the leaders of no day', [FIRST_OFFICER, of('?on=x', {}, 'GET')], [400, 'INVALID_FIELD', 'on']),
  row(
    'a meeting withdrawn that the calendar has not',
    [FIRST_OFFICER, of('/meeting/withdrawal', why)],
    [404, 'MEETING_NOT_PLANNED', 'stageId'],
  ),
  row(
    'a meeting withdrawn without a word why',
    [FIRST_OFFICER, of('/meeting/withdrawal', { why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row('a meeting withdrawn by a leader', [FIRST_LEADER, of('/meeting/withdrawal', why)], [403, 'NO_GRANT', null]),
  row(
    'a record attested that the calendar has not',
    [FIRST_LEADER, of(ATTESTATION)],
    [404, 'MEETING_NOT_PLANNED', 'stageId'],
  ),
  row('a record attested by the office', [FIRST_OFFICER, of(ATTESTATION)], [403, 'NO_GRANT', null]),
  row(
    'a record refuted that the calendar has not',
    [FIRST_LEADER, of(REFUTATION, why)],
    [404, 'MEETING_NOT_PLANNED', 'stageId'],
  ),
  row('a record refuted without a word why', [FIRST_LEADER, of(REFUTATION)], [400, 'INVALID_FIELD', 'why']),
  row('a record refuted by a unit', [officerOf(UNIT_A), of(REFUTATION, why)], [403, 'NO_GRANT', null]),
];
