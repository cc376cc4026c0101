import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals of check-lists alone say; those they share with rounds and sheets stand with these. */
export const checklistTexts = {
  NO_CHECKLIST: notNow('此次评分没有检查清单。', 'This round has no check-list.'),
  ITEM_UNKNOWN: unknown('检查清单在该周期没有此项。', 'The check-list has no such item in this period.'),
  ITEM_NOT_YOURS: denied('此项不由您所在的部门负责。', 'This item is not your office’s.'),
  ITEM_NOT_COUNTED: invalid(
    '此项由审核打分，不按次数登记。',
    'This item is marked by a review: findings are not counted for it.',
  ),
  OWN_ORGANIZATION: denied(
    '不得登记或审核本组织的情况。',
    'Nobody records or reviews anything about the organization that he acts for.',
  ),
  NOT_THE_SUBJECT: denied('只有被检查方可以办理。', 'Only those who are judged can do this.'),
  NOT_A_REVIEWER: denied('您不是此清单的审核方。', 'You review nothing of this check-list.'),
  SELF_SCORE_NOT_ASKED: notNow('活动方案不要求自评。', 'The template asks for no self score.'),
  ANSWER_NOT_ASKED: notNow('活动方案不要求被检查方说明。', 'The template asks for no answer of those who are judged.'),
  ANSWERED_TOO_OFTEN: tooMany('对同一情况的说明过多。', 'This finding has been answered too often.'),
  EFFECTIVE_ON_INVALID: invalid(
    '发生日期无效：须为不晚于今天的日期。',
    'This day is not valid: it must be one that is not to come.',
  ),
  STAGE_NOT_YOURS_NOW: notNow(
    '您的填报阶段现在没有开放：请在该阶段的开放时间内办理。',
    'Your stage is not open now: act while it is, on the days that the calendar gives it.',
  ),
  PERIOD_UNKNOWN: invalid('没有这个检查周期。', 'There is no such period.'),
  PERIOD_NOT_OPEN: notNow(
    '该检查周期尚未开始、已经封账或不在考评时间之内。',
    'This period has not begun, is closed, or lies outside the time that is judged.',
  ),
  PERIOD_NOT_OVER: notNow('该检查周期尚未结束，不能封账。', 'This period is not over yet: it can not be closed.'),
  PERIOD_NOT_CLOSED: notNow('该检查周期没有封账。', 'This period is not closed.'),
  CAP_REACHED: notNow('此项加分已经封顶。', 'This item has earned all it can: another finding would add nothing.'),
  COUNT_INVALID: invalid('次数无效：须为一至一百的整数。', 'This count is not valid: it must be from 1 to 100.'),
  EVIDENCE_INVALID: invalid(
    '佐证材料无效：每份须为 SHA-256，不得重复，至多二十份。',
    'The evidence is not valid: each document by its SHA-256, none twice, twenty at most.',
  ),
  OCCURRENCE_UNKNOWN: unknown('找不到这条检查记录。', 'There is no such finding.'),
  OCCURRENCE_WITHDRAWN: notNow('这条检查记录已经撤销。', 'This finding has been withdrawn.'),
  TOO_MANY_OCCURRENCES: tooMany('该对象的检查记录过多。', 'There are too many findings about this entry.'),
  WITHDRAWING_REASON_UNKNOWN: invalid('未知的撤销事由。', 'This reason for withdrawing is not in the list.'),
  MARKS_MISCOUNTED: invalid(
    '打分个数不符：每个测点一个分值，没有测点的项目一个分值。',
    'These are not as many marks as the item has measures; one where it has none.',
  ),
  MARKED_TOO_OFTEN: tooMany('此项打分修改次数过多。', 'This item has been marked too often.'),
  TOO_MANY_REOPENINGS: tooMany('该检查周期重开次数过多。', 'This period has been opened again too often.'),
} as const satisfies Readonly<Record<string, RefusalText>>;
