import { accessProjections } from '@jiangong/access/postgres';
import { createListener, createPool, schemaOf } from '@jiangong/database/postgres';
import type { Database, Listener } from '@jiangong/database';
import type { KeyVault } from '@jiangong/privacy';
import { keyVaultTables, postgresKeyVault, readMasterKeyFile } from '@jiangong/privacy/postgres';
import type { Projection } from '@jiangong/read-models';
import { type Logger, metricNames } from '@jiangong/telemetry';
import { histogramOf } from '@jiangong/telemetry/node';
import type { HostConfig } from './config.ts';
import { openEventStore, type OpenStore } from './event-store-settings.ts';

/** What a service process holds open, and how it is closed. */
export type Adapters = Readonly<{
  database: Database;
  listener: Listener;
  store: OpenStore;
  privacy: KeyVault;
  close(): Promise<void>;
}>;

/** How many appends go together, and how many wait meanwhile. */
const batchObserver = (service: string) => {
  const size = histogramOf(service, metricNames.appendBatchSize);
  const queue = histogramOf(service, metricNames.appendQueue);
  return ({ appends, waiting }: Readonly<{ appends: number; waiting: number }>): void => {
    size.record(appends);
    queue.record(waiting);
  };
};

/** Opens PostgreSQL, the log and the key vault as the service's own role; makes what it keeps beside the log. */
export const openAdapters = async (
  { name: service, tables = '' }: Readonly<{ name: string; tables?: string }>,
  config: HostConfig,
  log: Logger,
): Promise<Adapters> => {
  const onTrouble = (error: Error): void => log.warn({ err: error }, 'a connection to the database broke');
  const shared = { url: config.DATABASE_URL, applicationName: `jiangong ${service}`, onTrouble };
  const database = createPool({
    ...shared,
    schema: schemaOf(service),
    connectionsMax: config.DATABASE_CONNECTIONS_MAX,
  });
  const listener = createListener({ ...shared });
  const { url: databaseUrl, applicationName } = shared;
  const store = await openEventStore(config, {
    databaseUrl,
    listener,
    applicationName,
    onTrouble,
    appends: true,
    onBatch: batchObserver(service),
  });
  // Replicas that start at the same moment would both create them, and one would fail.
  await database.transaction(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('key vault of ' || current_schema(), 0))`);
    await client.query(keyVaultTables);
    if (tables !== '') await client.query(tables);
  });
  const privacy = postgresKeyVault({
    sql: database,
    masterKey: await readMasterKeyFile(config.JIANGONG_MASTER_KEY_FILE),
  });
  const close = async (): Promise<void> => {
    await store.close();
    await listener.close();
    await database.close();
  };
  return { database, listener, store, privacy, close };
};

/** Every service keeps the part of the tree and the grants that its access rule needs. */
export const withAccess = (projections: readonly Projection[]): readonly Projection[] => [
  ...projections,
  ...accessProjections.filter(({ name }) => !projections.some((own) => own.name === name)),
];
