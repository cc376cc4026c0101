import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { textRefusal } from '@jiangong/wording';
import { DOCUMENT_NUMBER_CHARACTERS_MAX, REASON_CHARACTERS_MAX } from '../decision/limits.ts';
import type { Paper } from './orders.ts';
import type { RecommendationRefusal } from './refusals.ts';

const SHA_256 = /^[0-9a-f]{64}$/u;

/** A paper has a number, a file that is known by its hash, and a day that has come and is no earlier than `notBefore`. */
export const paperRefusal = (
  { documentNumber, file, effectiveOn }: Paper,
  now: string,
  notBefore: Readonly<{ day: string; reason: 'DAY_BEFORE_DECISION' | 'DAY_BEFORE_PUT_FORWARD' }>,
): RecommendationRefusal | undefined => {
  const number = textRefusal(documentNumber, {
    field: 'documentNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (number) return number;
  if (!SHA_256.test(file)) return { reason: 'FILE_INVALID', field: 'file' };
  const field = 'effectiveOn';
  if (!isLocalDate(effectiveOn)) return { reason: 'DAY_INVALID', field };
  if (effectiveOn > localDateOf(now)) return { reason: 'DAY_IN_FUTURE', field };
  const { day, reason } = notBefore;
  return effectiveOn < day ? { reason, field, details: { notBefore: day } } : undefined;
};

export const whyRefusal = (why: string): RecommendationRefusal | undefined =>
  textRefusal(why, { field: 'why', charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
