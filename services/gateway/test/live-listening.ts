import type { Listener } from '@jiangong/database';
import { createListener, createPool } from '@jiangong/database/postgres';
import { createPostgresEventStore, type PostgresEventStore } from '@jiangong/event-store/postgres';
import type { Translator } from '@jiangong/messaging';
import { type ServiceReaders, startReaders } from '@jiangong/messaging/log';
import { silentLogger } from '@jiangong/telemetry';
import type { Browser } from './browser.ts';
import type { GatewayUnderTest } from './gateway-under-test.ts';

const telling = (context: string): Translator => ({
  context,
  streamPrefixes: [`${context}.`],
  translate: ({ type, data }) => [{ type: `${context}.${type}`, data }],
});

/** A producer with a log and a translator, as the services are. */
export const producer = async (world: GatewayUnderTest, context: string) => {
  const url = world.database.url(context);
  const listener: Listener = createListener({ url });
  const pool = createPool({ url, schema: context, connectionsMax: 4 });
  const store: PostgresEventStore = createPostgresEventStore({ url, listener });
  const readers: ServiceReaders = await startReaders({
    store,
    pool,
    listener,
    projections: [],
    translator: telling(context),
    log: silentLogger,
    now: () => new Date().toISOString(),
    random: Math.random,
  });
  return {
    store,
    stop: async () => {
      await readers.stop();
      await store.close();
      await listener.close();
      await pool.close();
    },
  };
};

/** Reads server-sent events until one is as wanted. */
export const listen = async (who: Browser, headers: Record<string, string> = {}) => {
  const abort = new AbortController();
  const response = await who.fetch('/v1/live', { headers, signal: abort.signal });
  const reader = response.body?.getReader();
  let heard = '';
  return {
    response,
    heard: () => heard,
    until: async (text: string): Promise<string> => {
      while (!heard.includes(text)) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error(`ended before ${text}: ${heard}`);
        heard += Buffer.from(part.value).toString('utf8');
      }
      return heard;
    },
    close: () => abort.abort(),
  };
};
