import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

type Made = (campaign: SmallCampaign) => Sent;
const sent = (path: string, body?: unknown): Sent => ({
  method: body === undefined ? 'GET' : 'POST',
  path,
  ...(body === undefined ? {} : { body }),
});
const ofRound =
  (what: string, body?: unknown): Made =>
  (campaign) =>
    sent(`/v1/rounds/${campaign.play.round(YEAR)}/${what}`, body);
const about =
  (what: string, body?: unknown): Made =>
  (campaign) =>
    sent(`/v1/rounds/${campaign.play.round(YEAR)}/entries/${campaign.entry(UNIT_A, 1)}/measures${what}`, body);
/** Values of this very campaign's entry. */
const values =
  (over: Readonly<Record<string, unknown>> = {}, from: object = { origin: '成绩册' }): Made =>
  (campaign) => {
    const value = { entryId: campaign.entry(UNIT_A, 1), attempt: 1, value: '87.5', dayOf: `${YEAR}-06-10`, ...over };
    return sent(`/v1/rounds/${campaign.play.round(YEAR)}/measures/time/values`, { values: [value], ...from });
  };

const none = { asked: 'none', attempt: 1, because: 'attempt-void' };
const change = (over: object = {}, why = '登记有误。') => ({ change: { ...none, ...over }, why });

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const inspector = 'inspector-1';
const officerA = officerOf(UNIT_A);
const officerB = officerOf(UNIT_B);

/** Orders to measures that nobody may give, that say nothing, or that come where nothing is measured. */
export const badMeasures: readonly BadRequest[] = [
  row('a value where nothing is measured', [FIRST_OFFICER, values()], [409, 'NO_MEASURE', 'sourceId']),
  row('a value recorded by a unit', [officerA, values()], [403, 'NO_GRANT', null]),
  row('a value with a sign', [FIRST_OFFICER, values({ value: '-1' })], [400, 'INVALID_FIELD', 'values[0].value']),
  row('a value as a formula', [FIRST_OFFICER, values({ value: '=1+1' })], [400, 'INVALID_FIELD', 'values[0].value']),
  row('a value with an exponent', [FIRST_OFFICER, values({ value: '1e9' })], [400, 'INVALID_FIELD', 'values[0].value']),
  row('a value that is a number', [FIRST_OFFICER, values({ value: 87.5 })], [400, 'INVALID_FIELD', 'values[0].value']),
  row('a value of no day', [FIRST_OFFICER, values({ dayOf: '2024-02-30' })], [400, 'INVALID_FIELD', 'values[0].dayOf']),
  row('a value as attempt 0', [FIRST_OFFICER, values({ attempt: 0 })], [400, 'INVALID_FIELD', 'values[0].attempt']),
  row('a value as attempt 21', [FIRST_OFFICER, values({ attempt: 21 })], [400, 'INVALID_FIELD', 'values[0].attempt']),
  row('a value from nowhere', [FIRST_OFFICER, values({}, { origin: ' ' })], [400, 'INVALID_FIELD', 'origin']),
  row(
    'a value whose source has two lines',
    [FIRST_OFFICER, values({}, { origin: '成绩册\n第二页' })],
    [400, 'INVALID_FIELD', 'origin'],
  ),
  row(
    'a value with a document that is no hash',
    [FIRST_OFFICER, values({}, { origin: '成绩册', evidence: ['成绩册.pdf'] })],
    [400, 'INVALID_FIELD', 'evidence[0]'],
  ),
  row(
    'no values at all',
    [FIRST_OFFICER, ofRound('measures/time/values', { values: [], origin: '成绩册' })],
    [400, 'INVALID_FIELD', 'values'],
  ),
  row(
    'a value changed where nothing is measured',
    [FIRST_OFFICER, about('/time/change', change())],
    [409, 'NO_MEASURE', 'sourceId'],
  ),
  row(
    'a value changed for a reason that is none',
    [FIRST_OFFICER, about('/time/change', change({ because: '改了主意' }))],
    [400, 'INVALID_FIELD', 'change.because'],
  ),
  row(
    'a value changed without a word why',
    [FIRST_OFFICER, about('/time/change', change({}, ' '))],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row('a value changed by a unit', [officerA, about('/time/change', change())], [403, 'NO_GRANT', null]),
  row(
    'a value proposed where nothing is measured',
    [FIRST_OFFICER, about('/time/proposals', change())],
    [409, 'NO_MEASURE', 'sourceId'],
  ),
  row(
    'a value carried out by the office that may only propose it',
    [FIRST_OFFICER, about(`/time/proposals/${NOWHERE}/carry-out`, { why: '属实。' })],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a proposal about a value that is none turned down',
    [inspector, about(`/time/proposals/${NOWHERE}/reject`, { why: '不属实。' })],
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ),
  row('values read where there are none', [FIRST_OFFICER, about('')], [409, 'NO_MEASURE', 'entryId']),
  row("another unit's values read", [officerB, about('')], [403, 'WRONG_SUBTREE', null]),
  row('values read by an auditor, who oversees and does not read', ['auditor-1', about('')], [403, 'NO_GRANT', null]),
  row(
    'a form where nothing is measured',
    [FIRST_OFFICER, ofRound('measures/time/form.xlsx')],
    [409, 'NO_MEASURE', 'sourceId'],
  ),
  row(
    'values listed by an unknown progress',
    [FIRST_OFFICER, ofRound('measures?progress=late')],
    [400, 'INVALID_FIELD', 'progress[0]'],
  ),
];
