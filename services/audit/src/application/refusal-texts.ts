import type { RefusalText } from '@jiangong/service-host';
import type { AuditReason } from './refusals.ts';

export const refusalTexts: Record<AuditReason, RefusalText> = {
  STREAM_NOT_FOUND: { status: 'NOT_FOUND', zh: '没有这个事件流。', en: 'There is no such stream.' },
  ORGANIZATION_NOT_FOUND: { status: 'NOT_FOUND', zh: '没有这个组织。', en: 'There is no such organization.' },
  STREAM_NAME_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '事件流名称应为“上下文.对象-编号”。',
    en: 'A stream is named “context.aggregate-id”.',
  },
  FIELD_TOO_LONG: { status: 'INVALID_ARGUMENT', zh: '内容超过长度限制。', en: 'The text is longer than allowed.' },
  WORD_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '取值不在允许范围内。',
    en: 'This word is not one of those allowed.',
  },
  SPAN_TOO_LONG: {
    status: 'INVALID_ARGUMENT',
    zh: '时间跨度过长，请改用更大的单位或缩短时段。',
    en: 'The span has too many hours, days or months: take a larger unit or a shorter span.',
  },
  MOMENT_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '时间应为带毫秒的 UTC 时间，例如 2021-11-05T03:04:05.678Z。',
    en: 'A moment is UTC with milliseconds, for example 2021-11-05T03:04:05.678Z.',
  },
};
