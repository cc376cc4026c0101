import type { RateLimit, RateLimits } from '../../application/rate-limit.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/**
 * One bucket, by Redis' own clock: takes a token and answers 0, or the seconds until there is one. After a minute a bucket
 * is full again: it is the same as none.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local max = tonumber(ARGV[1])
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local at = tonumber(bucket[2]) or now
local tokens = math.min(max, (tonumber(bucket[1]) or max) + math.max(0, now - at) * max / 60000)
local wait = 0
if tokens < 1 then wait = math.max(1, math.ceil((1 - tokens) * 60 / max)) else tokens = tokens - 1 end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', math.max(now, at))
redis.call('PEXPIRE', KEYS[1], 60000)
return wait
`;

/** Token buckets that several gateways share. */
export const redisRateLimits = (link: RedisLink, keys: RedisKeys, standIn: RateLimits): RateLimits => ({
  take: async (limit: RateLimit, key) =>
    link.orElse(
      async (client) => {
        const name = keys.of(`rate:${limit.name}`, key);
        const wait = Number(await client.eval(TAKE, { keys: [name], arguments: [String(limit.perMinute)] }));
        return wait === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: wait };
      },
      async () => standIn.take(limit, key),
    ),
});
