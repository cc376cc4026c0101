import type { RefusalText } from '@jiangong/service-host';
import type { NoticePaperReason } from '../domain/papers/notice-papers.ts';
import { invalid, notFound, notNow, tooMany } from './refusal-status.ts';

/** What is told when notices are put on paper. */
export const paperTexts = {
  NOTICE_NOT_RUNNING: notNow('当前没有正在公示的内容。', 'No such notice runs now: there is nothing to print.'),
  TOO_MANY_NOTICES: tooMany('公示项过多，一份文书容纳不下。', 'There are more notices than one paper holds.'),
  NOTICES_ABOUT_UNKNOWN: invalid('公示类别无效。', 'This kind of notice is not known.'),
  PAPER_FORMAT_UNKNOWN: invalid('文书格式应为 PDF 或 Word。', 'Papers are made as PDF or for Word.'),
  PAPER_REASON_UNKNOWN: invalid(
    '作废原因不在允许范围内。',
    'This reason is not one of those for which papers are withdrawn.',
  ),
  PAPER_NOT_FOUND: notFound('没有这份公示文书。', 'There is no such paper.'),
  PAPER_WITHDRAWN: notNow('这份公示文书已经作废。', 'This paper was withdrawn already.'),
  TOO_MANY_PAPERS: tooMany('公示文书的版本过多。', 'Papers of this kind were made too often.'),
  DOCUMENTS_BUSY: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '正在生成的文书较多，请稍后再试。',
    en: 'Too many documents are being made: try again in a moment.',
  },
} satisfies Partial<Record<NoticePaperReason, RefusalText>>;
