import { COMMITTEE, FIRST_OFFICER } from '../demo/world/people.ts';
import { type Moment, points, type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

/** What is sent; `body` goes as JSON, `raw` as it stands. `cookie` replaces the persona's own. */
export type Sent = Readonly<{
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Readonly<Record<string, string>>;
  cookie?: string;
}>;

/** One row of the table: who (`nobody`: not signed in) sends what, when, and how the platform says no. `field` null: no field is at fault. */
export type BadRequest = Readonly<{
  name: string;
  at: Moment;
  as: string;
  send: (campaign: SmallCampaign) => Sent;
  status: number;
  reason: string;
  field: string | null;
}>;

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const officerOf = (unit: string): string => `${unit}-officer`;

const planOf = (campaign: SmallCampaign, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  editionId: campaign.play.edition(YEAR),
  branchId: campaign.play.organization(campaign.play.world.units[0]?.branches[0]?.code ?? ''),
  leaderPersonId: campaign.play.person(`${UNIT_A}-secretary`),
  title: '另一个建功项目（虚构）',
  keyTask: '优化营商环境',
  measures: '按月调度。',
  dueOn: `${YEAR}-10-20`,
  milestones: [{ title: '启动', dueOn: `${YEAR}-05-31` }],
  ...change,
});

const plan =
  (change: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent => ({ method: 'POST', path: '/v1/entries', body: planOf(campaign, change) });

const onEntry =
  (what: string, unit: string, number: number, body: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/entries/${campaign.entry(unit, number)}/${what}`,
    body,
  });

const declaration = { summary: '按期完成，成效明显。', evidence: [] };

const secretary = `${UNIT_A}-secretary`;

const shape: readonly BadRequest[] = [
  {
    name: 'malformed JSON',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'POST', path: '/v1/entries', raw: '{"title": ' }),
    status: 400,
    reason: 'MALFORMED_JSON',
    field: null,
  },
  {
    name: 'a list where an object belongs',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'POST', path: '/v1/entries', raw: '[]' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'body',
  },
  {
    name: 'a number where text belongs',
    at: 'planned',
    as: secretary,
    send: plan({ title: 7 }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'title',
  },
  {
    name: 'text where a list belongs',
    at: 'planned',
    as: secretary,
    send: plan({ milestones: 'all' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'milestones',
  },
  {
    name: 'a wrong type deep inside',
    at: 'planned',
    as: secretary,
    send: plan({ milestones: [{ title: '启动', dueOn: 20240531 }] }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'milestones[0].dueOn',
  },
  {
    name: 'an unknown field',
    at: 'planned',
    as: secretary,
    send: plan({ score: 100 }),
    status: 400,
    reason: 'UNKNOWN_FIELD',
    field: 'score',
  },
  {
    name: 'a title of 100,000 characters',
    at: 'planned',
    as: secretary,
    send: plan({ title: '长'.repeat(100_000) }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'title',
  },
  {
    name: 'control characters in a title',
    at: 'planned',
    as: secretary,
    send: plan({ title: '甲\u0007乙' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'title',
  },
  {
    name: 'an empty title',
    at: 'planned',
    as: secretary,
    send: plan({ title: '   ' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'title',
  },
  {
    name: 'a body of 10 MB',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'POST', path: '/v1/entries', raw: JSON.stringify({ title: 'x'.repeat(10_000_000) }) }),
    status: 413,
    reason: 'BODY_TOO_LARGE',
    field: null,
  },
  {
    name: 'a body that is not JSON',
    at: 'planned',
    as: secretary,
    send: () => ({
      method: 'POST',
      path: '/v1/entries',
      raw: 'title=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    status: 415,
    reason: 'CONTENT_TYPE_NOT_SUPPORTED',
    field: null,
  },
  {
    name: 'an id that is no UUID',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'GET', path: '/v1/entries/1' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'entryId',
  },
  {
    name: 'an address that does not exist',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'GET', path: '/v1/nothing' }),
    status: 404,
    reason: 'ROUTE_NOT_FOUND',
    field: null,
  },
  {
    name: 'a method that the address does not know',
    at: 'planned',
    as: secretary,
    send: () => ({ method: 'PUT', path: '/v1/editions', body: {} }),
    status: 405,
    reason: 'METHOD_NOT_ALLOWED',
    field: null,
  },
  {
    name: 'an Idempotency-Key that is no UUID',
    at: 'planned',
    as: secretary,
    send: (campaign) => ({
      method: 'POST',
      path: '/v1/entries',
      body: planOf(campaign),
      headers: { 'idempotency-key': 'again' },
    }),
    status: 400,
    reason: 'IDEMPOTENCY_KEY_INVALID',
    field: 'Idempotency-Key',
  },
  {
    name: 'an If-Match that is no revision',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: (campaign) => ({
      ...onEntry('confirm', UNIT_A, 1, { opinion: '同意。' })(campaign),
      headers: { 'if-match': 'yesterday' },
    }),
    status: 400,
    reason: 'IF_MATCH_INVALID',
    field: 'If-Match',
  },
];

const identity: readonly BadRequest[] = [
  {
    name: 'nobody is signed in',
    at: 'planned',
    as: 'nobody',
    send: plan({}),
    status: 401,
    reason: 'NOT_SIGNED_IN',
    field: null,
  },
  {
    name: 'a forged session',
    at: 'planned',
    as: 'nobody',
    send: (campaign) => ({ ...plan({})(campaign), cookie: campaign.forgedCookie }),
    status: 401,
    reason: 'SESSION_INVALID',
    field: null,
  },
  {
    name: 'a session that has ended',
    at: 'planned',
    as: 'nobody',
    send: (campaign) => ({ ...plan({})(campaign), cookie: campaign.endedCookie }),
    status: 401,
    reason: 'SESSION_INVALID',
    field: null,
  },
  {
    name: 'a request from another site',
    at: 'planned',
    as: secretary,
    send: (campaign) => ({ ...plan({})(campaign), headers: { origin: 'https://example.org' } }),
    status: 403,
    reason: 'CROSS_SITE_REQUEST',
    field: null,
  },
  {
    name: 'a person without a grant',
    at: 'planned',
    as: 'operator-1',
    send: plan({}),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: "another unit's entry is changed",
    at: 'planned',
    as: officerOf(UNIT_B),
    send: onEntry('confirm', UNIT_A, 1, { opinion: '同意。' }),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: "another unit's entry is read",
    at: 'planned',
    as: `${UNIT_B}-secretary`,
    send: (campaign) => ({ method: 'GET', path: `/v1/entries/${campaign.entry(UNIT_A, 1)}` }),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: "another unit's entries are listed",
    at: 'planned',
    as: officerOf(UNIT_B),
    send: (campaign) => ({ method: 'GET', path: `/v1/entries?organizationId=${campaign.play.organization(UNIT_A)}` }),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: "a stranger's personal record is read",
    at: 'planned',
    as: officerOf(UNIT_B),
    send: (campaign) => ({ method: 'GET', path: `/v1/people/${campaign.play.person(secretary)}` }),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: 'a role granted to oneself',
    at: 'planned',
    as: FIRST_OFFICER,
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/people/${campaign.play.person(FIRST_OFFICER)}/grants`,
      body: { role: 'auditor', organizationId: campaign.play.organization(COMMITTEE) },
    }),
    status: 403,
    reason: 'OWN_GRANT',
    field: 'personId',
  },
];

