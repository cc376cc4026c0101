import { metricNames, type Logger } from '@jiangong/telemetry';
import { gaugeOf } from '@jiangong/telemetry/node';
import type { SharedMemory } from '../../application/shared-memory.ts';
import { redisCache } from './redis-cache.ts';
import { redisKeys } from './redis-keys.ts';
import { RedisLink } from './redis-link.ts';
import { openRedisLive } from './redis-live.ts';
import { redisOrderAnswers } from './redis-order-answers.ts';
import { redisRateLimits } from './redis-rate-limits.ts';
import { redisReadMarks } from './redis-read-marks.ts';
import { redisThrottle } from './redis-throttle.ts';

export type RedisSharedOptions = Readonly<{
  url: string;
  password: string | undefined;
  masterKey: Buffer;
  /** What this gateway does on its own while Redis is away. */
  standIn: SharedMemory;
  random: () => number;
  log: Logger;
}>;

/** What several gateways share over one Redis. */
export const openRedisShared = async ({
  url,
  password,
  masterKey,
  standIn,
  random,
  log,
}: RedisSharedOptions): Promise<SharedMemory> => {
  const link = await RedisLink.open({ url, password, random, log });
  const keys = redisKeys(masterKey);
  gaugeOf('gateway', metricNames.sharedMemoryAway, () => (link.isAway ? 1 : 0));
  const open: { close: () => Promise<void> }[] = [];
  return {
    rateLimits: redisRateLimits(link, keys, standIn.rateLimits),
    throttle: (rule) => redisThrottle({ link, keys }, rule, standIn.throttle(rule)),
    orderAnswers: redisOrderAnswers(link, keys, standIn.orderAnswers),
    cache: redisCache(link, keys, standIn.cache),
    readMarks: redisReadMarks(link, keys, standIn.readMarks),
    live: (own) => {
      const live = openRedisLive({ link, keys, own, log });
      open.push(live);
      return live.follow;
    },
    isWhole: () => !link.isAway,
    close: async () => {
      for (const live of open) await live.close();
      await standIn.close();
      link.close();
    },
  };
};
