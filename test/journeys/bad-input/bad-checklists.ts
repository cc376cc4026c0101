import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const about =
  (what: string, body?: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: body === undefined ? 'GET' : 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/entries/${campaign.entry(UNIT_A, 1)}/${what}`,
    ...(body === undefined ? {} : { body }),
  });

const finding = (over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  ...{ sourceId: 'list', itemId: 'three-meetings', effectiveOn: `${YEAR}-06-10`, finding: '未按期召开党员大会。' },
  ...over,
});
const mark = (over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  ...{ sourceId: 'list', itemId: 'study', period: 1, points: [100] },
  ...over,
});
const withdrawal = { act: 'WithdrawOccurrence', occurrenceId: NOWHERE, reason: 'not-established' };

const row = (
  name: string,
  [as, send]: readonly [string, BadRequest['send']],
  [status, reason, field]: readonly [number, string, string | null],
): BadRequest => ({ name, at: 'scoring', as, send, status, reason, field });

const inspector = 'inspector-1';
const officerA = officerOf(UNIT_A);
const officerB = officerOf(UNIT_B);

/** Orders to check-lists that nobody may give, that say nothing, or that come where there is no list. */
export const badChecklists: readonly BadRequest[] = [
  row(
    'a finding in a round that has no check-list',
    [FIRST_OFFICER, about('occurrences', finding())],
    [409, 'NO_CHECKLIST', 'entryId'],
  ),
  row(
    'a finding by somebody who checks nothing',
    ['expert-7', about('occurrences', finding())],
    [403, 'NO_GRANT', null],
  ),
  row('a finding about another unit', [officerB, about('occurrences', finding())], [403, 'WRONG_SUBTREE', null]),
  row(
    'a finding that occurred no times',
    [FIRST_OFFICER, about('occurrences', finding({ count: 0 }))],
    [400, 'INVALID_FIELD', 'count'],
  ),
  row(
    'a finding of no day',
    [FIRST_OFFICER, about('occurrences', finding({ effectiveOn: '2024-02-30' }))],
    [400, 'INVALID_FIELD', 'effectiveOn'],
  ),
  row(
    'a finding with evidence that is no hash',
    [FIRST_OFFICER, about('occurrences', finding({ evidence: ['照片'] }))],
    [400, 'INVALID_FIELD', 'evidence[0]'],
  ),
  row(
    'a finding without words',
    [FIRST_OFFICER, about('occurrences', finding({ finding: ' ' }))],
    [400, 'INVALID_FIELD', 'finding'],
  ),
  row(
    'a finding withdrawn with a story instead of a reason',
    [FIRST_OFFICER, about(`occurrences/${NOWHERE}/withdraw`, { reason: '弄错了', why: '弄错了。' })],
    [400, 'INVALID_FIELD', 'reason'],
  ),
  row(
    'a finding withdrawn where there is no check-list',
    [inspector, about(`occurrences/${NOWHERE}/withdraw`, { reason: 'recorded-in-error', why: '弄错了。' })],
    [409, 'NO_CHECKLIST', 'entryId'],
  ),
  row(
    'an empty answer to a finding',
    [officerA, about(`occurrences/${NOWHERE}/answers`, { answer: '' })],
    [400, 'INVALID_FIELD', 'answer'],
  ),
  row(
    "another unit's answer to a finding",
    [officerB, about(`occurrences/${NOWHERE}/answers`, { answer: '属实。' })],
    [403, 'WRONG_SUBTREE', null],
  ),
  row(
    'a review of a period that does not count',
    [FIRST_OFFICER, about('item-reviews', mark({ period: 0 }))],
    [400, 'INVALID_FIELD', 'period'],
  ),
  row(
    'a review with half a hundredth of a point',
    [FIRST_OFFICER, about('item-reviews', mark({ points: [0.5] }))],
    [400, 'INVALID_FIELD', 'points[0]'],
  ),
  row(
    'a self score where there is no check-list',
    [officerA, about('self-scores', mark())],
    [409, 'NO_CHECKLIST', 'entryId'],
  ),
  row("a self score by another unit's officer", [officerB, about('self-scores', mark())], [403, 'WRONG_SUBTREE', null]),
  row(
    'a period of a part that no year has',
    [FIRST_OFFICER, about('closed-periods', { part: 'week', period: 1 })],
    [400, 'INVALID_FIELD', 'part'],
  ),
  row(
    'a period closed by a leader',
    ['leader-1', about('closed-periods', { part: 'quarter', period: 1 })],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a correction of a finding proposed where there is no check-list',
    [FIRST_OFFICER, about('checklist-proposals', { terms: withdrawal, why: '换届已按期完成。' })],
    [409, 'NO_CHECKLIST', 'entryId'],
  ),
  row(
    'a correction proposed without a word why',
    [FIRST_OFFICER, about('checklist-proposals', { terms: withdrawal, why: '' })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'a correction carried out by the office that may only propose it',
    [FIRST_OFFICER, about(`checklist-proposals/${NOWHERE}/carry-out`, { why: '属实。' })],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a proposal that is none turned down',
    [inspector, about(`checklist-proposals/${NOWHERE}/reject`, { why: '不属实。' })],
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ),
  row('a check-list read that there is not', [FIRST_OFFICER, about('checklist')], [409, 'NO_CHECKLIST', 'entryId']),
  row("another unit's check-list read", [officerB, about('checklist')], [403, 'WRONG_SUBTREE', null]),
  row(
    'check-lists listed by an unknown progress',
    [
      FIRST_OFFICER,
      (campaign) => ({ method: 'GET', path: `/v1/rounds/${campaign.play.round(YEAR)}/checklists?progress=late` }),
    ],
    [400, 'INVALID_FIELD', 'progress[0]'],
  ),
];