const references: readonly BadRequest[] = [
  {
    name: 'an unknown organization',
    at: 'planned',
    as: FIRST_OFFICER,
    send: () => ({ method: 'GET', path: `/v1/organizations/${NOWHERE}` }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'organizationId',
  },
  {
    name: 'an unknown parent organization',
    at: 'planned',
    as: FIRST_OFFICER,
    send: () => ({
      method: 'POST',
      path: '/v1/organizations',
      body: { parentId: NOWHERE, kind: 'unit', nameZh: '某单位（虚构）', nameEn: 'Some unit', code: 'u-999' },
    }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'parentId',
  },
  {
    name: 'an unknown person',
    at: 'planned',
    as: FIRST_OFFICER,
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/people/${NOWHERE}/grants`,
      body: { role: 'expert', organizationId: campaign.play.organization(COMMITTEE) },
    }),
    status: 404,
    reason: 'PERSON_NOT_FOUND',
    field: 'personId',
  },
  {
    name: 'a branch that does not exist',
    at: 'planned',
    as: secretary,
    send: plan({ branchId: NOWHERE }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'branchId',
  },
  {
    name: 'an entry that does not exist',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: () => ({ method: 'POST', path: `/v1/entries/${NOWHERE}/confirm`, body: { opinion: '同意。' } }),
    status: 404,
    reason: 'RESOURCE_NOT_FOUND',
    field: 'entryId',
  },
  {
    name: 'a wrong If-Match',
    at: 'planned',
    as: FIRST_OFFICER,
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/organizations/${campaign.play.organization(UNIT_A)}/rename`,
      body: { nameZh: '新名（虚构）', nameEn: 'New name' },
      headers: { 'if-match': '"77"' },
    }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a request id used before for another order',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: (campaign) => ({
      ...onEntry('confirm', UNIT_A, 1, { opinion: '另有意见。' })(campaign),
      headers: { 'idempotency-key': campaign.usedKey },
    }),
    status: 409,
    reason: 'REQUEST_ID_REUSED',
    field: 'Idempotency-Key',
  },
];

