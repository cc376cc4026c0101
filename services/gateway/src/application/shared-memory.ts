import type { FollowLive, OwnFacts } from './live-feed.ts';
import type { OrderAnswers } from './order-answers.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Throttle, ThrottleRule } from './sign-in-throttle.ts';

/** Above so many entries one process's memory forgets the oldest. */
export const REMEMBERED_MAX = 20_000;

/** What was forgotten is not remembered again for so long: a slow reader may still hold what it read before. */
export const FORGOTTEN_MS = 30_000;

/**
 * A cache: what stands elsewhere, remembered for a moment. Every adapter passes `test/shared-memory-contract`.
 *
 * - `put` remembers unless something is there already, or was forgotten less than `FORGOTTEN_MS` ago. - `forget` is heard by every gateway.
 * - It may have forgotten anything at any time, and has while the store behind it is away.
 */
export interface Cache {
  get(key: string): Promise<string | undefined>;
  put(key: string, text: string, keptMs: number): Promise<void>;
  forget(key: string): Promise<void>;
}

/** The newest log position that a session has seen, known to every gateway: whoever asks next, elsewhere, reads his own writes. */
export interface ReadMarks {
  /** 0 where nothing is known. */
  of(sessionId: string): Promise<number>;
  /** Forward only. */
  advance(sessionId: string, position: number): Promise<void>;
}

/** What several gateways share, or one keeps for itself: nothing here is the truth of anything, all of it may be lost. */
export type SharedMemory = Readonly<{
  rateLimits: RateLimits;
  throttle: (rule: ThrottleRule) => Throttle;
  orderAnswers: OrderAnswers;
  cache: Cache;
  readMarks: ReadMarks;
  /** The public facts for the listeners of this gateway, given how this gateway itself would follow them. */
  live: (own: OwnFacts) => FollowLive;
  /** Whether it works as configured; else each gateway is on its own for now. */
  isWhole: () => boolean;
  close: () => Promise<void>;
}>;
