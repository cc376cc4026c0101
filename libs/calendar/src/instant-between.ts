import type { Instant } from './local-date.ts';

const SHARE_WHOLE = 10_000;
const MINUTE_MS = 60_000;

/**
 * The moment at which so many basis points of the time from one instant to another have passed: on a whole minute, so that every clock shows
 * the same, unless that were no later than the first.
 */
export const instantBetween = (from: Instant, until: Instant, share: number): Instant => {
  const [first, last] = [Date.parse(from), Date.parse(until)];
  const at = Math.floor(first + ((last - first) * share) / SHARE_WHOLE);
  const whole = at - (at % MINUTE_MS);
  return new Date(whole > first ? whole : at).toISOString();
};
