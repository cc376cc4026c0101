import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });

/** What the refusals of codes by which the public votes say. */
export const voteCodeTexts = {
  BALLOT_NOT_BY_CODE: notNow('此项投票不凭投票码进行。', 'Nobody votes by a code in this ballot.'),
  VOTE_CODE_COUNT_INVALID: invalid(
    '一次制作的投票码数量须为不超过上限的正整数。',
    'So many codes at once are not made: one at least, and no more than the limit.',
  ),
  TOO_MANY_VOTE_CODES: notNow(
    '此对象或此项投票的投票码已达上限：先作废未用的，再制作。',
    'This entry, or this ballot, has as many codes as it may: void what is unused first.',
  ),
  VOTE_CODES_NOT_FOUND: unknown('没有这批投票码。', 'There is no such batch of codes.'),
  VOTE_CODES_VOID_ALREADY: notNow('这批投票码已经作废。', 'This batch of codes is void already.'),
  VOIDING_PROPOSED_ALREADY: notNow(
    '已有人提出作废这批投票码，待另一人处理。',
    'Somebody has proposed already to void this batch: another person decides upon it.',
  ),
  VOIDING_NOT_PROPOSED: notNow('没有人提出作废这批投票码。', 'Nobody has proposed to void this batch.'),
  VOTE_CODE_NOT_GOOD: unknown(
    '此投票码无效、已作废或已经用过；请核对后重新输入，或向发码的单位询问。',
    'This code is not good: it is mistyped, void, or used already. Look at it again, or ask whoever handed it out.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
