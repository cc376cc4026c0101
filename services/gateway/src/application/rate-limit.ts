/** A named limit: a bucket for each key, refilled steadily. */
export type RateLimit = Readonly<{
  name: string;
  /** How many in a burst, and how many a minute after it. */
  perMinute: number;
}>;

export type RateAnswer = Readonly<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;

/** Above so many keys the fullest (longest idle) buckets are forgotten: they are the same as new ones. */
const KEYS_MAX = 50_000;

type Bucket = { tokens: number; at: number };

/** Token buckets in process. `nowMs` is a monotonic reading given by the caller. */
export const rateLimiter = (limit: RateLimit): ((key: string, nowMs: number) => RateAnswer) => {
  const buckets = new Map<string, Bucket>();
  const perMs = limit.perMinute / 60_000;

  const forgetFull = (nowMs: number): void => {
    for (const [key, bucket] of buckets) {
      if (bucket.tokens + (nowMs - bucket.at) * perMs >= limit.perMinute) buckets.delete(key);
    }
    for (const key of buckets.keys()) {
      if (buckets.size < KEYS_MAX) return;
      buckets.delete(key);
    }
  };

  return (key, nowMs) => {
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      if (buckets.size >= KEYS_MAX) forgetFull(nowMs);
      buckets.set(key, { tokens: limit.perMinute - 1, at: nowMs });
      return { allowed: true };
    }
    bucket.tokens = Math.min(limit.perMinute, bucket.tokens + (nowMs - bucket.at) * perMs);
    bucket.at = nowMs;
    if (bucket.tokens < 1) return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1_000)) };
    bucket.tokens -= 1;
    return { allowed: true };
  };
};
