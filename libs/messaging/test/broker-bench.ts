import { createListener, createPool, roleOf, schemaOf } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import type { PublicFact } from '@jiangong/messaging';
import {
  type Broker,
  factsTopic,
  jitteredPauses,
  openInbox,
  postgresInboxFactLog,
  postgresInboxStore,
  postgresRelayStore,
  startRelay,
} from '@jiangong/messaging/broker';
import { TRANSLATED_CHANNEL } from '@jiangong/messaging/log';
import { silentLogger } from '@jiangong/telemetry';

const pauses = jitteredPauses(() => 0);
const ticks = (): number => performance.now();

/** What a translator does, as the producer's own role: facts of one context and how far it has come, in one transaction. */
export const writeFacts = async (
  pool: Awaited<ReturnType<typeof freshDatabase>>['admin'],
  { context, facts, through }: Readonly<{ context: string; facts: readonly PublicFact[]; through: number }>,
): Promise<void> => {
  await pool.transaction(async (client) => {
    await client.query(`set local role ${roleOf(context)}`);
    for (const fact of facts)
      await client.query('insert into messaging.public_fact values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
        fact.position,
        fact.ordinal,
        fact.context,
        fact.stream,
        fact.revision,
        fact.eventId,
        fact.type,
        JSON.stringify(fact.data),
        fact.occurredAt,
        fact.correlationId,
        fact.traceparent,
      ]);
    await client.query(
      'insert into messaging.translator values ($1, $2) on conflict (context) do update set position = $2',
      [context, through],
    );
    await client.query('select pg_notify($1, $2)', [TRANSLATED_CHANNEL, `${context} ${through}`]);
  });
};

type BenchOptions = Readonly<{ contexts: readonly string[]; prefix: string; consumer: string }>;

/** Relays of some contexts and one consuming service's inbox, on a real database, over the broker given. */
export const openBrokerBench = async (broker: Broker, { contexts, prefix, consumer }: BenchOptions) => {
  const database = await freshDatabase();
  const closers: (() => Promise<void>)[] = [];
  const connect = (service: string) => {
    const url = database.url(service);
    const sql = createPool({ url, schema: schemaOf(service), connectionsMax: 2 });
    const listener = createListener({ url });
    closers.push(async () => {
      await listener.close();
      await sql.close();
    });
    return { sql, listener };
  };
  const startRelayOf = (context: string, over: Broker, generation = 1) =>
    startRelay({
      context,
      generation,
      holder: crypto.randomUUID(),
      topic: factsTopic(prefix, context),
      broker: over,
      store: postgresRelayStore(context, connect(context.replaceAll('_', '-'))),
      concerns: async () => true,
      pauses,
      now: () => '2021-03-01T00:00:00.000Z',
      ticks,
      log: silentLogger,
    });
  const relays = contexts.map((context) => startRelayOf(context, broker));
  const own = connect(consumer);
  const schema = schemaOf(consumer);
  const topics = contexts.map((context) => factsTopic(prefix, context));
  for (const topic of topics) await broker.prepare(topic);
  const store = postgresInboxStore(own.sql, schema);
  const inbox = await openInbox({ broker, store, topics, group: `${prefix}.${consumer}`, ticks, log: silentLogger });
  const facts = postgresInboxFactLog({ ...own, schema });
  const until = async (context: string, through: number): Promise<void> => {
    while (((await facts.translated([context]))[context] ?? 0) < through)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return {
    database,
    facts,
    store,
    inbox,
    relays,
    startRelayOf,
    write: (context: string, given: readonly PublicFact[], through: number) =>
      writeFacts(database.admin, { context, facts: given, through }),
    until,
    close: async () => {
      for (const relay of relays) await relay.stop();
      await inbox.stop();
      await broker.close();
      for (const close of closers) await close();
      await database.drop();
    },
  };
};
