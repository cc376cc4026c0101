/** So many failures are free; each further one doubles the wait, up to the longest. */
export type ThrottleRule = Readonly<{ freeFailures: number; firstWaitMs: number; longestWaitMs: number; forgetAfterMs: number }>;

/** One account: a person mistypes a few times; a guesser waits longer and longer. */
export const ACCOUNT_THROTTLE: ThrottleRule = {
  freeFailures: 5,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
};

/** One address: a whole office may sit behind it. */
export const ADDRESS_THROTTLE: ThrottleRule = {
  freeFailures: 30,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
};

const KEYS_MAX = 50_000;

type Failures = { count: number; lastAt: number };

const waitOf = (rule: ThrottleRule, count: number): number =>
  count < rule.freeFailures ? 0 : Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(30, count - rule.freeFailures));

export interface Throttle {
  /** Seconds to wait before the next try; 0 when it may be tried now. */
  waitSeconds(key: string, nowMs: number): number;
  failed(key: string, nowMs: number): void;
  /** A success clears an account. It never clears an address: one own account would reset the guessing of others. */
  succeeded(key: string): void;
}

/** Counts failures in process; unknown names count like known ones. */
export const signInThrottle = (rule: ThrottleRule): Throttle => {
  const failures = new Map<string, Failures>();

  const current = (key: string, nowMs: number): Failures | undefined => {
    const found = failures.get(key);
    if (found !== undefined && nowMs - found.lastAt > rule.forgetAfterMs) {
      failures.delete(key);
      return undefined;
    }
    return found;
  };

  return {
    waitSeconds(key, nowMs) {
      const found = current(key, nowMs);
      if (found === undefined) return 0;
      return Math.max(0, Math.ceil((found.lastAt + waitOf(rule, found.count) - nowMs) / 1_000));
    },
    failed(key, nowMs) {
      const count = (current(key, nowMs)?.count ?? 0) + 1;
      failures.delete(key);
      const oldest = failures.keys().next();
      if (failures.size >= KEYS_MAX && oldest.done !== true) failures.delete(oldest.value);
      failures.set(key, { count, lastAt: nowMs });
    },
    succeeded(key) {
      failures.delete(key);
    },
  };
};
