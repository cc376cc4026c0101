import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, NOWHERE, officerOf, type Sent } from './bad-request.ts';
import { marks, type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const sheet =
  (unit: string, number: number, scores: unknown) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'PUT',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/sheet`,
    body: { scores: [{ entryId: campaign.entry(unit, number), marks: scores }] },
  });

const guidance = (mark: unknown): unknown => [{ criterionId: 'guidance', mark }];
const MARK = 'scores[0].marks[0].mark';

const reopening =
  (rest: string, body: unknown = { why: '漏看了一份材料。' }) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/rounds/${campaign.play.round(YEAR)}/${rest}`,
    body,
  });
const REQUEST = 'sheet/reopening-request';

/** Requests to open a sheet again that have nothing to ask for, and answers to nothing. */
const badReopenings: readonly BadRequest[] = [
  {
    name: 'a sheet to be opened again that can be written into',
    at: 'scoring',
    as: 'expert-7',
    send: reopening(REQUEST),
    status: 409,
    reason: 'SHEET_STILL_OPEN',
    field: 'roundId',
  },
  {
    name: 'a sheet to be opened again for no reason',
    at: 'scoring',
    as: 'expert-6',
    send: reopening(REQUEST, { why: ' ' }),
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'why',
  },
  {
    name: 'a sheet to be opened again by somebody who is no evaluator',
    at: 'scoring',
    as: 'leader-1',
    send: reopening(REQUEST),
    status: 403,
    reason: 'NOT_AN_EVALUATOR',
    field: 'roundId',
  },
  {
    name: 'a request taken back that nobody made',
    at: 'scoring',
    as: 'expert-6',
    send: reopening(`${REQUEST}/withdraw`, {}),
    status: 404,
    reason: 'REOPENING_NOT_REQUESTED',
    field: 'requestId',
  },
  {
    name: 'a request declined that nobody made',
    at: 'scoring',
    as: FIRST_OFFICER,
    send: reopening(`reopening-requests/${NOWHERE}/decline`),
    status: 404,
    reason: 'REOPENING_NOT_REQUESTED',
    field: 'requestId',
  },
  {
    name: 'a request declined by somebody who is not of the office',
    at: 'scoring',
    as: 'expert-6',
    send: reopening(`reopening-requests/${NOWHERE}/decline`),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
];

/** Scores that nobody may give, or not now. */
export const badScoring: readonly BadRequest[] = [
  ...badReopenings,
  {
    name: 'a score out of range',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(2_050)),
    status: 400,
    reason: 'SCORE_OUT_OF_RANGE',
    field: MARK,
  },
  {
    name: 'a negative score',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(-50)),
    status: 400,
    reason: 'SCORE_OUT_OF_RANGE',
    field: MARK,
  },
  {
    name: 'a score finer than the criterion allows',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(1_025)),
    status: 400,
    reason: 'SCORE_TOO_FINE',
    field: MARK,
  },
  {
    name: 'a score with too many decimals',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, guidance(1_000.5)),
    status: 400,
    reason: 'INVALID_FIELD',
    field: MARK,
  },
  {
    name: 'a criterion that the template does not have',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_A, 1, [{ criterionId: 'beauty', mark: 100 }]),
    status: 400,
    reason: 'CRITERION_UNKNOWN',
    field: 'scores[0].marks[0].criterionId',
  },
  {
    name: 'a score for the own unit',
    at: 'scoring',
    as: officerOf(UNIT_A),
    send: sheet(UNIT_A, 1, marks(1_000)),
    status: 403,
    reason: 'OWN_UNIT',
    field: 'scores[0].entryId',
  },
  {
    name: 'a score for an entry that is not in the round',
    at: 'scoring',
    as: 'expert-7',
    send: sheet(UNIT_B, 2, marks(1_000)),
    status: 404,
    reason: 'ENTRY_NOT_IN_ROUND',
    field: 'scores[0].entryId',
  },
  {
    name: 'a score after submission',
    at: 'scoring',
    as: 'expert-6',
    send: sheet(UNIT_A, 1, marks(1_000)),
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
    send: sheet(UNIT_A, 1, marks(1_000)),
    status: 403,
    reason: 'NOT_AN_EVALUATOR',
    field: 'roundId',
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
    send: (campaign) => ({ ...sheet(UNIT_A, 1, marks(1_000))(campaign), headers: { 'if-match': '"0"' } }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a submitted sheet saved as if nothing were there',
    at: 'scoring',
    as: 'expert-6',
    send: (campaign) => ({ ...sheet(UNIT_A, 1, marks(1_000))(campaign), headers: { 'if-match': '"-1"' } }),
    status: 412,
    reason: 'REVISION_CONFLICT',
    field: 'If-Match',
  },
  {
    name: 'a score after the closing',
    at: 'closed',
    as: 'expert-9',
    send: sheet(UNIT_A, 1, marks(1_000)),
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
    reason: 'SCORING_OVER',
    field: 'roundId',
  },
];
