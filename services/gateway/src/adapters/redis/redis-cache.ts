import { type Cache, FORGOTTEN_MS } from '../../application/shared-memory.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** Stands where something was forgotten: nothing sealed looks like it. */
const FORGOTTEN = '-';

/** A cache that several gateways share. */
export const redisCache = (link: RedisLink, keys: RedisKeys, standIn: Cache): Cache => ({
  get: async (key) =>
    link.orElse(
      async (client) => {
        const name = keys.of('cache', key);
        const found = await client.get(name);
        return found === null || found === FORGOTTEN ? undefined : keys.open(name, found);
      },
      async () => standIn.get(key),
    ),
  put: async (key, text, keptMs) => {
    const name = keys.of('cache', key);
    await link.orElse<unknown>(
      async (client) =>
        client.set(name, keys.seal(name, text), { condition: 'NX', expiration: { type: 'PX', value: keptMs } }),
      async () => standIn.put(key, text, keptMs),
    );
  },
  forget: async (key) => {
    // Here too: Redis may go away the next moment, and what was remembered before must not come back.
    await standIn.forget(key);
    await link.orElse<unknown>(
      async (client) =>
        client.set(keys.of('cache', key), FORGOTTEN, { expiration: { type: 'PX', value: FORGOTTEN_MS } }),
      async () => undefined,
    );
  },
});
