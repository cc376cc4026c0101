import type { RefusalText } from '@jiangong/service-host';
import type { CodesReason } from '../domain/codes/codes.ts';
import type { EntriesReason } from '../domain/entries/refusals.ts';
import { already, invalid, notFound, notNow, tooMany } from './refusal-status.ts';
import type { ReferenceReason } from './reference-refusals.ts';

/** What is told about codes, and about works that are entered by them. */
export const registrationTexts = {
  INTAKE_NOT_BY_CODE: notNow('本活动不凭征集码报送作品。', 'In this edition nothing is entered by a code.'),
  CODE_UNKNOWN: notFound(
    '征集码无效：请核对是否输错，或已由主办方作废。',
    'This code does not hold: look whether it is mistyped, or was recalled by the office.',
  ),
  CODE_USED: already(
    '该征集码已报送另一类别的作品，请先撤回。',
    'A work of another category was entered by this code: take it back first.',
  ),
  CODE_COUNT_INVALID: invalid('一次发放 1 至 {max} 个征集码。', 'From 1 to {max} codes are handed out at once.'),
  TOO_MANY_CODES: tooMany('征集码数量已达上限（{max}）。', 'There are as many codes as there may be ({max}).'),
  CODE_BATCH_NOT_FOUND: notFound('没有这批征集码。', 'No such codes were handed out.'),
  CODE_NUMBER_UNKNOWN: invalid(
    '该批征集码的编号为 1 至 {count}，且不能重复。',
    'Codes of this batch have the numbers 1 to {count}; each is named once.',
  ),
  CODES_RECALLED_ALREADY: already('这些征集码已经作废。', 'These codes are recalled already.'),
  TOO_MANY_FILES_BY_CODE: tooMany(
    '凭该征集码上传的文件已达上限（{max} 个）。',
    'As many files were brought by this code as may be ({max}).',
  ),
  AUTHOR_NOT_NAMED: notFound('该项目没有凭征集码登记的作者。', 'This entry has no author who came by a code.'),
} satisfies Partial<Record<CodesReason | EntriesReason | ReferenceReason, RefusalText>>;
