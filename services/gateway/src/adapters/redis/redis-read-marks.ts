import type { ReadMarks } from '../../application/shared-memory.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** After so long every read model has passed the position, or its service says itself that it is behind. */
export const MARK_KEPT_MS = 10 * 60_000;

const ADVANCE = `
local known = tonumber(redis.call('GET', KEYS[1])) or 0
if tonumber(ARGV[1]) > known then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return 0
`;

/** Marks that several gateways share. Also kept here: a mark must outlive Redis' absence in the gateway that heard of it. */
export const redisReadMarks = (link: RedisLink, keys: RedisKeys, standIn: ReadMarks): ReadMarks => ({
  of: async (sessionId) => {
    const own = await standIn.of(sessionId);
    return link.orElse(
      async (client) => Math.max(own, Number((await client.get(keys.of('mark', sessionId))) ?? 0)),
      async () => own,
    );
  },
  advance: async (sessionId, position) => {
    await standIn.advance(sessionId, position);
    await link.orElse<unknown>(
      async (client) =>
        client.eval(ADVANCE, {
          keys: [keys.of('mark', sessionId)],
          arguments: [String(position), String(MARK_KEPT_MS)],
        }),
      async () => 0,
    );
  },
});
