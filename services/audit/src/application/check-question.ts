import { refused } from '@jiangong/service-host';
import { BUCKETS_MAX, STREAM_CHARS_MAX } from './limits.ts';
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

const HOUR_MS = 3_600_000;
/** The shortest that each can be. */
const UNIT_MS: Readonly<Record<string, number>> = { hour: HOUR_MS, day: 24 * HOUR_MS, month: 28 * 24 * HOUR_MS };

/** By what a span is counted; both its ends are said, so that the answer has a bound. */
export const unitOf = (by: string, from: string | null, before: string | null): string => {
  const unitMs = UNIT_MS[by];
  if (unitMs === undefined) throw no({ reason: 'WORD_UNKNOWN', field: 'by' });
  if (from === null) throw no({ reason: 'MOMENT_INVALID', field: 'occurredFrom' });
  if (before === null) throw no({ reason: 'MOMENT_INVALID', field: 'occurredBefore' });
  if (Date.parse(before) - Date.parse(from) > (BUCKETS_MAX - 1) * unitMs)
    throw no({ reason: 'SPAN_TOO_LONG', field: 'occurredBefore', details: { bucketsMax: BUCKETS_MAX } });
  return by;
};

export const streamName = (value: string, field: string): string => {
  if (value.length > STREAM_CHARS_MAX || !STREAM.test(value)) throw no({ reason: 'STREAM_NAME_INVALID', field });
  return value;
};
