import { randomUUID } from 'node:crypto';
import { pause } from '@jiangong/patience/timers';
import type { LivePage, OwnFacts } from '../../application/live-feed.ts';
import type { Logger } from '@jiangong/telemetry';
import { messagesOf } from './live-message.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** Who tells holds the lease so long without renewing it: then another gateway takes over. */
export const TELLER_LEASE_MS = 2_000;

/** So often the lease is renewed, and something is told even when nothing happens. */
export const TELL_EVERY_MS = 500;

const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;
const GIVE_UP = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

export type TellerParts = Readonly<{
  link: RedisLink;
  keys: RedisKeys;
  channel: string;
  contexts: readonly string[];
  own: OwnFacts;
  log: Logger;
}>;

/**
 * Follows the facts for all gateways while it holds the lease. Two that tell at once, or one that tells late, do no harm: a listener
 * knows by the positions what it has, and reads what is missing from the log.
 */
export class LiveTeller {
  readonly #parts: TellerParts;
  readonly #lease: string;
  readonly #me = randomUUID();

  constructor(parts: TellerParts) {
    this.#parts = parts;
    this.#lease = parts.keys.of('teller', parts.channel);
  }

  /** Tries to be the one who tells until the abort; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (await this.#takesOver()) await this.#tellWhileLeased(signal);
      else await pause(TELL_EVERY_MS, signal);
    }
  }

  async #takesOver(): Promise<boolean> {
    const taken = async (): Promise<boolean> =>
      this.#parts.link.orElse(
        async (client) =>
          (await client.set(this.#lease, this.#me, {
            condition: 'NX',
            expiration: { type: 'PX', value: TELLER_LEASE_MS },
          })) === 'OK',
        async () => false,
      );
    return taken();
  }

  async #tellWhileLeased(signal: AbortSignal): Promise<void> {
    const { own, contexts, log } = this.#parts;
    const lost = new AbortController();
    const both = AbortSignal.any([signal, lost.signal]);
    // 0 until the first page: before it nobody knows that everything up to the log's head has become facts.
    let told = 0;
    const beat = async (): Promise<void> => {
      for (await pause(TELL_EVERY_MS, both); !both.aborted; await pause(TELL_EVERY_MS, both)) {
        if (!(await this.#renewed())) lost.abort();
        else if (told > 0) await this.#tell(told, { facts: [], through: told });
      }
    };
    const beating = beat();
    try {
      let after = await own.head();
      log.info({ after }, 'this gateway follows the facts for all');
      for await (const page of own.follow({ contexts, after, signal: both })) {
        await this.#tell(after, page);
        after = page.through;
        told = after;
      }
    } catch (error) {
      log.warn({ err: error }, 'the facts can not be followed for all; another gateway may try');
    } finally {
      lost.abort();
      await beating;
      await this.#giveUp();
    }
  }

  async #renewed(): Promise<boolean> {
    return this.#parts.link.orElse(
      async (client) =>
        (await client.eval(RENEW, { keys: [this.#lease], arguments: [this.#me, String(TELLER_LEASE_MS)] })) === 1,
      async () => false,
    );
  }

  async #giveUp(): Promise<void> {
    await this.#parts.link.orElse<unknown>(
      async (client) => client.eval(GIVE_UP, { keys: [this.#lease], arguments: [this.#me] }),
      async () => 0,
    );
  }

  async #tell(after: number, page: LivePage): Promise<void> {
    const { link, keys, channel } = this.#parts;
    for (const message of messagesOf(after, page)) {
      await link.orElse(
        async (client) => client.publish(channel, keys.seal(channel, JSON.stringify(message))),
        async () => 0,
      );
    }
  }
}
