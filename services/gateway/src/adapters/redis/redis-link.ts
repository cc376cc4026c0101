import { backoffMs } from '@jiangong/patience';
import { attributeNames, type Logger, spanNames } from '@jiangong/telemetry';
import { continueSpan } from '@jiangong/telemetry/node';
import { createClient, type RedisClientType } from 'redis';

/** Redis is on the way of every request: an answer that takes longer counts as none. */
export const ANSWER_MS_MAX = 150;

/** While Redis is away nobody waits for it; it is looked for so often. */
export const LOOK_AGAIN_MS = 500;

const CONNECT_MS_MAX = 1_000;
/** A connection on which nothing came for so long is given up. It is asked more often, so silence means that nobody is there. */
const SILENT_MS_MAX = 3_000;
const PING_EVERY_MS = 1_000;
const RECONNECT_WAITS = { firstMs: 100, maxMs: 1_000 };
const COMMANDS_WAITING_MAX = 10_000;

export type RedisOptions = Readonly<{ url: string; password: string | undefined; random: () => number; log: Logger }>;

const SPAN = {
  scope: 'gateway',
  name: spanNames.sharedMemory,
  kind: 'client',
  attributes: { [attributeNames.dbSystem]: 'redis' },
} as const;

class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Settles as the work does, or rejects after `ANSWER_MS_MAX`: the client itself waits for ever once a command is sent. */
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const noAnswer = new Promise<never>((_, reject) => {
    // A turn later: where this process itself was held up, the answer lies in the socket already and is read first.
    const late = (): unknown =>
      setImmediate(() => reject(new NoAnswer(`Redis did not answer within ${ANSWER_MS_MAX} ms`)));
    timer = setTimeout(late, ANSWER_MS_MAX);
  });
  try {
    return await Promise.race([work, noAnswer]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The gateway's way to Redis, and its circuit breaker: one failure or one answer that is late, and nobody asks any more until a probe
 * is answered. A dead or hanging Redis costs those who were just asking `ANSWER_MS_MAX`, and everybody after them nothing.
 */
export class RedisLink {
  readonly client: RedisClientType;
  readonly #log: Logger;
  #away = true;
  #told = false;
  #closed = false;
  #looking: NodeJS.Timeout | undefined;

  private constructor({ url, password, random, log }: RedisOptions) {
    this.#log = log;
    this.client = createClient({
      url,
      ...(password === undefined ? {} : { password }),
      name: 'jiangong-gateway',
      pingInterval: PING_EVERY_MS,
      disableOfflineQueue: true,
      commandsQueueMaxLength: COMMANDS_WAITING_MAX,
      maintNotifications: 'disabled',
      socket: {
        connectTimeout: CONNECT_MS_MAX,
        socketTimeout: SILENT_MS_MAX,
        reconnectStrategy: (tries) => backoffMs(RECONNECT_WAITS, tries + 1, random()),
      },
    });
    this.hearErrors(this.client);
  }

  /** Redis need not be there: what is asked of it meanwhile is answered otherwise. Resolves after the first look for it. */
  static async open(options: RedisOptions): Promise<RedisLink> {
    const link = new RedisLink(options);
    link.keepConnecting(link.client);
    const until = performance.now() + CONNECT_MS_MAX;
    while (!link.client.isReady && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
    await link.#look();
    return link;
  }

  get isAway(): boolean {
    return this.#away;
  }

  /** What `work` answers, or `otherwise` when Redis is away. */
  async orElse<T>(work: (client: RedisClientType) => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    if (this.#away) return otherwise();
    try {
      return await continueSpan(SPAN, () => inTime(work(this.client)));
    } catch (error) {
      this.#goneAway(error);
      return otherwise();
    }
  }

  /** Connects, and connects again for ever; never rejects. */
  keepConnecting(client: RedisClientType): void {
    client.connect().catch((error: unknown) => {
      if (!this.#closed) this.#log.error({ err: error }, 'the client of Redis gave up');
    });
  }

  /** An error that nobody hears ends the process. That Redis is away is said once, by the breaker. */
  hearErrors(client: RedisClientType): void {
    client.on('error', (error: unknown) => this.#log.debug?.({ err: error }, 'a connection to Redis broke'));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#looking);
    this.client.destroy();
  }

  #goneAway(error: unknown): void {
    if (this.#closed) return;
    if (!this.#told)
      this.#log.warn(
        { err: error },
        'Redis is away: this gateway limits, remembers and follows on its own until it is back',
      );
    this.#told = true;
    this.#away = true;
    this.#looking ??= setTimeout(() => void this.#look(), LOOK_AGAIN_MS);
  }

  async #look(): Promise<void> {
    this.#looking = undefined;
    try {
      await inTime(this.client.ping());
      this.#away = false;
      if (this.#told) this.#log.info({}, 'Redis is back');
      this.#told = false;
    } catch (error) {
      this.#goneAway(error);
    }
  }
}
