import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Database } from '@jiangong/database';
import { createPool, type EmbeddedPostgres, startEmbeddedPostgres } from '@jiangong/database/postgres';
import type { Version } from './version.ts';

const run = promisify(execFile);

/** The database's own user must be able to reach its folder below this one. */
const REACHABLE = 0o755;
const DATABASE = 'jiangong';

/** What stands before any service runs: a database that was migrated, and every secret as a file. Nothing else is shared. */
export type Installation = Readonly<{
  directory: string;
  /** A file of the secrets, by its path below `secrets`. */
  secret: (name: string) => string;
  /** As the superuser: for looking on, never for services. */
  admin: Database;
  /** Runs the job that prepares the database for a version. */
  migrate: (version: Version) => Promise<void>;
  stop: () => Promise<void>;
}>;

const createDatabase = async (server: EmbeddedPostgres): Promise<string> => {
  const maintenance = createPool({ url: server.url, connectionsMax: 1 });
  await maintenance.query(`create database ${DATABASE}`);
  await maintenance.close();
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  return url.toString();
};

/** Prepares an installation as containers find it: by the jobs that make the secrets and migrate the database. */
export const prepareInstallation = async (directory: string, version: Version): Promise<Installation> => {
  await mkdir(directory, { recursive: true });
  await chmod(directory, REACHABLE);
  const server = await startEmbeddedPostgres({ directory: join(directory, 'database') });
  // Ended in the middle, a rehearsal leaves no server behind: SIGINT is PostgreSQL's fast shutdown.
  const endServer = (): void => void process.kill(server.pid(), 'SIGINT');
  process.on('exit', endServer);
  const url = await createDatabase(server);
  const secret = (name: string): string => join(directory, 'secrets', name);
  await run(process.execPath, [
    version.program('supervisor', 'make-secrets'),
    '--out',
    directory,
    '--database',
    `127.0.0.1:${server.port}/${DATABASE}`,
  ]);
  const migrate = async (to: Version): Promise<void> => {
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: url,
      DATABASE_PASSWORDS_FILE: secret('database-passwords.json'),
    };
    await run(process.execPath, [to.program('supervisor', 'migrate')], { env });
  };
  await migrate(version);
  const admin = createPool({ url, connectionsMax: 2, applicationName: 'rehearsal' });
  return {
    directory,
    secret,
    admin,
    migrate,
    stop: async () => {
      await admin.close();
      process.off('exit', endServer);
      await server.stop();
    },
  };
};
