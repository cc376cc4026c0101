/** A named limit: a bucket for each key, refilled steadily. */
export type RateLimit = Readonly<{
  /** Kebab-case; part of the key where buckets are shared. */
  name: string;
  /** How many in a burst, and how many a minute after it. */
  perMinute: number;
}>;

export type RateAnswer = Readonly<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;

/** Above so many keys in one process the longest idle buckets are forgotten: they are the fullest, and the same as new ones. */
export const RATE_KEYS_MAX = 50_000;

/**
 * Token buckets, by the adapter's own clock. Every adapter passes `test/shared-memory-contract`: a new key has a full bucket, what is
 * taken comes back steadily, keys and limits do not touch each other. A refusal takes nothing. Never rejects for a store that is away.
 */
export interface RateLimits {
  take(limit: RateLimit, key: string): Promise<RateAnswer>;
}
