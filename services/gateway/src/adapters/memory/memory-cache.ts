import { LRUCache } from 'lru-cache';
import { type Cache, FORGOTTEN_MS, REMEMBERED_MAX } from '../../application/shared-memory.ts';

type Remembered = Readonly<{ text: string | undefined; until: number }>;

/** A cache of this process. `nowMs` reads a clock that only goes forward. */
export const memoryCache = (nowMs: () => number): Cache => {
  const remembered = new LRUCache<string, Remembered>({ max: REMEMBERED_MAX });

  const living = (key: string): Remembered | undefined => {
    const found = remembered.get(key);
    return found !== undefined && found.until > nowMs() ? found : undefined;
  };

  return {
    get: async (key) => living(key)?.text,
    put: async (key, text, keptMs) => {
      if (living(key) === undefined) remembered.set(key, { text, until: nowMs() + keptMs });
    },
    forget: async (key) => void remembered.set(key, { text: undefined, until: nowMs() + FORGOTTEN_MS }),
  };
};