const declaring: readonly BadRequest[] = [
  {
    name: 'declared before the stage opens',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 1, declaration),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'an entry declared twice',
    at: 'declared',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 1, declaration),
    status: 409,
    reason: 'ALREADY_DECLARED',
    field: 'entryId',
  },
  {
    name: 'declared over quota',
    at: 'declared',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 3, declaration),
    status: 409,
    reason: 'QUOTA_EXCEEDED',
    field: null,
  },
  {
    name: 'declared by the wrong unit',
    at: 'declared',
    as: officerOf(UNIT_B),
    send: onEntry('declare', UNIT_A, 3, declaration),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: 'declared by a branch instead of the unit',
    at: 'declared',
    as: secretary,
    send: onEntry('declare', UNIT_A, 3, declaration),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'declared after the deadline',
    at: 'reviewed',
    as: officerOf(UNIT_B),
    send: onEntry('declare', UNIT_B, 2, declaration),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'cleared by somebody who is no inspector',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEntry('clearance', UNIT_A, 1, {
      opinions: [{ scope: 'entry', outcome: 'cleared' }],
      opinionNumber: '2号',
      why: '',
    }),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
];

const sheet =
  (unit: string, number: number, scores: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'PUT',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/sheet`,
    body: { scores: [{ entryId: campaign.entry(unit, number), points: scores }] },
  });

const guidance = (hundredths: unknown): unknown => [{ criterionId: 'guidance', hundredths }];
const POINTS = 'scores[0].points[0].hundredths';

const scoring: readonly BadRequest[] = [
  {
    name: 'a score out of range',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(2_050)),
    status: 400,
    reason: 'SCORE_OUT_OF_RANGE',
    field: POINTS,
  },
  {
    name: 'a negative score',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(-50)),
    status: 400,
    reason: 'SCORE_OUT_OF_RANGE',
    field: POINTS,
  },
  {
    name: 'a score finer than the criterion allows',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(1_025)),
    status: 400,
    reason: 'SCORE_TOO_FINE',
    field: POINTS,
  },
  {
    name: 'a score with too many decimals',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(1_000.5)),
    status: 400,
    reason: 'INVALID_FIELD',
    field: POINTS,
  },
  {
    name: 'a criterion that the scheme does not have',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, [{ criterionId: 'beauty', hundredths: 100 }]),
    status: 400,
    reason: 'CRITERION_UNKNOWN',
    field: 'scores[0].points[0].criterionId',
  },
  {
    name: 'a score for the own unit',
    at: 'scoring',
    as: officerOf(UNIT_A),
    send: sheet(UNIT_A, 1, points(1_000)),
    status: 403,
    reason: 'OWN_UNIT',
    field: 'scores[0].entryId',
  },
  {
    name: 'a score for an entry that is not in the round',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_B, 2, points(1_000)),
    status: 404,
    reason: 'ENTRY_NOT_IN_ROUND',
    field: 'scores[0].entryId',
  },
  {
    name: 'a score after submission',
    at: 'scoring',
    as: 'expert-6',
    send: sheet(UNIT_A, 1, points(1_000)),
    status: 409,
    reason: 'SHEET_SUBMITTED_ALREADY',
    field: 'roundId',
  },
  {
    name: 'an incomplete sheet submitted',
    at: 'scoring',
    as: 'expert-7',
    send: (campaign) => ({ method: 'POST', path: `/v1/rounds/${campaign.play.round(YEAR)}/sheet/submit`, body: {} }),
    status: 409,
    reason: 'SHEET_INCOMPLETE',
    field: 'scores',
  },
  {
    name: 'a score by somebody who is no evaluator',
    at: 'scoring',
    as: 'leader-1',
    send: sheet(UNIT_A, 1, points(1_000)),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'a result asked for before the closing',
    at: 'scoring',
    as: FIRST_OFFICER,
    send: (campaign) => ({ method: 'GET', path: `/v1/rounds/${campaign.play.round(YEAR)}/result` }),
    status: 409,
    reason: 'ROUND_NOT_CLOSED',
    field: 'roundId',
  },
  {
    name: "others' sheets asked for before the closing",
    at: 'scoring',
    as: 'auditor-1',
    send: (campaign) => ({ method: 'GET', path: `/v1/rounds/${campaign.play.round(YEAR)}/score-sheets` }),
    status: 409,
    reason: 'ROUND_NOT_CLOSED',
    field: 'roundId',
  },
  {
    name: 'a recusal with a story instead of a reason',
    at: 'scoring',
    as: 'expert-7',
    send: (campaign) => ({
      method: 'POST',
      path: `/v1/rounds/${campaign.play.round(YEAR)}/recusals`,
      body: { entryId: campaign.entry(UNIT_A, 1), reason: '负责人是我的亲属。' },
    }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'reason',
  },
  {
    name: 'a blank sheet saved as if something were there',
    at: 'scoring',
    as: 'expert-9',
    send: (campaign) => ({ ...sheet(UNIT_A, 1, points(1_000))(campaign), headers: { 'if-match': '"0"' } }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a submitted sheet saved as if nothing were there',
    at: 'scoring',
    as: 'expert-6',
    send: (campaign) => ({ ...sheet(UNIT_A, 1, points(1_000))(campaign), headers: { 'if-match': '"-1"' } }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a decision before its stage',
    at: 'scoring',
    as: 'leader-1',
    send: (campaign) => decision({ resultHash: '0'.repeat(64) })(campaign),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'a score after the closing',
    at: 'closed',
    as: 'expert-9',
    send: sheet(UNIT_A, 1, points(1_000)),
    status: 409,
    reason: 'ROUND_CLOSED',
    field: 'roundId',
  },
  {
    name: 'a sheet submitted after the closing',
    at: 'closed',
    as: 'expert-9',
    send: (campaign) => ({ method: 'POST', path: `/v1/rounds/${campaign.play.round(YEAR)}/sheet/submit`, body: {} }),
    status: 409,
    reason: 'ROUND_CLOSED',
    field: 'roundId',
  },
  {
    name: 'a round opened by hand after the closing',
    at: 'closed',
    as: FIRST_OFFICER,
    send: (campaign) => ({ method: 'POST', path: `/v1/rounds/${campaign.play.round(YEAR)}/open`, body: {} }),
    status: 409,
    reason: 'ROUND_CLOSED',
    field: 'roundId',
  },
];

const decision =
  (change: Readonly<Record<string, unknown>>) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/decision`,
    body: {
      resultHash: campaign.resultHash,
      minutesNumber: '示直工委纪要12号',
      heldOn: `${YEAR}-12-14`,
      present: ['leader-1', 'leader-2', 'leader-3'].map((leader) => campaign.play.person(leader)),
      departures: [],
      ...change,
    },
  });

