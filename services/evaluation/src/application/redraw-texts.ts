import type { RefusalText } from '@jiangong/service-host';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });
const notNow = (zh: string, en: string): RefusalText => ({ status: 'FAILED_PRECONDITION', zh, en });

/** What the refusals say where a list is redrawn for a round to come. */
export const redrawTexts = {
  LIST_NOT_REDRAWN: notNow(
    '活动方案不允许在本届内调整这份清单。',
    'The template does not let this list be redrawn within the edition.',
  ),
  LIST_IN_USE: notNow(
    '本轮已经启动，清单不再调整；下一次评定的清单可在其启动前调整。',
    'The round is open and its list is in use: that of the next rating can be redrawn before it opens.',
  ),
  LIST_MISCOUNTED: invalid(
    '调整后的总分为 {points}，须仍为 {total}（百分之一分）。',
    'The redrawn list adds up to {points} and must go on adding up to {total} (hundredths of a point).',
  ),
  LIST_STANDS: notNow('清单已是如此，没有变化。', 'The list stands like this already: nothing would change.'),
  AREA_EMPTY: invalid('部分“{area}”至少保留一项。', 'At least one item of the area "{area}" has to stay.'),
  ITEM_TWICE: invalid('同一项写了两次。', 'An item stands there twice.'),
  ITEM_POINTS_FIXED: invalid(
    '此项按分项打分或与他项合并计分，分值不调整；可以不再考评（0 分）。',
    'This item is marked by measures or counts once with others: its points stay, or it is left out (0).',
  ),
  ITEM_POINTS_INVALID: invalid(
    '分值须为 {step} 的整数倍（百分之一分），不小于 0。',
    'The points must be a multiple of {step} (hundredths of a point), and not less than 0.',
  ),
} as const satisfies Readonly<Record<string, RefusalText>>;
