import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, YEAR } from './small-campaign.ts';

const inContest =
  (what: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/contest${what}`,
    ...(body === undefined ? {} : { body }),
  });
const ofEntry =
  (what: string, body: unknown) =>
  (campaign: SmallCampaign): Sent =>
    inContest(`/entries/${campaign.entry(UNIT_A, 1)}/${what}`, body)(campaign);

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const officerA = officerOf(UNIT_A);
const mark = { criterionId: 'effect', mark: 100 };

/** Orders to a contest that nobody may give, that say nothing, or that come where no contest is. */
export const badContests: readonly BadRequest[] = [
  row(
    'a draw where no contest is',
    [FIRST_OFFICER, inContest('/draw', { lot: '12' })],
    [409, 'NOT_A_CONTEST', 'roundId'],
  ),
  row('a draw from words', [FIRST_OFFICER, inContest('/draw', { lot: '十二' })], [400, 'INVALID_FIELD', 'lot']),
  row(
    'a draw from 21 digits',
    [FIRST_OFFICER, inContest('/draw', { lot: '1'.repeat(21) })],
    [400, 'INVALID_FIELD', 'lot'],
  ),
  row('a draw by an evaluator', [officerA, inContest('/draw', { lot: '12' })], [403, 'NO_GRANT', null]),
  row('a draw by nobody', ['nobody', inContest('/draw', { lot: '12' })], [401, 'NOT_SIGNED_IN', null]),
  row('somebody called where no contest is', [FIRST_OFFICER, ofEntry('call', {})], [409, 'NOT_A_CONTEST', 'roundId']),
  row('somebody called by an evaluator', [officerA, ofEntry('call', {})], [403, 'NO_GRANT', null]),
  row(
    'an entry called that is no id',
    [FIRST_OFFICER, inContest('/entries/first/call', {})],
    [400, 'INVALID_FIELD', 'entryId'],
  ),
  row(
    'somebody put off for being late',
    [FIRST_OFFICER, ofEntry('put-off', { reason: 'late' })],
    [400, 'INVALID_FIELD', 'reason'],
  ),
  row(
    'an entry closed for no reason of the list',
    [FIRST_OFFICER, ofEntry('close', { reason: 'enough' })],
    [400, 'INVALID_FIELD', 'reason'],
  ),
  row('a score shown where no contest is', [FIRST_OFFICER, ofEntry('show', {})], [409, 'NOT_A_CONTEST', 'roundId']),
  row(
    'an entry reopened for nobody',
    [FIRST_OFFICER, ofEntry('reopen', { seatIds: [], reason: 'wrong-marks' })],
    [400, 'INVALID_FIELD', 'seatIds'],
  ),
  row(
    'an entry reopened where no contest is',
    [FIRST_OFFICER, ofEntry('reopen', { seatIds: [NOWHERE], reason: 'wrong-marks' })],
    [409, 'NOT_A_CONTEST', 'roundId'],
  ),
  row(
    'marks for nobody on a stage',
    [officerA, ofEntry('marks', { marks: [mark] })],
    [409, 'ENTRY_NOT_ON_STAGE', 'entryId'],
  ),
  row('marks that are none', [officerA, ofEntry('marks', { marks: [] })], [400, 'INVALID_FIELD', 'marks']),
  row(
    'marks below zero',
    [officerA, ofEntry('marks', { marks: [{ ...mark, mark: -1 }] })],
    [400, 'INVALID_FIELD', 'marks[0].mark'],
  ),
  row('marks by an auditor', ['auditor-1', ofEntry('marks', { marks: [mark] })], [403, 'NO_GRANT', null]),
  row('a contest looked at where none is', [FIRST_OFFICER, inContest('')], [409, 'NOT_A_CONTEST', 'roundId']),
  row('whose marks are awaited, asked by an evaluator', [officerA, inContest('/desk')], [403, 'NO_GRANT', null]),
  row(
    'whose marks are awaited where no contest is',
    [FIRST_OFFICER, inContest('/desk')],
    [409, 'NOT_A_CONTEST', 'roundId'],
  ),
  row('one’s turn where no contest is', [officerA, inContest('/my-turn')], [409, 'NOT_A_CONTEST', 'roundId']),
  row(
    'another draw proposed where no contest is',
    [
      FIRST_OFFICER,
      (campaign) => ({
        method: 'POST',
        path: `/v1/rounds/${campaign.play.round(YEAR)}/proposals`,
        body: { terms: { act: 'RedrawOrder', lot: '12', reason: 'not-public' }, why: '未公开抽签。' },
      }),
    ],
    [409, 'NOT_A_CONTEST', 'roundId'],
  ),
];
