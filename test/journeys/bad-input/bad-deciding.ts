import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const LEADERS = ['leader-1', 'leader-2', 'leader-3'];
const WHY = '情况属实。';

export const minutes =
  (change: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/minutes`,
    body: {
      resultHash: campaign.resultHash,
      minutesNumber: '示直工委纪要12号',
      meetingOn: `${YEAR}-12-14`,
      present: LEADERS.map((leader) => campaign.play.person(leader)),
      file: 'a'.repeat(64),
      departures: [],
      ...change,
    },
  });

const onRound =
  (what: string, body: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/${what}`,
    body,
  });

const departing =
  (unit: string, number: number, over: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent =>
    minutes({ departures: [{ entryId: campaign.entry(unit, number), rule: 'second', reason: '另有考虑。', ...over }] })(
      campaign,
    );

/** One row, at the moment when the result is there. */
const row = (
  name: string,
  as: string,
  send: BadRequest['send'],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'tallied', as, send, status, reason, field });

/** Decisions that no body could take, and what undoes or follows a decision that nobody took. */
export const badDeciding: readonly BadRequest[] = [
  {
    name: 'minutes before there is a result',
    at: 'scoring',
    as: FIRST_OFFICER,
    send: (campaign) => minutes({ resultHash: '0'.repeat(64) })(campaign),
    status: 409,
    reason: 'ROUND_NOT_CLOSED',
    field: 'roundId',
  },
  row('minutes by an officer of a unit, over what is not its part', officerOf(UNIT_A), minutes({}), [
    403,
    'WRONG_SUBTREE',
    null,
  ]),
  row(
    'minutes without quorum',
    FIRST_OFFICER,
    (campaign) => minutes({ present: [campaign.play.person('leader-1')] })(campaign),
    [409, 'QUORUM_NOT_REACHED', 'present'],
  ),
  row(
    'minutes naming somebody who is none of the body',
    FIRST_OFFICER,
    (campaign) =>
      minutes({ present: [...LEADERS, officerOf(UNIT_A)].map((person) => campaign.play.person(person)) })(campaign),
    [400, 'NOT_IN_BODY', 'present[3]'],
  ),
  row(
    'minutes naming somebody twice',
    FIRST_OFFICER,
    (campaign) =>
      minutes({ present: ['leader-1', 'leader-1'].map((person) => campaign.play.person(person)) })(campaign),
    [400, 'PRESENT_TWICE', 'present[1]'],
  ),
  row('minutes of a meeting before the result', FIRST_OFFICER, minutes({ meetingOn: `${YEAR}-12-10` }), [
    400,
    'MEETING_BEFORE_RESULT',
    'meetingOn',
  ]),
  row('minutes of a meeting to come', FIRST_OFFICER, minutes({ meetingOn: `${YEAR}-12-16` }), [
    400,
    'MEETING_IN_FUTURE',
    'meetingOn',
  ]),
  row('minutes of a day that does not exist', FIRST_OFFICER, minutes({ meetingOn: `${YEAR}-02-30` }), [
    400,
    'INVALID_FIELD',
    'meetingOn',
  ]),
  row('minutes without a file', FIRST_OFFICER, minutes({ file: 'none' }), [400, 'INVALID_FIELD', 'file']),
  row('minutes without a number', FIRST_OFFICER, minutes({ minutesNumber: '' }), [
    400,
    'INVALID_FIELD',
    'minutesNumber',
  ]),
  row('minutes over another result', FIRST_OFFICER, minutes({ resultHash: '0'.repeat(64) }), [
    409,
    'RESULT_OUTDATED',
    'resultHash',
  ]),
  row('the superior body where the own can decide', FIRST_OFFICER, minutes({ superior: true }), [
    409,
    'NO_SUPERIOR_COMMITTEE',
    'superior',
  ]),
  row('a departure of an entry that is not ranked', FIRST_OFFICER, departing(UNIT_B, 2, {}), [
    400,
    'ENTRY_NOT_RANKED',
    'departures[0].entryId',
  ]),
  row('a departure without a reason', FIRST_OFFICER, departing(UNIT_B, 1, { reason: '' }), [
    400,
    'INVALID_FIELD',
    'departures[0].reason',
  ]),
  row('a departure to an award that is not in the template', FIRST_OFFICER, departing(UNIT_B, 1, { rule: 'gold' }), [
    400,
    'RULE_UNKNOWN',
    'departures[0].rule',
  ]),
  row(
    'an award said to exceed the plan that does not',
    FIRST_OFFICER,
    minutes({ exceeding: [{ rule: 'first', reason: '另有考虑。' }] }),
    [400, 'NOTHING_EXCEEDS', 'exceeding[0]'],
  ),
  row('an attestation of minutes that nobody recorded', 'leader-1', onRound(`decisions/${NOWHERE}/attestations`, {}), [
    404,
    'DECISION_NOT_FOUND',
    'decisionId',
  ]),
  row('an attestation by an officer', FIRST_OFFICER, onRound(`decisions/${NOWHERE}/attestations`, {}), [
    403,
    'NO_GRANT',
    null,
  ]),
  row(
    'a proposal to undo a decision that was not taken',
    FIRST_OFFICER,
    onRound('annulment-proposals', { decisionId: NOWHERE, reason: 'other', why: WHY }),
    [409, 'DECISION_NOT_TAKEN', 'decisionId'],
  ),
  row(
    'an annulment that nobody proposed',
    'inspector-1',
    onRound(`annulment-proposals/${NOWHERE}/annulment`, { why: WHY }),
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ),
  row('a notice of a decision that was not taken', FIRST_OFFICER, onRound('proposal-notice', {}), [
    409,
    'DECISION_NOT_TAKEN',
    'roundId',
  ]),
  row('a circular of a decision that was not taken', FIRST_OFFICER, onRound('circular', { documentNumber: '示1号' }), [
    409,
    'DECISION_NOT_TAKEN',
    'roundId',
  ]),
  row('a circular by a leader alone', 'leader-1', onRound('circular', { documentNumber: '示1号' }), [
    403,
    'NO_GRANT',
    null,
  ]),
  row(
    'a naming by a template that nobody adopted',
    FIRST_OFFICER,
    (campaign) => ({
      method: 'POST',
      path: `/v1/series/${campaign.play.key('series')}/naming`,
      body: { firstYear: YEAR, lastYear: YEAR, templateHash: 'f'.repeat(64) },
    }),
    [404, 'TEMPLATE_NOT_ADOPTED', 'templateHash'],
  ),
  row(
    'a certificate that nobody holds',
    'nobody',
    () => ({ method: 'GET', path: '/v1/public/certificates/2021-0000-0000-0000-0000-T' }),
    [404, 'CERTIFICATE_UNKNOWN', 'certificateNumber'],
  ),
  row(
    'a certificate number with a mistyped letter: answered like an unknown one',
    'nobody',
    () => ({ method: 'GET', path: '/v1/public/certificates/2021-000U-0000-0000-0000-0' }),
    [404, 'CERTIFICATE_UNKNOWN', 'certificateNumber'],
  ),
];
