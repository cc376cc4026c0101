import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, UNIT_B } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const strange = officerOf(UNIT_B);
const why = '情况属实（虚构）。';
const BEGIN = 'POST /v1/own-notices';
const NOTICE = `${BEGIN}/{nowhere}`;
const OBJECTION = `${NOTICE}/objections/{nowhere}`;
const MEANT = { editionId: '{edition}', nominatorId: '{unit}', track: 'project', title: '拟申报项目（虚构）' };
const SAID = { madeOn: '2024-01-08', objectorName: '张三（虚构）', statement: '不符合条件（虚构）。' };
const nowhere = [404, 'RESOURCE_NOT_FOUND', 'ownNoticeId'] as const;

/** What a unit makes known before it declares, where the template asks for no such thing, and where there is no such notice. */
export const badOwnNotices: readonly BadRequest[] = ordersAt('planned', [
  [
    'made known where the template asks for nothing',
    mine,
    BEGIN,
    MEANT,
    [409, 'OWN_NOTICE_NOT_IN_TEMPLATE', 'editionId'],
  ],
  ['made known in the name of another unit', strange, BEGIN, MEANT, [403, 'WRONG_SUBTREE', null]],
  ['made known without a title', mine, BEGIN, { ...MEANT, title: '' }, [400, 'INVALID_FIELD', 'title']],
  ['an own notice stopped that there is not', mine, `${NOTICE}/stop`, { why }, nowhere],
  ['an own notice stopped without a reason', mine, `${NOTICE}/stop`, { why: '' }, [400, 'INVALID_FIELD', 'why']],
  ['an objection to an own notice that there is not', mine, `${NOTICE}/objections`, SAID, nowhere],
  [
    'an objection to an own notice on no day',
    mine,
    `${NOTICE}/objections`,
    { ...SAID, madeOn: '2024-13-40' },
    [400, 'INVALID_FIELD', 'madeOn'],
  ],
  ['an answer to no objection', mine, `${OBJECTION}/answer`, { outcome: 'rejected', answer: why }, nowhere],
  [
    'an objection to an own notice settled by a word that there is not',
    mine,
    `${OBJECTION}/answer`,
    { outcome: 'perhaps', answer: why },
    [400, 'INVALID_FIELD', 'outcome'],
  ],
  ['an answer sent back that there is not', FIRST_OFFICER, `${OBJECTION}/reopen`, { why }, nowhere],
  ['an answer sent back without a reason', FIRST_OFFICER, `${OBJECTION}/reopen`, {}, [400, 'INVALID_FIELD', 'why']],
]);
