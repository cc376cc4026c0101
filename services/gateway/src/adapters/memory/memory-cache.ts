import { type Cache, FORGOTTEN_MS, REMEMBERED_MAX } from '../../application/shared-memory.ts';

type Remembered = Readonly<{ text: string | undefined; until: number }>;

/** A cache of this process. `nowMs` reads a clock that only goes forward. */
export const memoryCache = (nowMs: () => number): Cache => {
  const remembered = new Map<string, Remembered>();

  const set = (key: string, entry: Remembered): void => {
    remembered.delete(key);
    const oldest = remembered.keys().next();
    if (remembered.size >= REMEMBERED_MAX && oldest.done !== true) remembered.delete(oldest.value);
    remembered.set(key, entry);
  };

  const living = (key: string): Remembered | undefined => {
    const found = remembered.get(key);
    return found !== undefined && found.until > nowMs() ? found : undefined;
  };

  return {
    get: async (key) => living(key)?.text,
    put: async (key, text, keptMs) => {
      if (living(key) === undefined) set(key, { text, until: nowMs() + keptMs });
    },
    forget: async (key) => set(key, { text: undefined, until: nowMs() + FORGOTTEN_MS }),
  };
};
