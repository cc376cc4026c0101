import type { Refusal } from '@jiangong/event-store';

export type AuditReason =
  | 'STREAM_NOT_FOUND'
  | 'STREAM_NAME_INVALID'
  | 'ORGANIZATION_NOT_FOUND'
  | 'FIELD_TOO_LONG'
  | 'MOMENT_INVALID'
  | 'WORD_UNKNOWN'
  | 'SPAN_TOO_LONG';

export type AuditRefusal = Refusal<AuditReason>;
