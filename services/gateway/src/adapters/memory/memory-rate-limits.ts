import { tokenBuckets } from '@jiangong/service-host/token-buckets';
import { RATE_KEYS_MAX, type RateLimits } from '../../application/rate-limit.ts';

/** Token buckets of this process. `nowMs` reads a clock that only goes forward. */
export const memoryRateLimits = (nowMs: () => number): RateLimits => {
  const limits = new Map<string, ReturnType<typeof tokenBuckets>>();
  return {
    take: async ({ name, perMinute }, key) => {
      let buckets = limits.get(name);
      if (buckets === undefined) limits.set(name, (buckets = tokenBuckets({ perMinute, keysMax: RATE_KEYS_MAX })));
      const wait = buckets(key, nowMs());
      return wait === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: wait };
    },
  };
};
