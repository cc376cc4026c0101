import { refused } from '@jiangong/service-host';
import { PAGE_SIZE_DEFAULT, PAGE_TOKEN_CHARS_MAX, STREAM_CHARS_MAX } from './limits.ts';
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

export const pageSize = (value: number, sizeMax: number, sizeDefault: number = PAGE_SIZE_DEFAULT): number => {
  if (!Number.isSafeInteger(value) || value < 0 || value > sizeMax)
    throw no({ reason: 'PAGE_SIZE_INVALID', field: 'pageSize', details: { sizeMax } });
  return value === 0 ? sizeDefault : value;
};

/** A page token is the position (or revision) behind which the page begins, in a form that nobody builds upon. */
export const tokenOf = (after: number): string => Buffer.from(`after ${after}`, 'utf8').toString('base64url');

export const afterOf = (token: string): number | null => {
  if (token === '') return null;
  const text = token.length > PAGE_TOKEN_CHARS_MAX ? '' : Buffer.from(token, 'base64url').toString('utf8');
  const number = /^after (\d{1,15})$/.exec(text)?.[1];
  if (number === undefined) throw no({ reason: 'PAGE_TOKEN_INVALID', field: 'pageToken' });
  return Number(number);
};
