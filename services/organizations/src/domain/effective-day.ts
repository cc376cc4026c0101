import { dayOutside, localDateOf } from '@jiangong/calendar';
import { BACKDATED_DAYS_MAX } from './limits.ts';
import type { OrganizationRefusal } from './refusals.ts';

/**
 * The day on which something took effect: the given one, or the day of the order. What is entered has happened: the day lies
 * not in the future, at most `BACKDATED_DAYS_MAX` days back, and not before `notBefore` (what it builds upon).
 */
export const effectiveDay = (
  given: string | null,
  { now, notBefore }: Readonly<{ now: string; notBefore?: string }>,
): Readonly<{ day: string }> | Readonly<{ refusal: OrganizationRefusal }> => {
  const today = localDateOf(now);
  // What counts from a later day than today (an organization entered with the platform's clock behind) counts from there.
  if (given === null) return { day: notBefore !== undefined && notBefore > today ? notBefore : today };
  const bounds = { today, daysBack: BACKDATED_DAYS_MAX, daysAhead: 0 };
  const outside = dayOutside(given, notBefore === undefined ? bounds : { ...bounds, notBefore });
  if (!outside) return { day: given };
  switch (outside.kind) {
    case 'no-day':
      return { refusal: { reason: 'DAY_INVALID', field: 'effectiveOn' } };
    case 'too-early':
      return {
        refusal: { reason: 'EFFECTIVE_TOO_EARLY', field: 'effectiveOn', details: { earliest: outside.earliest } },
      };
    case 'too-late':
      return { refusal: { reason: 'EFFECTIVE_TOO_LATE', field: 'effectiveOn', details: { latest: outside.latest } } };
  }
};
