import { addCalendarDays, isLocalDate, localDateOf } from '@jiangong/calendar';
import { DUE_DAYS_MAX } from './limits.ts';
import type { HonourRefusal } from './refusals.ts';
import type { HeldHonour } from './state.ts';

/** A day on which something became true: it exists, has come, and is not before the honour was granted. */
export const effectiveRefusal = ({ grantedAt }: HeldHonour, day: string, now: string): HonourRefusal | undefined => {
  const field = 'effectiveOn';
  if (!isLocalDate(day)) return { reason: 'DAY_INVALID', field };
  if (day > localDateOf(now)) return { reason: 'DAY_IN_FUTURE', field };
  const grantedOn = localDateOf(grantedAt);
  return day < grantedOn ? { reason: 'DAY_BEFORE_GRANT', field, details: { grantedOn } } : undefined;
};

/** A day until which something has to be done: to come, and within a year. */
export const dueRefusal = (day: string, now: string, field: string): HonourRefusal | undefined => {
  if (!isLocalDate(day)) return { reason: 'DAY_INVALID', field };
  const today = localDateOf(now);
  if (day <= today) return { reason: 'DAY_PAST', field };
  const latest = addCalendarDays(today, DUE_DAYS_MAX);
  return day > latest ? { reason: 'DAY_TOO_FAR', field, details: { latest } } : undefined;
};
