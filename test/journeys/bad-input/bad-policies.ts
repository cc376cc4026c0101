import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const why = '按规定（虚构）。';
const POLICY = '/v1/policies/{committee}/proposals';
const FILE = 'policy: {by: city, binds: {county: {commendations: 1, in: year}}, counts: [honour]}';

/** What a committee sets the committees below it, by nobody's right or by what can not be read. */
export const badPolicies: readonly BadRequest[] = ordersAt('planned', [
  [
    'a policy that no policy is',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'AdoptPolicy', policy: 'policy: {by: city}', why },
    [400, 'POLICY_INVALID', 'policy'],
  ],
  [
    'a policy set by a unit',
    mine,
    `POST ${POLICY}`,
    { act: 'AdoptPolicy', policy: FILE, why },
    [403, 'NO_GRANT', null],
  ],
  [
    'a policy without a word why',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'AdoptPolicy', policy: FILE, why: ' ' },
    [400, 'INVALID_FIELD', 'why'],
  ],
  [
    'a policy repealed that nobody adopted',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'RepealPolicy', why },
    [404, 'POLICY_NOT_ADOPTED', 'committeeId'],
  ],
  [
    'an exemption for whoever sets the policy',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'GrantExemption', boundId: '{committee}', year: 2027, templateId: 'model-units', why },
    [409, 'COMMITTEE_NOT_BELOW', 'boundId'],
  ],
  [
    'an exemption withdrawn that nobody granted',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'WithdrawExemption', exemptionId: '{nowhere}', why },
    [404, 'EXEMPTION_NOT_FOUND', 'exemptionId'],
  ],
  [
    'a policy carried out that nobody proposed',
    FIRST_LEADER,
    `POST ${POLICY}/{nowhere}/carry-out`,
    undefined,
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a policy carried out by an officer',
    FIRST_OFFICER,
    `POST ${POLICY}/{nowhere}/carry-out`,
    undefined,
    [403, 'NO_GRANT', null],
  ],
  [
    'a policy turned down that nobody proposed',
    FIRST_LEADER,
    `POST ${POLICY}/{nowhere}/reject`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
]);
