import { tokenBuckets } from '../token-buckets/index.ts';

/** Calls in nobody's name that one process answers in a minute, from each of the two ways in. */
export const ANONYMOUS_CALLS_PER_MINUTE = 6_000;

/** `through-the-gateway`: with the gateway's token, which limits by address itself. `past-the-gateway`: with no token at all. */
export type AnonymousWay = 'through-the-gateway' | 'past-the-gateway';

/** Takes a call's place; answers 0, or the seconds after which there is one. */
export type AnonymousLimit = (way: AnonymousWay) => number;

/** What is open to anyone has a limit of its own, and whoever calls past the gateway takes nothing from those who come through it. */
export const anonymousLimit = (nowMs: () => number, perMinute = ANONYMOUS_CALLS_PER_MINUTE): AnonymousLimit => {
  const wait = tokenBuckets({ perMinute, keysMax: 2 });
  return (way) => wait(way, nowMs());
};
