import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals of bonuses alone say; those they share with rounds and check-lists stand with these. */
export const bonusTexts = {
  NO_BONUS: notNow('此次评分没有加分项。', 'This round has no bonuses.'),
  BONUS_UNKNOWN: unknown('没有这个加分项。', 'There is no such bonus item.'),
  LEVEL_UNKNOWN: invalid('该加分项没有这个档次。', 'The bonus item has no such level.'),
  POINTS_INVALID: invalid(
    '加分分值无效：须大于零，且不超过该项上限。',
    'These points are not valid: they must be more than none and no more than the item gives.',
  ),
  OUTSIDE_JUDGED_TIME: invalid('取得日期不在考评时间之内。', 'This day lies outside the time that is judged.'),
  CLAIM_NEEDS_DOCUMENT: invalid('须附证明材料。', 'A document must be attached.'),
  HONOUR_CLAIMED_ALREADY: notNow(
    '该荣誉已按同一档次申报；同一荣誉只计最高级。',
    'This honour has been claimed at this level already: it counts once, at its highest.',
  ),
  HONOUR_ELSEWHERE: notNow(
    '该荣誉已在另一加分项申报；同一荣誉只计一次。',
    'This honour has been claimed for another item: it counts once.',
  ),
  TOO_MANY_CLAIMS: tooMany('该对象的加分申报过多。', 'There are too many claims of this entry.'),
  CLAIM_UNKNOWN: unknown('找不到这条加分申报。', 'There is no such claim.'),
  CLAIM_WITHDRAWN: notNow('这条加分申报已经撤回。', 'This claim has been withdrawn.'),
  CLAIM_DECIDED: notNow('这条加分申报已经认定。', 'This claim has been decided already.'),
  CLAIM_WAITING: notNow('这条加分申报尚未认定。', 'This claim has not been decided yet.'),
  CLAIM_NOT_YOURS: denied('加分申报不由您认定。', 'Claims of bonuses are not yours to decide.'),
  OWN_CLAIM: denied('不得认定自己申报的加分。', 'Nobody decides what he claimed himself.'),
  OUTCOME_UNKNOWN: invalid('认定结果须为通过或不予加分。', 'A claim is granted or declined.'),
  DECLINING_REASON_UNKNOWN: invalid('未知的不予加分事由。', 'This reason for declining is not in the list.'),
  RECONSIDERING_REASON_UNKNOWN: invalid('未知的重新认定事由。', 'This reason for deciding anew is not in the list.'),
  VERDICT_STANDS: notNow('与现有认定相同，没有变化。', 'This is what has been decided already: nothing would change.'),
  DECIDED_TOO_OFTEN: tooMany('这条加分申报认定次数过多。', 'This claim has been decided too often.'),
  CLAIMS_WAITING: notNow(
    '还有加分申报没有认定，不能统计。',
    'Claims of bonuses still wait for their decision: no result is computed before.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
