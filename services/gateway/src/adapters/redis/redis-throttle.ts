import { DOUBLINGS_MAX } from '@jiangong/patience';
import { type Throttle, type ThrottleRule } from '../../application/sign-in-throttle.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** `look`: the seconds to wait. `begin`: the same, and counted where it is 0. `failed`: counted. */
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local what, free, first, longest, forget = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local failures = redis.call('HMGET', KEYS[1], 'count', 'at')
local count = tonumber(failures[1]) or 0
local wait = 0
if count >= free and what ~= 'failed' then
  local pause = math.min(longest, first * 2 ^ math.min(${DOUBLINGS_MAX}, count - free))
  wait = math.max(0, math.ceil((tonumber(failures[2]) + pause - now) / 1000))
end
if what ~= 'look' and wait == 0 then
  redis.call('HSET', KEYS[1], 'count', count + 1, 'at', now)
  redis.call('PEXPIRE', KEYS[1], forget)
end
return wait
`;

/** Failures that several gateways count together. */
export const redisThrottle = (
  { link, keys }: { link: RedisLink; keys: RedisKeys },
  rule: ThrottleRule,
  standIn: Throttle,
): Throttle => {
  const rest = [rule.freeFailures, rule.firstWaitMs, rule.longestWaitMs, rule.forgetAfterMs].map(String);
  const nameOf = (key: string): string => keys.of(`throttle:${rule.name}`, key);
  const count = async (
    key: string,
    what: 'look' | 'begin' | 'failed',
    otherwise: () => Promise<number>,
  ): Promise<number> =>
    link.orElse(
      async (client) => Number(await client.eval(COUNT, { keys: [nameOf(key)], arguments: [what, ...rest] })),
      otherwise,
    );
  return {
    waitSeconds: async (key) => count(key, 'look', async () => standIn.waitSeconds(key)),
    begin: async (key) => count(key, 'begin', async () => standIn.begin(key)),
    failed: async (key) => {
      await count(key, 'failed', async () => {
        await standIn.failed(key);
        return 0;
      });
    },
    succeeded: async (key) => {
      await standIn.succeeded(key);
      await link.orElse(
        async (client) => client.del(nameOf(key)),
        async () => 0,
      );
    },
  };
};
