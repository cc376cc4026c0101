import { installLog } from '@jiangong/event-store/postgres';
import { messagingMigrations } from '@jiangong/messaging/log';
import {
  createPool,
  ensureRoles,
  ensureSchemas,
  MESSAGING_OWNER,
  migrate,
  type ServiceRole,
  startEmbeddedPostgres,
  urlOf,
} from '@jiangong/database/postgres';
import type { Database } from '@jiangong/database';
import { archiveSettings } from './backup/cluster-copy.ts';
import type { Secrets } from './data-directory.ts';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';

/** The platform's own database on the embedded server. */
export const DATABASE_NAME = 'jiangong';

/** After a crash the server makes its files durable by one system call a file system, and not by one a file: seconds less. */
const SETTINGS = ['recovery_init_sync_method=syncfs'];

const ADMIN_CONNECTIONS_MAX = 2;

export type PlatformDatabase = Readonly<{
  /** The address as one service's own role. */
  urlFor: (service: ServiceName) => string;
  /** The embedded server's process; `undefined` when the server is somebody else's. */
  pid: () => number | undefined;
  /** Stops the embedded server in order; leaves somebody else's alone. Nobody uses it any more. */
  stop: () => Promise<void>;
}>;

/** The gateway owns no facts: it reads the log's head and the public facts, and may append nothing. */
const READS_ONLY: ReadonlySet<ServiceName> = new Set(['gateway']);

/** The roles of all services, with what each may do with the log. */
export const rolesOf = ({ databasePasswords }: Pick<Secrets, 'databasePasswords'>): readonly ServiceRole[] =>
  SERVICE_NAMES.map((service) => ({
    service,
    password: databasePasswords[service],
    log: READS_ONLY.has(service) ? 'reads' : 'writes',
  }));

const withAdmin = async <T>(url: string, work: (admin: Database) => Promise<T>): Promise<T> => {
  const admin = createPool({ url, connectionsMax: ADMIN_CONNECTIONS_MAX, applicationName: 'jiangong supervisor' });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
};

const ensureDatabase = (maintenanceUrl: string): Promise<string> =>
  withAdmin(maintenanceUrl, async (admin) => {
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [DATABASE_NAME]);
    if (rows.length === 0) await admin.query(`create database ${DATABASE_NAME}`);
    const url = new URL(maintenanceUrl);
    url.pathname = `/${DATABASE_NAME}`;
    return url.toString();
  });

/** Roles, schemas, the log and the tables of public facts: idempotent, done at every start. Services make their own tables. */
export const prepareDatabase = (url: string, roles: readonly ServiceRole[]): Promise<void> =>
  withAdmin(url, async (admin) => {
    await ensureRoles(admin, roles);
    await ensureSchemas(admin, roles);
    await installLog(admin);
    await migrate(admin, { schema: 'messaging', migrations: messagingMigrations, owner: MESSAGING_OWNER });
  });

/** The same address by the server's socket, which is cheaper than the loopback. */
const overSocket = (url: string, directory: string | undefined): string => {
  if (directory === undefined) return url;
  const socket = new URL(url);
  socket.searchParams.set('host', directory);
  return socket.toString();
};

export type DatabaseOptions = Readonly<{
  directory: string;
  port: number;
  secrets: Secrets;
  /** `DATABASE_URL` of the supervisor: a superuser's address of a database of our own. */
  givenUrl: string | undefined;
  /** Archives what is written after so many seconds at most; absent: nothing is archived. */
  archiveSeconds?: number;
  onTrouble: (error: Error) => void;
}>;

/** Starts the embedded server, or takes the one given, and prepares it. The supervisor alone holds the superuser. */
export const startDatabase = async ({
  directory,
  port,
  secrets,
  givenUrl,
  archiveSeconds,
  onTrouble,
}: DatabaseOptions): Promise<PlatformDatabase> => {
  const roles = rolesOf(secrets);
  const embedded =
    givenUrl === undefined
      ? await startEmbeddedPostgres({
          directory,
          port,
          settings: [...SETTINGS, ...(archiveSeconds === undefined ? [] : archiveSettings(archiveSeconds))],
          onTrouble,
        })
      : undefined;
  try {
    const url = embedded ? await ensureDatabase(embedded.url) : (givenUrl as string);
    await prepareDatabase(url, roles);
    return {
      urlFor: (service) =>
        overSocket(urlOf(url, { service, password: secrets.databasePasswords[service] }), embedded?.socketDirectory),
      pid: () => embedded?.pid(),
      stop: async () => embedded?.stop(),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
};
