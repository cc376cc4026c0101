import type { RefusalText } from '@jiangong/service-host';
import type { DealReason } from '../domain/deal/refusals.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });
const denied = (zh: string, en: string): RefusalText => ({ status: 'PERMISSION_DENIED', zh, en });
const unknown = (zh: string, en: string): RefusalText => ({ status: 'NOT_FOUND', zh, en });
const tooMany = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** Why entries are not dealt out among evaluators. */
export const dealTexts: Readonly<Record<DealReason | 'DEAL_NOT_FOUND', RefusalText>> = {
  ROUND_NOT_DEALT_OUT: notNow(
    '按活动方案，此次评分由全体评委评全部对象，不分配。',
    'By the template every evaluator judges every entry of this round: nothing is dealt out.',
  ),
  ENTRIES_NOT_DEALT: notNow('评审对象尚未分配。', 'The entries have not been dealt out yet.'),
  ENTRY_NOT_DEALT_TO_YOU: denied('该对象没有分配给您评审。', 'This entry was not given to you to judge.'),
  NOTHING_TO_DEAL: notNow(
    '每个对象的评委都已配齐，无须补派；重新分配须由他人执行。',
    'Every entry has its evaluators: nothing is missing. Dealing out again takes a second person.',
  ),
  DEAL_IMPOSSIBLE: notNow(
    '无法分配：一个对象需要 {each} 名评委，除回避外只有 {able} 名可评，或其承担数量已满。请增加评委、放宽数量上限或核实回避。',
    'It can not be dealt out: an entry needs {each} evaluators, and {able} could judge it, or have as many as they take. Seat more, raise what they take, or look at the conflicts.',
  ),
  DEAL_TOO_LARGE: tooMany(
    '分配规模过大：最多 {seatsMax} 个席位、合计 {pairsMax} 份评审任务。',
    'This is too large to be dealt out: at most {seatsMax} seats and {pairsMax} evaluators of entries altogether.',
  ),
  TOO_MANY_DEALS: tooMany(
    '一次评分最多分配 {dealsMax} 次。',
    'Entries are dealt out at most {dealsMax} times in a round.',
  ),
  LOAD_INVALID: invalid(
    '承担数量须为 0 至 {atMostMax} 的整数。',
    'How many a seat takes is a whole number from 0 to {atMostMax}.',
  ),
  DEAL_REASON_UNKNOWN: invalid('请从所列理由中选择一项。', 'Choose one of the reasons listed.'),
  CONFLICT_UNKNOWN: notNow(
    '这里没有可以撤销的原单位回避；本单位、本人及本人声明的回避不在此处理。',
    'There is no conflict by a former unit here that could be dismissed; the own unit, the own entry and a declared word are not.',
  ),
  DEAL_NOT_FOUND: unknown('没有这一次分配。', 'There is no such deal.'),
};
