import type { RefusalText } from '@jiangong/service-host';
import type { ContestReason } from '../domain/contest/refusals.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** Why an order about a contest is refused. */
export const contestTexts: Readonly<
  Record<Exclude<ContestReason, 'ROUND_CLOSED'> | 'MARKED_ONE_AT_A_TIME', RefusalText>
> = {
  NOT_A_CONTEST: notNow('此次评分不是逐个登场评分。', 'Entries are not called one at a time in this round.'),
  ORDER_NOT_DRAWN: notNow('出场顺序尚未抽签。', 'The order of appearance has not been drawn yet.'),
  ORDER_NOT_BY_LOT: notNow('按活动方案，出场顺序不抽签。', 'By the template the order of appearance is not drawn.'),
  ORDER_DRAWN_ALREADY: notNow(
    '出场顺序已经抽签；重新抽签须由他人执行。',
    'The order has been drawn already; drawing it again takes a second person.',
  ),
  LOT_INVALID: invalid(
    '请填写现场报出的数字，最多 {digitsMax} 位。',
    'Write down the digits that were said in the hall, at most {digitsMax}.',
  ),
  TOO_MANY_DRAWS: tooMany(
    '出场顺序最多抽签 {drawsMax} 次。',
    'The order of appearance is drawn at most {drawsMax} times.',
  ),
  CONTEST_BEGUN: notNow(
    '已有参评对象登场，出场顺序不能再抽签。',
    'Somebody has been called already: the order is not drawn any more.',
  ),
  ENTRY_ON_STAGE: notNow(
    '另有参评对象正在登场，请先结束其评分。',
    'Another entry is on the stage: close or put it off first.',
  ),
  ENTRY_NOT_ON_STAGE: notNow('该参评对象现在没有登场。', 'This entry is not on the stage now.'),
  ENTRY_NOT_NEXT: notNow(
    '按出场顺序还没有轮到该参评对象；未到场的可以顺延。',
    'It is not the turn of this entry yet; whoever is not there can be put off.',
  ),
  ENTRY_MARKED_ALREADY: notNow(
    '该参评对象已经评过；需要补评的，请重新开放。',
    'This entry has had its turn; reopen it where somebody has to mark it again.',
  ),
  ENTRY_NOT_MARKED: notNow('该参评对象还没有评过。', 'This entry has not had its turn yet.'),
  ENTRY_WITHOUT_SCORE: notNow(
    '有效的评分太少，尚无得分（{why}）；可以重新开放补评。',
    'Too few marks count for a score ({why}); reopen the entry for those who can still mark it.',
  ),
  MARKS_MISSING: notNow(
    '还有 {missing} 名评委没有交分；不再等待的，请选择原因。',
    'The marks of {missing} are not in yet; say why nobody waits for them, or wait.',
  ),
  TOO_MANY_TURNS: tooMany('同一参评对象最多登场 {turnsMax} 次。', 'One entry has at most {turnsMax} turns.'),
  CONTEST_REASON_UNKNOWN: invalid('请从所列原因中选择。', 'This is none of the reasons of the list.'),
  SCORES_SHOWN_AFTER_CLOSE: notNow(
    '按活动方案，得分在评分截止后公布。',
    'By the template scores are shown with the result, not before.',
  ),
  MARKED_ONE_AT_A_TIME: notNow(
    '本轮逐个登场评分，请在现场评分页面打分。',
    'Entries are marked one at a time in this round: mark them where they are called.',
  ),
};
