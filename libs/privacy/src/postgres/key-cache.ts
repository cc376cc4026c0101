import type { KnownKey } from '../vault-over-keys.ts';

/** At most so many data keys are kept in memory. */
export const KEY_CACHE_KEYS_MAX = 10_000;

/** A key is looked up again after this: how long another process may still know a destroyed key. */
export const KEY_CACHE_AGE_MAX_MS = 30_000;

type Cached = Readonly<{ key: KnownKey; untilMs: number }>;

/** The most recently used keys. `nowMs` is a monotonic clock. */
export const keyCache = (keysMax: number, ageMaxMs: number, nowMs: () => number) => {
  const cached = new Map<string, Cached>();
  return {
    get: (name: string): KnownKey | undefined => {
      const found = cached.get(name);
      if (!found) return undefined;
      cached.delete(name);
      if (found.untilMs <= nowMs()) return undefined;
      cached.set(name, found);
      return found.key;
    },
    put: (name: string, key: KnownKey): void => {
      cached.delete(name);
      cached.set(name, { key, untilMs: nowMs() + ageMaxMs });
      const oldest = cached.keys().next();
      if (cached.size > keysMax && !oldest.done) cached.delete(oldest.value);
    },
  };
};
