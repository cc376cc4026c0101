import { dayOutside, localDateOf, startOfDay } from '@jiangong/calendar';
import type { PersonRefusal } from './refusals.ts';

export type EffectiveBounds = Readonly<{ now: string; daysBack: number; daysAhead: number; notBefore?: string }>;

/** The day on which something takes effect: the given one within its bounds, or the day of the order. */
export const effectiveDay = (
  given: string | null,
  { now, daysBack, daysAhead, notBefore }: EffectiveBounds,
): Readonly<{ day: string }> | Readonly<{ refusal: PersonRefusal }> => {
  const today = localDateOf(now);
  if (given === null) return { day: today };
  const outside = dayOutside(given, {
    ...{ today, daysBack, daysAhead },
    ...(notBefore === undefined ? {} : { notBefore }),
  });
  if (!outside) return { day: given };
  const field = 'effectiveOn';
  switch (outside.kind) {
    case 'no-day':
      return { refusal: { reason: 'DAY_INVALID', field } };
    case 'too-early':
      return { refusal: { reason: 'EFFECTIVE_TOO_EARLY', field, details: { earliest: outside.earliest } } };
    case 'too-late':
      return { refusal: { reason: 'EFFECTIVE_TOO_LATE', field, details: { latest: outside.latest } } };
  }
};

/** From when on it counts no more: the first instant of the day; today's from now on, since the morning has happened. */
export const endsAtOf = (day: string, now: string): string => (day === localDateOf(now) ? now : startOfDay(day));
