import {
  ANSWER_BYTES_MAX,
  ANSWER_KEPT_MS,
  type Claim,
  CLAIM_MS,
  type OrderAnswer,
  type OrderAnswers,
} from '../../application/order-answers.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** A claim is `c` and its ticket, an answer `a` and its sealed text. */
const CLAIM = `
local found = redis.call('GET', KEYS[1])
if found and found ~= ARGV[1] then return found end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ''
`;

const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** Answers of orders that several gateways share. */
export const redisOrderAnswers = (link: RedisLink, keys: RedisKeys, standIn: OrderAnswers): OrderAnswers => {
  const claimOf = (name: string, found: unknown): Claim => {
    if (typeof found !== 'string' || found === '') return { kind: 'mine' };
    if (!found.startsWith('a')) return { kind: 'under-way' };
    const opened = keys.open(name, found.slice(1));
    return opened === undefined ? { kind: 'mine' } : { kind: 'answered', answer: JSON.parse(opened) as OrderAnswer };
  };
  return {
    claim: async (key, ticket) =>
      link.orElse(
        async (client) => {
          const name = keys.of('order', key);
          return claimOf(name, await client.eval(CLAIM, { keys: [name], arguments: [`c${ticket}`, String(CLAIM_MS)] }));
        },
        async () => standIn.claim(key, ticket),
      ),
    keep: async (key, answer) => {
      const name = keys.of('order', key);
      const text = JSON.stringify(answer);
      await link.orElse<unknown>(
        async (client) =>
          Buffer.byteLength(text) > ANSWER_BYTES_MAX
            ? client.del(name)
            : client.set(name, `a${keys.seal(name, text)}`, { expiration: { type: 'PX', value: ANSWER_KEPT_MS } }),
        async () => standIn.keep(key, answer),
      );
    },
    release: async (key, ticket) => {
      await standIn.release(key, ticket);
      await link.orElse<unknown>(
        async (client) => client.eval(RELEASE, { keys: [keys.of('order', key)], arguments: [`c${ticket}`] }),
        async () => 0,
      );
    },
  };
};
