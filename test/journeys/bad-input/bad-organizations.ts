import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const UNIT = 'POST /v1/organizations/{unit}';
const effectiveOn = `${YEAR}-01-08`;
const reason = '机构调整（虚构）。';

/** The tree changed into what is none, by whom it is not his to change, or undone where nothing was done. */
export const badOrganizations: readonly BadRequest[] = ordersAt('planned', [
  [
    'a unit moved below itself',
    FIRST_OFFICER,
    `${UNIT}/move`,
    { parentId: '{unit}', effectiveOn, reason },
    [409, 'PARENT_NOT_ALLOWED', 'parentId'],
  ],
  [
    'a unit moved below what there is not',
    FIRST_OFFICER,
    `${UNIT}/move`,
    { parentId: '{nowhere}', effectiveOn, reason },
    [404, 'PARENT_NOT_FOUND', 'parentId'],
  ],
  [
    'a unit moved by itself',
    mine,
    `${UNIT}/move`,
    { parentId: '{other}', effectiveOn, reason },
    [403, 'NO_GRANT', null],
  ],
  [
    'a classification that is neither',
    FIRST_OFFICER,
    `${UNIT}/classification`,
    { classified: 'yes' },
    [400, 'INVALID_FIELD', 'classified'],
  ],
  ['a unit classified by a unit', mine, `${UNIT}/classification`, { classified: true }, [403, 'NO_GRANT', null]],
  [
    'a unit merged into itself',
    FIRST_OFFICER,
    `${UNIT}/dissolve`,
    { kind: 'merged', successorIds: ['{unit}'], heirId: '{unit}', effectiveOn, reason },
    [409, 'SUCCESSOR_NOT_POSSIBLE', 'successorIds'],
  ],
  [
    'a unit merged into nothing',
    FIRST_OFFICER,
    `${UNIT}/dissolve`,
    { kind: 'merged', successorIds: [], effectiveOn, reason },
    [400, 'SUCCESSORS_NOT_AS_MANY', 'successorIds'],
  ],
  [
    'a unit dissolved by itself',
    mine,
    `${UNIT}/dissolve`,
    { kind: 'dissolved', successorIds: [], effectiveOn, reason },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'a unit restored that was not dissolved',
    FIRST_OFFICER,
    `${UNIT}/restorations`,
    { reason },
    [409, 'NOT_DISSOLVED', null],
  ],
  [
    'a restoration that nobody proposed carried out',
    FIRST_OFFICER,
    `${UNIT}/restorations/{nowhere}/carry-out`,
    undefined,
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a restoration that nobody proposed turned down',
    FIRST_OFFICER,
    `${UNIT}/restorations/{nowhere}/reject`,
    { reason },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'an officer who is nobody',
    FIRST_OFFICER,
    `${UNIT}/officers`,
    { personId: '{nowhere}', office: 'head', effectiveOn },
    [404, 'PERSON_NOT_FOUND', 'personId'],
  ],
  [
    'an officer whose term ends before it begins',
    FIRST_OFFICER,
    `${UNIT}/officers`,
    { personId: '{secretary}', office: 'head', effectiveOn, termEndsOn: `${YEAR}-01-01` },
    [400, 'DAY_INVALID', 'termEndsOn'],
  ],
  [
    'an officer relieved who was never appointed',
    FIRST_OFFICER,
    `${UNIT}/officers/{nowhere}/relieve`,
    { reason: 'resignation', effectiveOn },
    [404, 'APPOINTMENT_NOT_FOUND', 'appointmentId'],
  ],
]);
