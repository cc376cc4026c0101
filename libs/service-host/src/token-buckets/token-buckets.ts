import { LRUCache } from 'lru-cache';

type Bucket = { tokens: number; at: number };

export type BucketSize = Readonly<{
  /** How many in a burst, and how many a minute after it. */
  perMinute: number;
  /** Above so many keys the longest idle buckets are forgotten: they are the fullest, and the same as new ones. */
  keysMax: number;
}>;

/**
 * Token buckets of one process, a bucket a key: takes a token and answers 0, or the seconds until there is one. A refusal takes nothing.
 * `nowMs` is the reading of a clock that only goes forward.
 */
export const tokenBuckets = ({ perMinute, keysMax }: BucketSize): ((key: string, nowMs: number) => number) => {
  const buckets = new LRUCache<string, Bucket>({ max: keysMax });
  const perMs = perMinute / 60_000;
  return (key, nowMs) => {
    const bucket = buckets.get(key) ?? { tokens: perMinute, at: nowMs };
    bucket.tokens = Math.min(perMinute, bucket.tokens + (nowMs - bucket.at) * perMs);
    bucket.at = nowMs;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1_000));
    bucket.tokens -= 1;
    return 0;
  };
};
