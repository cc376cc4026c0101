import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals of secret ballots say. */
export const ballotTexts = {
  NO_BALLOT: notNow('此次评分没有这项无记名投票，或尚未开始。', 'This round has no such secret ballot, or not yet.'),
  TOO_MANY_BOXES: tooMany(
    '参加无记名投票的对象过多，一次投票容纳不下：请先减少参评对象或改用纸质票箱，再开启评分。',
    'The secret ballot would be about more entries than one can hold: take some off first, or vote on paper, and then open the round.',
  ),
  BALLOT_OVER: notNow('无记名投票已经结束。', 'The secret ballot is over.'),
  BALLOTS_NOT_OPENED: notNow(
    '选票尚未开箱，请稍后再统计。',
    'The ballots are not opened yet: count again in a moment.',
  ),
  BALLOT_NOT_HELD: notNow(
    '此次评分的无记名投票没有举行（对象过多，或投票阶段未开始评分就已关闭），不会再有选票可开：请作废此次评分，减少参评对象后重新进行。',
    'The secret ballot of this round was not held (about too many entries, or the round was closed before its stage began), so that nothing will be opened: annul the round, and hold the next one about fewer entries.',
  ),
  ISSUING_OVER: notNow(
    '发放选票凭证的时间已过，不能再领取。',
    'Tokens are issued no longer: the time for them is over.',
  ),
  ISSUING_NOT_OVER: notNow('发放选票凭证的时间尚未结束。', 'Tokens are still being issued.'),
  NOT_A_VOTER: denied('您不是此项投票的投票人。', 'You have no vote in this ballot.'),
  TOKENS_MISCOUNTED: invalid(
    '须为您有权投票的每个对象各申请一个凭证，不多也不少。',
    'Ask for one token for each entry that you may vote about: no more, and no fewer.',
  ),
  BLINDED_INVALID: invalid('凭证申请格式无效。', 'This request for a token is not valid.'),
  TOKENS_ISSUED_ALREADY: notNow(
    '您的凭证已经发放，每人只发一次；凭证只保存在当时所用的浏览器或备份文件里，遗失后无法补发。',
    'Your tokens were issued already, and are issued once; they are kept by the browser that asked, or in your copy, and can not be replaced.',
  ),
  TOO_MANY_TOKENS: tooMany('选票凭证数量超过上限。', 'There are too many tokens in this ballot.'),
  BALLOT_UNKNOWN: unknown('没有这项无记名投票。', 'There is no such secret ballot.'),
  BOX_NOT_OPEN: notNow(
    '票箱尚未开启，请在领取凭证的时间结束后投票。',
    'The box is not open yet: vote once tokens are issued no longer.',
  ),
  BOX_CLOSED: notNow('票箱已经关闭。', 'The box is closed.'),
  GROUP_TOO_SMALL: notNow(
    '领取凭证的人太少，为不暴露个人意见，此票箱不开启。',
    'Too few tokens were issued: so that nobody’s vote is seen, this box does not open.',
  ),
  LEVEL_UNKNOWN: invalid('没有这个等次。', 'There is no such level.'),
  MARKS_INCOMPLETE: invalid(
    '每个对象的每个问题都须选一个等次，不多也不少。',
    'Choose one level for every question about every entry: no more, and no fewer.',
  ),
  TOP_MARKS_TOO_MANY: notNow(
    '一张选票上最高等次的数量超过办法允许的上限。',
    'There are more answers of the highest level on this paper than the template allows.',
  ),
  SERIAL_INVALID: invalid(
    '每个回答须有各自的随机编号，互不相同。',
    'Each answer needs a random serial of its own, no two alike.',
  ),
  TOKEN_INVALID: invalid('选票凭证无效。', 'This token is not valid.'),
  TOKEN_USED_ALREADY: notNow(
    '此凭证已经投过票，不能更改。',
    'This token has voted already, and its vote can not be changed.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
