import { accessProjections, organizationPath, rootOrganization } from '@jiangong/access/postgres';
import type { Grant } from '@jiangong/access';
import type { Database } from '@jiangong/database';
import { createListener, createPool, migrate } from '@jiangong/database/postgres';
import { READ_FACTS_MAX } from '@jiangong/messaging';
import { type ServiceReaders, startReaders } from '@jiangong/messaging/log';
import { readMasterKeyFile } from '@jiangong/privacy/postgres';
import { rowsOf } from '@jiangong/read-models/postgres';
import {
  factTransportOf,
  knownGrants,
  openEventStore,
  tracedProcesses,
  tracedProjections,
  WatchedCertificates,
} from '@jiangong/service-host/nest';
import type { Logger } from '@jiangong/telemetry';
import { openChannels } from './adapters/grpc/channels.ts';
import type { OutletParts } from './adapters/grpc/outlet.ts';
import { serviceTokens } from './adapters/grpc/service-tokens.ts';
import { LIVE_CONTEXTS, LiveHub } from './adapters/http/live-hub.ts';
import { memoryShared } from './adapters/memory/memory-shared.ts';
import { endAccess } from './adapters/postgres/end-access.ts';
import { postgresSessionStore } from './adapters/postgres/session-store.ts';
import { GATEWAY_SCHEMA, gatewayMigrations } from './adapters/postgres/tables.ts';
import { cachedSessionStore } from './application/cached-session-store.ts';
import { jitteredPause } from './application/pause-between-tries.ts';
import type { Known } from './adapters/grpc/name-services.ts';
import { RememberedNames } from './routes/naming/remembered-names.ts';
import { Sessions } from './application/sessions.ts';
import type { SharedMemory } from './application/shared-memory.ts';
import type { Settings } from './settings.ts';

/** What the gateway knows of the tree and the grants: enough to filter live changes. */
export type Access = Readonly<{
  readers: ServiceReaders;
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  pathOf: (organizationId: string) => Promise<string | undefined>;
  rootPath: () => Promise<string | undefined>;
}>;

/** Everything the gateway holds open. */
export type Parts = Readonly<{
  settings: Settings;
  log: Logger;
  database: Database;
  masterKey: Buffer;
  sessions: Sessions;
  shared: SharedMemory;
  access: Access;
  hub: LiveHub;
  outlet: OutletParts;
  remembered: Pick<Known, 'forEverybody' | 'ofPeople'>;
  close: () => Promise<void>;
}>;

const openAccess = (database: Database, readers: ServiceReaders): Access => {
  const rows = rowsOf(database);
  return {
    readers,
    grantsOf: knownGrants(rows, nowMs).of,
    pathOf: async (organizationId) => organizationPath(rows, organizationId),
    rootPath: async () => (await rootOrganization(rows))?.path,
  };
};

/** Redis where several gateways are told of it, else this process alone. */
const openShared = async ({ redis }: Settings, masterKey: Buffer, log: Logger): Promise<SharedMemory> => {
  const own = memoryShared(nowMs);
  if (redis === undefined) return own;
  // Its client is a sixth of all modules that a gateway would load.
  const { openRedisShared } = await import('./adapters/redis/redis-shared.ts');
  return openRedisShared({ ...redis, masterKey, standIn: own, random: Math.random, log });
};

/** The machine's clock, also where the platform's is moved: sessions and who listens right now are real (decisions.md 11). */
const now = (): string => new Date().toISOString();

/** How long something took or lasts: by a clock that never jumps. */
const nowMs = (): number => performance.now();

const traced = { service: 'gateway', clock: { now } };

const sessionsOf = ({ redis, sessionLimits }: Settings, database: Database, { cache }: SharedMemory): Sessions => {
  const kept = postgresSessionStore(database);
  // On its own a gateway remembers sessions for as long already.
  return new Sessions(redis === undefined ? kept : cachedSessionStore(kept, cache), sessionLimits, Date.now);
};

const endsOf = (sessions: Sessions, { ofPeople }: Parts['remembered']) => ({
  sessions: async (personId: string) => sessions.endAllOf(personId),
  names: () => ofPeople.forgetAll(),
});

/** Opens the database, the readers of public facts, the channels to the services and the live hub. */
export const openParts = async (settings: Settings, log: Logger): Promise<Parts> => {
  const onTrouble = (error: Error): void => log.warn({ err: error }, 'a connection to the database broke');
  const connection = { url: settings.databaseUrl, applicationName: 'jiangong gateway', onTrouble };
  const database = createPool({
    ...connection,
    schema: GATEWAY_SCHEMA,
    connectionsMax: settings.databaseConnectionsMax,
  });
  await migrate(database, { schema: GATEWAY_SCHEMA, migrations: gatewayMigrations });
  const { bytes: masterKey } = await readMasterKeyFile(settings.masterKeyFile);
  const listener = createListener({ ...connection });
  const { url: databaseUrl, ...told } = connection;
  const store = await openEventStore(settings.eventStore, { ...told, databaseUrl, listener, appends: false });
  const shared = await openShared(settings, masterKey, log);
  const sessions = sessionsOf(settings, database, shared);
  const remembered = { forEverybody: new RememberedNames(nowMs), ofPeople: new RememberedNames(nowMs) };
  const ends = endsOf(sessions, remembered);
  const readers = await startReaders({
    store,
    pool: database,
    listener,
    projections: tracedProjections(accessProjections, traced),
    processes: tracedProcesses([endAccess(database, ends)], traced),
    transport: await factTransportOf('gateway', settings.messaging),
    followed: LIVE_CONTEXTS,
    log,
    now,
    random: Math.random,
  });
  const access = openAccess(database, readers);
  const hub = new LiveHub({
    facts: readers.facts,
    follow: shared.live({
      follow: readers.follow,
      read: async (range) => readers.facts.read({ ...range, limitMax: READ_FACTS_MAX }),
      head: async () => store.head(),
    }),
    head: async () => store.head(),
    grantsOf: access.grantsOf,
    pathOf: access.pathOf,
    now,
    pause: jitteredPause(Math.random),
    log,
  });
  const certificates = settings.tls && (await WatchedCertificates.open({ files: settings.tls, log }));
  const channels = openChannels(settings.services, certificates);
  return {
    settings,
    log,
    remembered,
    database,
    masterKey,
    sessions,
    shared,
    access,
    hub,
    outlet: { channels, tokens: await serviceTokens(settings.serviceTokenPrivateKey, Date.now) },
    close: async () => {
      channels.close();
      await shared.close();
      certificates?.close();
      await readers.stop();
      await store.close();
      await listener.close();
      await sessions.flush(true);
      await database.close();
    },
  };
};
