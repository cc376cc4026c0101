import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });

/** What the refusals of paper boxes alone say. */
export const paperBoxTexts = {
  NO_PAPER_BOX: notNow('此次评分没有这项纸质投票。', 'This round has no such paper box.'),
  NOT_A_TELLER: denied('您不是此次投票的计票人。', 'You are no teller of this vote.'),
  PAPER_BOX_OPENED: notNow('计票结果已经公布，不能再更改。', 'The count is opened, and stands: nothing of it changes.'),
  PAPER_BOX_NOT_CLOSED: notNow(
    '投票尚未截止，截止后才能公布计票结果。',
    'The vote is not over: its count is opened once it is.',
  ),
  COUNT_NOT_WHOLE: invalid(
    '请填写至少一个对象，每个对象只填一次。',
    'Count at least one entry, and each of them once.',
  ),
  PAPER_NOT_WHOLE: invalid('同在一张选票上的人选须一并清点。', 'Names that stand on one paper are counted together.'),
  PAPERS_DIFFER: invalid(
    '同在一张选票上的人选，发出、收回、无效票数须相同。',
    'Of names on one paper as many papers were handed out, found and invalid.',
  ),
  PAPERS_BEYOND_PRESENT: notNow(
    '发出的选票多于会议记录在案的到会人数；会议尚未登记并经到会领导确认的，按无人到会计。',
    'More papers were handed out than people were present at the meeting on record; while none is recorded and attested, nobody was.',
  ),
  PICKS_TOO_MANY: invalid(
    '各人选得票之和超过有效票允许推荐的总数；推荐人数超过上限的选票是无效票。',
    'All names together were picked more often than the valid papers may pick: a paper that picks too many names is invalid.',
  ),
  COUNT_NUMBERS_INVALID: invalid(
    '票数须为不超过上限的非负整数，且无效票不多于收回票。',
    'Papers are counted in whole numbers within the limit, and no more are invalid than were found.',
  ),
  COUNT_DOES_NOT_ADD_UP: invalid(
    '每个问题各等次票数之和须等于有效票数（收回减无效）。',
    'To each question the levels add up to the valid papers: those found less those invalid.',
  ),
  COUNT_OF_VOID_BOX: invalid(
    '收回多于发出，此次投票无效，不再分列票数。',
    'More papers were found than handed out: this box is void, and nothing in it is counted.',
  ),
  COUNT_WAITS: notNow(
    '该对象已有计票待他人核对，请先核对。',
    'A count of this entry waits for a second person: settle it first.',
  ),
  COUNT_NOT_FOUND: unknown('没有这份计票记录。', 'There is no such count.'),
  COUNT_SETTLED: notNow('这份计票记录已经核对过。', 'This count is settled already.'),
  COUNTED_BY_YOU: denied(
    '您清点或核对过这些票，须由其他人核对或更正。',
    'You counted or confirmed these papers: others confirm or correct them.',
  ),
  COUNTS_MISSING: notNow(
    '还有对象没有两人核对过的计票。',
    'Some entries have no count that two persons confirmed, or one that still waits.',
  ),
  TOO_MANY_COUNTS: notNow('计票记录过多。', 'There are too many counts of this box.'),
} as const satisfies Readonly<Record<string, RefusalText>>;
