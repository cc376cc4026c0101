import type { FactTransport, OpenTransport, TransportParts } from '../fact-transport.ts';
import { contextOfStream } from '../frontier.ts';
import { openInbox } from '../inbox/inbox.ts';
import { postgresInboxFactLog } from '../inbox/postgres-inbox-fact-log.ts';
import { postgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { postgresRelayStore } from '../relay/postgres-relay-store.ts';
import { type Relay, startRelay } from '../relay/relay.ts';
import type { Broker } from './broker.ts';
import type { Pauses } from './pauses.ts';
import { consumerGroup, factsTopic } from './topics.ts';
import { inboxSql } from '../inbox/inbox-sql.ts';

/** What a transport by way of a broker needs beside what every transport is given. */
export type BrokerTransportParts = Readonly<{
  broker: Broker;
  service: string;
  topicPrefix: string;
  /** Unique for this process. */
  holder: string;
  pauses: Pauses;
  /** Milliseconds that only rise. */
  ticks: () => number;
}>;

/** Whether the log has an event of the context in `(after, through]`: then somebody may wait to hear that it was told. */
const concernsOf =
  ({ store }: TransportParts, context: string) =>
  async (after: number, through: number): Promise<boolean> => {
    const streamPrefixes = [`${context.replaceAll('_', '-')}.`];
    const { events } = await store.readLog({ after, limitMax: 1, filter: { streamPrefixes } });
    const first = events[0];
    return first !== undefined && first.position <= through && contextOfStream(first.stream) === context;
  };

const relayOf = (own: BrokerTransportParts, parts: TransportParts): Relay | undefined => {
  const { translator } = parts;
  if (!translator) return undefined;
  const { context, version = 1 } = translator;
  return startRelay({
    context,
    generation: version,
    holder: own.holder,
    topic: factsTopic(own.topicPrefix, context),
    broker: own.broker,
    store: postgresRelayStore(context, { sql: parts.pool, listener: parts.listener }),
    concerns: concernsOf(parts, context),
    pauses: own.pauses,
    now: parts.now,
    ticks: own.ticks,
    log: parts.log,
  });
};

const schemaIn = async ({ pool }: TransportParts): Promise<string> =>
  (await pool.query<{ schema: string }>(inboxSql.schema)).rows[0]?.schema ?? '';

/** Opens a service's end of a broker: its relay, if it tells facts, and its inbox for the contexts that it takes. */
export const openBrokerTransport = async (own: BrokerTransportParts, parts: TransportParts): Promise<OpenTransport> => {
  const schema = await schemaIn(parts);
  const store = postgresInboxStore(parts.pool, schema);
  const facts = postgresInboxFactLog({ sql: parts.pool, listener: parts.listener, schema });
  const topics = parts.contexts.map((context) => factsTopic(own.topicPrefix, context));
  const group = consumerGroup(own.topicPrefix, own.service);
  const inbox = await openInbox({ broker: own.broker, store, topics, group, ticks: own.ticks, log: parts.log });
  const relay = relayOf(own, parts);
  return {
    facts,
    earliest: async () => Math.min(Number.MAX_SAFE_INTEGER, ...Object.values(await facts.translated(parts.contexts))),
    lag: () => {
      const { holding, positions, seconds } = relay?.lag() ?? { holding: false, positions: 0, seconds: 0 };
      return { relay: holding || seconds > 0 ? { positions, seconds } : undefined, inbox: inbox.lag() };
    },
    stop: async () => {
      await relay?.stop();
      await inbox.stop();
      await own.broker.close();
    },
  };
};

/** A transport over brokers that `make` opens, one for each process. */
export const brokerTransport = (make: (parts: TransportParts) => BrokerTransportParts): FactTransport => ({
  open: (parts) => openBrokerTransport(make(parts), parts),
});
