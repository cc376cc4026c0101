import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, type Sent } from './bad-request.ts';
import { type SmallCampaign, UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const NO_PROBLEM = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a03';

const found =
  (change: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => ({
    method: 'POST',
    path: `/v1/editions/${campaign.play.edition(YEAR)}/problems`,
    body: {
      ...{ organizationId: campaign.play.organization(UNIT_A), source: 'inspection', kind: 'duty' },
      ...{ severity: 'ordinary', title: '台账不全', foundOn: '2020-12-31', description: '台账缺页。', ...change },
    },
  });
const admitted =
  (unit: string, change: Readonly<Record<string, unknown>> = {}) =>
  (campaign: SmallCampaign): Sent => {
    const { source: _source, ...body } = found({ organizationId: campaign.play.organization(unit), ...change })(
      campaign,
    ).body as Record<string, unknown>;
    return { method: 'POST', path: `/v1/editions/${campaign.play.edition(YEAR)}/problems/admitted`, body };
  };

/** Problems that nobody can have found so, or that are not the sender's to find. */
export const badProblems: readonly BadRequest[] = [
  {
    ...{ name: 'a problem of a kind that there is not', at: 'planned', as: FIRST_OFFICER },
    ...{ send: found({ kind: 'gossip' }), status: 400, reason: 'INVALID_FIELD', field: 'kind' },
  },
  {
    ...{ name: 'a problem that an office says was admitted', at: 'planned', as: FIRST_OFFICER },
    ...{ send: found({ source: 'admitted' }), status: 400, reason: 'INVALID_FIELD', field: 'source' },
  },
  {
    ...{ name: 'a problem found tomorrow', at: 'planned', as: FIRST_OFFICER },
    ...{ send: found({ foundOn: '2099-01-01' }), status: 400, reason: 'DATE_IN_THE_FUTURE', field: 'foundOn' },
  },
  {
    ...{ name: 'a problem found by a unit about itself', at: 'planned', as: officerOf(UNIT_A) },
    ...{ send: found(), status: 403, reason: 'NO_GRANT', field: null },
  },
  {
    ...{ name: 'a problem that a unit admits of another one', at: 'planned', as: officerOf(UNIT_A) },
    ...{ send: admitted(UNIT_B), status: 403, reason: 'WRONG_SUBTREE', field: null },
  },
  {
    ...{ name: 'a problem admitted without a word of what it is', at: 'planned', as: officerOf(UNIT_A) },
    ...{ send: admitted(UNIT_A, { description: ' ' }), status: 400, reason: 'INVALID_FIELD', field: 'description' },
  },
  {
    ...{ name: 'a problem closed that nobody found', at: 'planned', as: FIRST_OFFICER },
    send: () => ({ method: 'POST', path: `/v1/problems/${NO_PROBLEM}/close`, body: { note: '已核查。' } }),
    ...{ status: 404, reason: 'RESOURCE_NOT_FOUND', field: 'problemId' },
  },
];