const deciding: readonly BadRequest[] = [
  {
    name: 'a decision by one officer alone',
    at: 'tallied',
    as: FIRST_OFFICER,
    send: decision({}),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
  {
    name: 'a decision without quorum',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) => decision({ present: [campaign.play.person('leader-1')] })(campaign),
    status: 409,
    reason: 'QUORUM_NOT_REACHED',
    field: 'present',
  },
  {
    name: 'a decision naming an entry that is not ranked',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) =>
      decision({ departures: [{ entryId: campaign.entry(UNIT_B, 2), grade: 'first', reason: '另有考虑。' }] })(
        campaign,
      ),
    status: 400,
    reason: 'ENTRY_NOT_RANKED',
    field: 'departures[0].entryId',
  },
  {
    name: 'a departure without a reason',
    at: 'tallied',
    as: 'leader-1',
    send: (campaign) =>
      decision({ departures: [{ entryId: campaign.entry(UNIT_B, 1), grade: 'first', reason: '' }] })(campaign),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'departures[0].reason',
  },
  {
    name: 'a decision over another result',
    at: 'tallied',
    as: 'leader-1',
    send: decision({ resultHash: '0'.repeat(64) }),
    status: 409,
    reason: 'RESULT_OUTDATED',
    field: 'resultHash',
  },
  {
    name: 'a decision without minutes',
    at: 'tallied',
    as: 'leader-1',
    send: decision({ minutesNumber: '' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'minutesNumber',
  },
];

/** Every bad request that the issue of the main job names, and what its users would try besides. */
export const badRequests: readonly BadRequest[] = [
  ...shape,
  ...identity,
  ...references,
  ...declaring,
  ...scoring,
  ...deciding,
];
