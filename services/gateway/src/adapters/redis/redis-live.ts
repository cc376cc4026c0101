import type { Logger } from '@jiangong/telemetry';
import type { FollowLive, LivePage, OwnFacts } from '../../application/live-feed.ts';
import { Heard } from './heard-messages.ts';
import { joined } from './join-pages.ts';
import { messageIn } from './live-message.ts';
import { LiveTeller } from './live-teller.ts';
import type { RedisKeys } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';

/** Nothing was told for so long, not even that nothing happens: this gateway follows the log itself until something is. */
export const SILENT_MS_MAX = 1_500;

export type RedisLiveParts = Readonly<{ link: RedisLink; keys: RedisKeys; own: OwnFacts; log: Logger }>;

type Followed = Parameters<FollowLive>[0];

/** Until somebody tells. */
async function* followedAlone(
  own: OwnFacts,
  heard: Heard,
  { contexts, after, signal }: Followed,
): AsyncGenerator<LivePage> {
  const told = new AbortController();
  const alone = AbortSignal.any([signal, told.signal]);
  const waiting = heard.next(alone).then(() => told.abort());
  try {
    yield* own.follow({ contexts, after, signal: alone });
  } finally {
    told.abort();
    await waiting;
  }
}

/** Until nobody tells any more. */
async function* followedTogether(
  own: OwnFacts,
  heard: Heard,
  { contexts, after, signal }: Followed,
): AsyncGenerator<LivePage> {
  let at = after;
  for (
    let told = await heard.next(signal, SILENT_MS_MAX);
    told !== undefined;
    told = await heard.next(signal, SILENT_MS_MAX)
  ) {
    for await (const page of joined(own, told, { contexts, at })) {
      at = page.through;
      yield page;
    }
  }
}

/**
 * The facts as one gateway tells them to all, over Redis' publish and subscribe. What was missed is seen by the positions and read from the
 * log; while nobody tells, the gateway follows the log itself. So nothing depends on what Redis keeps or loses.
 */
export const openRedisLive = ({
  link,
  keys,
  own,
  log,
}: RedisLiveParts): Readonly<{ follow: FollowLive; close: () => Promise<void> }> => {
  const channel = keys.of('live', 'facts');
  const listeners = new Set<Heard>();
  const subscriber = link.client.duplicate();
  link.hearErrors(subscriber);
  link.keepConnecting(subscriber);
  const hear = (sealed: string): void => {
    const text = keys.open(channel, sealed);
    const message = text === undefined ? undefined : messageIn(text);
    if (message !== undefined) for (const heard of listeners) heard.hear(message);
  };
  // Kept by the client, and said again at each connection: while Redis is away this waits.
  subscriber.on('ready', () => {
    subscriber
      .subscribe(channel, hear)
      .catch((error: unknown) => log.debug({ err: error }, 'the channel of live changes could not be heard'));
  });
  const stop = new AbortController();
  const tellers: Promise<void>[] = [];

  async function* follow({ contexts, after, signal }: Followed): AsyncGenerator<LivePage> {
    if (tellers.length === 0)
      tellers.push(new LiveTeller({ link, keys, channel, contexts, own, log }).run(stop.signal));
    const heard = new Heard();
    listeners.add(heard);
    let at = after;
    try {
      while (!signal.aborted) {
        for (const way of [followedAlone, followedTogether]) {
          for await (const page of way(own, heard, { contexts, after: at, signal })) {
            at = page.through;
            yield page;
          }
        }
      }
    } finally {
      listeners.delete(heard);
    }
  }

  return {
    follow,
    close: async () => {
      stop.abort();
      await Promise.all(tellers);
      subscriber.destroy();
    },
  };
};
