import { refused } from '@jiangong/service-host';
import { STREAM_CHARS_MAX } from './limits.ts';
import type { AuditRefusal } from './refusals.ts';

const no = (refusal: AuditRefusal): Error => refused(refusal);

const STREAM = /^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/;

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Empty means: not asked for. */
export const textOrNull = (value: string, field: string, charsMax: number): string | null => {
  if (value.length > charsMax) throw no({ reason: 'FIELD_TOO_LONG', field, details: { charsMax } });
  return value === '' ? null : value;
};

export const momentOrNull = (value: string, field: string): string | null => {
  if (value === '') return null;
  if (!MOMENT.test(value) || Number.isNaN(Date.parse(value))) throw no({ reason: 'MOMENT_INVALID', field });
  return value;
};

export const streamName = (value: string, field: string): string => {
  if (value.length > STREAM_CHARS_MAX || !STREAM.test(value)) throw no({ reason: 'STREAM_NAME_INVALID', field });
  return value;
};
