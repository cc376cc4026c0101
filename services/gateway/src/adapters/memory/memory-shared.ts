import type { SharedMemory } from '../../application/shared-memory.ts';
import { memoryCache } from './memory-cache.ts';
import { memoryOrderAnswers } from './memory-order-answers.ts';
import { memoryRateLimits } from './memory-rate-limits.ts';
import { memoryReadMarks } from './memory-read-marks.ts';
import { memoryThrottle } from './memory-throttle.ts';

/** What one gateway keeps for itself: the whole of it where there is only one, and a stand-in while what several share is away. */
export const memoryShared = (nowMs: () => number): SharedMemory => ({
  rateLimits: memoryRateLimits(nowMs),
  throttle: (rule) => memoryThrottle(rule, nowMs),
  orderAnswers: memoryOrderAnswers(nowMs),
  cache: memoryCache(nowMs),
  readMarks: memoryReadMarks(),
  live: ({ follow }) => follow,
  isWhole: () => true,
  close: async () => undefined,
});
