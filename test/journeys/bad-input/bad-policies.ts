import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { type BadOrder, ordersAt } from './order-row.ts';
import { UNIT_A } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const why = '按规定（虚构）。';
const POLICY = '/v1/policies/{committee}/proposals';
const FILE = 'policy: {by: city, binds: {county: {commendations: 1, in: year}}, counts: [honour]}';

/** An exemption as it may be granted, but for what is said. */
const exemption = { act: 'GrantExemption', boundId: '{nowhere}', year: 2027, templateId: 'model-units', why };

/** Of the wrong form, so that no service is asked. */
const misshapen = (name: string, over: object, field: string): BadOrder => [
  ...([name, FIRST_OFFICER, `POST ${POLICY}`] as const),
  { ...exemption, ...over },
  [400, 'INVALID_FIELD', field],
];

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
  [
    'a policy turned down without a word why',
    FIRST_LEADER,
    `POST ${POLICY}/{nowhere}/reject`,
    { why: '' },
    [400, 'INVALID_FIELD', 'why'],
  ],
  [
    'a policy set by nobody',
    'nobody',
    `POST ${POLICY}`,
    { act: 'AdoptPolicy', policy: FILE, why },
    [401, 'NOT_SIGNED_IN', null],
  ],
  [
    'a policy of a unit',
    FIRST_OFFICER,
    'POST /v1/policies/{unit}/proposals',
    { act: 'AdoptPolicy', policy: FILE, why },
    [404, 'COMMITTEE_NOT_FOUND', 'committeeId'],
  ],
  ['an exemption for nobody', FIRST_OFFICER, `POST ${POLICY}`, exemption, [404, 'COMMITTEE_NOT_FOUND', 'boundId']],
  [
    'an exemption for a unit',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { ...exemption, boundId: '{unit}' },
    [404, 'COMMITTEE_NOT_FOUND', 'boundId'],
  ],
  [
    'an exemption that names no committee',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { act: 'GrantExemption', why },
    [404, 'COMMITTEE_NOT_FOUND', 'boundId'],
  ],
  [
    'a policy with a word that nobody asked for',
    FIRST_OFFICER,
    `POST ${POLICY}`,
    { ...exemption, places: 3 },
    [400, 'UNKNOWN_FIELD', 'places'],
  ],
  misshapen('an act about a policy that there is none', { act: 'ForgetPolicy' }, 'act'),
  misshapen('an exemption for what is no committee', { boundId: '甲市' }, 'boundId'),
  misshapen('an exemption of a year before the platform’s', { year: 1991 }, 'year'),
  misshapen('an exemption of half a year', { year: 2027.5 }, 'year'),
  misshapen('an exemption of a template that no name has', { templateId: '先进 集体' }, 'templateId'),
  misshapen('an exemption withdrawn that is none', { act: 'WithdrawExemption', exemptionId: '第一号' }, 'exemptionId'),
  misshapen('a policy that is no text', { act: 'AdoptPolicy', policy: 7 }, 'policy'),
  [
    'a policy shown that nobody adopted',
    FIRST_OFFICER,
    `GET /v1/policies/{committee}`,
    undefined,
    [404, 'POLICY_NOT_ADOPTED', 'committeeId'],
  ],
  [
    'a policy shown of no year',
    FIRST_OFFICER,
    `GET /v1/policies/{committee}?year=all`,
    undefined,
    [400, 'INVALID_FIELD', 'year'],
  ],
]);
