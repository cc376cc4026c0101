import { backoffMs } from '@jiangong/patience';

/** So many failures are free; each further one doubles the wait, up to the longest. */
export type ThrottleRule = Readonly<{
  /** Kebab-case; part of the key where failures are counted for several gateways. */
  name: string;
  freeFailures: number;
  firstWaitMs: number;
  longestWaitMs: number;
  forgetAfterMs: number;
}>;

/** One account: a person mistypes a few times; a guesser waits longer and longer. */
export const ACCOUNT_THROTTLE: ThrottleRule = {
  name: 'sign-in-account',
  freeFailures: 5,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
};

/** One address: a whole office may sit behind it. */
export const ADDRESS_THROTTLE: ThrottleRule = {
  name: 'sign-in-address',
  freeFailures: 30,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
};

/** Above so many keys in one process the failures that are longest ago are forgotten. */
export const THROTTLE_KEYS_MAX = 50_000;

export const waitOf = (rule: ThrottleRule, failures: number): number =>
  failures < rule.freeFailures
    ? 0
    : backoffMs({ firstMs: rule.firstWaitMs, maxMs: rule.longestWaitMs }, failures - rule.freeFailures + 1, 1);

/**
 * Failures of one kind, counted by key; unknown names count like known ones. Every adapter passes `test/shared-memory-contract`.
 * Waits are whole seconds, rounded up; 0 means: now.
 */
export interface Throttle {
  /** Seconds to wait before the next try. */
  waitSeconds(key: string): Promise<number>;
  /** The same; where nobody has to wait the try counts as failed already, in one step: tries sent at once do not all see the same small count. */
  begin(key: string): Promise<number>;
  failed(key: string): Promise<void>;
  /** A success clears an account. It never clears an address: one own account would reset the guessing of others. */
  succeeded(key: string): Promise<void>;
}
