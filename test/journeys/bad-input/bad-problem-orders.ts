import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const NONE = 'POST /v1/problems/{nowhere}';
const why = '情况属实（虚构）。';
const dueOn = `${YEAR}-06-30`;
const owner = { ownerId: '{secretary}', ownerRole: 'unit-officer', dueOn };
const unknown = [404, 'RESOURCE_NOT_FOUND', 'problemId'] as const;

/** Steps of a problem that nobody found, and steps that say nothing. */
export const badProblemOrders: readonly BadRequest[] = ordersAt('planned', [
  ['a measure against no problem', mine, `${NONE}/measures`, { measure: '补齐台账。', evidence: [] }, unknown],
  [
    'a measure without a word',
    mine,
    `${NONE}/measures`,
    { measure: ' ', evidence: [] },
    [400, 'INVALID_FIELD', 'measure'],
  ],
  ['a problem withdrawn that nobody found', FIRST_OFFICER, `${NONE}/withdrawals`, { why }, unknown],
  ['a problem given to an owner that nobody found', FIRST_OFFICER, `${NONE}/assign`, owner, unknown],
  [
    'a problem due on a day that does not exist',
    FIRST_OFFICER,
    `${NONE}/assign`,
    { ...owner, dueOn: `${YEAR}-02-30` },
    [400, 'INVALID_FIELD', 'dueOn'],
  ],
  ['more time for no problem', FIRST_OFFICER, `${NONE}/extend`, { dueOn, why }, unknown],
  ['more time without a word why', FIRST_OFFICER, `${NONE}/extend`, { dueOn, why: '' }, [400, 'INVALID_FIELD', 'why']],
  ['no problem handed over', FIRST_OFFICER, `${NONE}/hand-over`, { ...owner, cause: 'merged', why }, unknown],
  [
    'a problem handed over for a cause that there is not',
    FIRST_OFFICER,
    `${NONE}/hand-over`,
    { ...owner, cause: 'bored', why },
    [400, 'INVALID_FIELD', 'cause'],
  ],
  ['a measure removed of no problem', mine, `${NONE}/measures/{nowhere}/remove`, { why }, unknown],
  ['no problem handed in', mine, `${NONE}/hand-in`, { note: '已整改。' }, unknown],
  ['no problem taken back', mine, `${NONE}/take-back`, { why }, unknown],
  ['no problem sent back', FIRST_OFFICER, `${NONE}/send-back`, { dueOn, why }, unknown],
  ['no problem taken up again', FIRST_OFFICER, `${NONE}/reopen`, { dueOn, why }, unknown],
  ['a withdrawal turned down of no problem', FIRST_OFFICER, `${NONE}/withdrawals/{nowhere}/reject`, { why }, unknown],
  [
    'a withdrawal carried out of no problem',
    FIRST_OFFICER,
    `${NONE}/withdrawals/{nowhere}/carry-out`,
    { why },
    unknown,
  ],
]);
