import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, UNIT_B, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const strange = officerOf(UNIT_B);
const ONE = 'POST /v1/people/{secretary}';
const effectiveOn = `${YEAR}-01-08`;
const reason = '工作需要（虚构）。';
const WHO = {
  organizationId: '{unit}',
  name: '王小虚',
  birthDate: '1990-02-03',
  sex: 'female',
  stage: 'applicant',
  stageSince: '2020-05-06',
};

/** People entered who can not be, moved, held, or forgotten by whom it is not for, and steps that nobody proposed. */
export const badPeople: readonly BadRequest[] = ordersAt('planned', [
  [
    'a person born tomorrow',
    mine,
    'POST /v1/people',
    { ...WHO, birthDate: '2099-01-01' },
    [400, 'DAY_INVALID', 'birthDate'],
  ],
  ['a person of another unit entered', strange, 'POST /v1/people', WHO, [403, 'WRONG_SUBTREE', null]],
  [
    'a correction of what was corrected meanwhile',
    mine,
    `${ONE}/corrections`,
    { name: '王小虚', reason },
    [412, 'REVISION_CONFLICT', 'If-Match'],
  ],
  [
    'a person corrected by another unit',
    strange,
    `${ONE}/corrections`,
    { name: '王小虚', reason },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'a person moved to nowhere',
    FIRST_OFFICER,
    `${ONE}/move`,
    { organizationId: '{nowhere}', effectiveOn, keeps: [], ends: [], reason },
    [404, 'ORGANIZATION_NOT_FOUND', 'organizationId'],
  ],
  [
    'a person moved without a word about his grants',
    FIRST_OFFICER,
    `${ONE}/move`,
    { organizationId: '{unit}', effectiveOn, keeps: [], ends: [], reason },
    [409, 'GRANTS_NOT_ANSWERED', 'keeps'],
  ],
  [
    'a step that there is not',
    mine,
    `${ONE}/stages`,
    { step: 'promote', on: effectiveOn, reason },
    [400, 'INVALID_FIELD', 'step'],
  ],
  [
    'a confirmation of who was never admitted',
    mine,
    `${ONE}/stages`,
    { step: 'confirm', on: effectiveOn, approvedOn: effectiveOn },
    [409, 'STEP_NOT_POSSIBLE', 'step'],
  ],
  [
    'an exit of a kind that there is not',
    mine,
    `${ONE}/exit`,
    { kind: 'left', effectiveOn, keeps: [], ends: [], reason },
    [400, 'INVALID_FIELD', 'kind'],
  ],
  [
    'an exit seen to by another unit',
    strange,
    `${ONE}/exit`,
    { kind: 'resigned', effectiveOn, approvedOn: effectiveOn, keeps: [], ends: [], reason },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'an act withdrawn that nobody scheduled',
    FIRST_OFFICER,
    `${ONE}/scheduled-acts/{nowhere}/withdraw`,
    { reason },
    [404, 'ACT_NOT_SCHEDULED', 'actId'],
  ],
  [
    'an exit corrected of who did not leave',
    FIRST_OFFICER,
    `${ONE}/corrections-of-stage`,
    { act: 'CorrectExit', stage: 'full', since: '2020-01-02', reason },
    [409, 'NOT_EXITED', 'act'],
  ],
  [
    'a stage corrected that nobody proposed',
    FIRST_OFFICER,
    `${ONE}/corrections-of-stage/{nowhere}/carry-out`,
    undefined,
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a correction of a stage turned down that nobody proposed',
    FIRST_OFFICER,
    `${ONE}/corrections-of-stage/{nowhere}/reject`,
    { reason },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a grant revoked that nobody has',
    FIRST_OFFICER,
    `${ONE}/grants/{nowhere}/revoke`,
    { because: 'resignation', effectiveOn, reason },
    [404, 'RESOURCE_NOT_FOUND', 'grantId'],
  ],
  ['a sign-in ended by a unit', strange, `${ONE}/sign-in/end`, { reason }, [403, 'NO_GRANT', null]],
  [
    'a sign-in ended without a word why',
    FIRST_OFFICER,
    `${ONE}/sign-in/end`,
    { reason: ' ' },
    [400, 'INVALID_FIELD', 'reason'],
  ],
  [
    'a second factor ended by another unit',
    strange,
    `${ONE}/second-factor/end`,
    { reason },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'a legal hold that is neither',
    FIRST_OFFICER,
    `${ONE}/legal-hold`,
    { held: 'perhaps', reason },
    [400, 'INVALID_FIELD', 'held'],
  ],
  ['a hold taken off by a unit', mine, `${ONE}/legal-hold`, { held: false, reason }, [403, 'NO_GRANT', null]],
  [
    'an erasure asked for without a word why',
    FIRST_OFFICER,
    `${ONE}/erasure-request`,
    { reason: '' },
    [400, 'INVALID_FIELD', 'reason'],
  ],
  [
    'an erasure withdrawn that nobody asked for',
    FIRST_OFFICER,
    `${ONE}/erasure-request/withdraw`,
    { reason },
    [409, 'ERASURE_NOT_REQUESTED', null],
  ],
  [
    'an erasure that nobody asked for',
    FIRST_OFFICER,
    `${ONE}/erasure`,
    undefined,
    [409, 'ERASURE_NOT_REQUESTED', null],
  ],
]);
