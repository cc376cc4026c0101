import { LRUCache } from 'lru-cache';
import { THROTTLE_KEYS_MAX, type Throttle, type ThrottleRule, waitOf } from '../../application/sign-in-throttle.ts';

type Failures = Readonly<{ count: number; lastAt: number }>;

/** Counts failures in this process. `nowMs` reads a clock that only goes forward. */
export const memoryThrottle = (rule: ThrottleRule, nowMs: () => number): Throttle => {
  const failures = new LRUCache<string, Failures>({ max: THROTTLE_KEYS_MAX });

  const current = (key: string, now: number): Failures | undefined => {
    const found = failures.peek(key);
    if (found === undefined || now - found.lastAt <= rule.forgetAfterMs) return found;
    failures.delete(key);
    return undefined;
  };

  const waitSeconds = (key: string, now: number): number => {
    const found = current(key, now);
    return found === undefined ? 0 : Math.max(0, Math.ceil((found.lastAt + waitOf(rule, found.count) - now) / 1_000));
  };

  const failed = (key: string, now: number): void => {
    const count = (current(key, now)?.count ?? 0) + 1;
    failures.set(key, { count, lastAt: now });
  };

  return {
    waitSeconds: async (key) => waitSeconds(key, nowMs()),
    begin: async (key) => {
      const now = nowMs();
      const wait = waitSeconds(key, now);
      if (wait === 0) failed(key, now);
      return wait;
    },
    failed: async (key) => failed(key, nowMs()),
    succeeded: async (key) => void failures.delete(key),
  };
};
