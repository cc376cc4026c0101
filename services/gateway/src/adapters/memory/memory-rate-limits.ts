import { RATE_KEYS_MAX, type RateAnswer, type RateLimit, type RateLimits } from '../../application/rate-limit.ts';

type Bucket = { tokens: number; at: number };

const bucketsOf = (limit: RateLimit): ((key: string, nowMs: number) => RateAnswer) => {
  const buckets = new Map<string, Bucket>();
  const perMs = limit.perMinute / 60_000;

  const forgetFull = (nowMs: number): void => {
    for (const [key, bucket] of buckets) {
      if (bucket.tokens + (nowMs - bucket.at) * perMs >= limit.perMinute) buckets.delete(key);
    }
    for (const key of buckets.keys()) {
      if (buckets.size < RATE_KEYS_MAX) return;
      buckets.delete(key);
    }
  };

  return (key, nowMs) => {
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      if (buckets.size >= RATE_KEYS_MAX) forgetFull(nowMs);
      buckets.set(key, { tokens: limit.perMinute - 1, at: nowMs });
      return { allowed: true };
    }
    bucket.tokens = Math.min(limit.perMinute, bucket.tokens + (nowMs - bucket.at) * perMs);
    bucket.at = nowMs;
    if (bucket.tokens < 1)
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1_000)) };
    bucket.tokens -= 1;
    return { allowed: true };
  };
};

/** Token buckets of this process. `nowMs` reads a clock that only goes forward. */
export const memoryRateLimits = (nowMs: () => number): RateLimits => {
  const limits = new Map<string, ReturnType<typeof bucketsOf>>();
  return {
    take: async (limit, key) => {
      let buckets = limits.get(limit.name);
      if (buckets === undefined) limits.set(limit.name, (buckets = bucketsOf(limit)));
      return buckets(key, nowMs());
    },
  };
};
