import { createHmac, randomUUID } from 'node:crypto';
import { installLog } from '@jiangong/event-store/postgres';
import { messagingMigrations } from '@jiangong/messaging/log';
import pg from 'pg';
import type { Database } from '../sql-client.ts';
import { migrate } from '../postgres/migrate.ts';
import { createPool } from '../postgres/pool.ts';
import { ensureRoles, ensureSchemas, MESSAGING_OWNER, type ServiceRole, urlOf } from '../postgres/roles.ts';

/** A database of one test suite: the log and the public facts installed, the roles made. */
export type FreshDatabase = Readonly<{
  /** The superuser's address. */
  adminUrl: string;
  /** The superuser's pool: what the supervisor may do, and no service. */
  admin: Database;
  /** The address for a service's own role, whose schema exists. */
  url: (service: string) => string;
  /** Cuts all connections and drops the database. */
  drop: () => Promise<void>;
}>;

/** The services that every fresh database knows; others are given by name. */
const SERVICES = [
  'organizations',
  'membership',
  'merit-projects',
  'evaluation',
  'notifications',
  'audit',
  'gateway',
] as const;

const serverUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('TEST_DATABASE_URL is not set: run this suite as *.int-spec.ts, whose set-up starts a server');
  return url;
};

/** The same password for a role in every worker of a run: roles belong to the server, and workers run at the same time. */
const passwordOf = (service: string): string => createHmac('sha256', serverUrl()).update(service).digest('hex');

/**
 * A new database on the run's server. `readers` are further services, which may only read the log. Roles are the server's and suites run
 * beside each other: a suite says here what its roles may do, and changes none of them by itself.
 */
export const freshDatabase = async ({ readers = [] }: { readers?: readonly string[] } = {}): Promise<FreshDatabase> => {
  const roles: readonly ServiceRole[] = [
    ...SERVICES.map((service) => ({ service, password: passwordOf(service), log: 'writes' }) as const),
    ...readers.map((service) => ({ service, password: passwordOf(service), log: 'reads' }) as const),
  ];
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const maintenance = createPool({ url: serverUrl(), connectionsMax: 1 });
  await ensureRoles(maintenance, roles);
  await maintenance.query(`create database ${pg.escapeIdentifier(name)}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  const adminUrl = url.toString();
  const admin = createPool({ url: adminUrl, connectionsMax: 2 });
  await ensureSchemas(admin, roles);
  await installLog(admin);
  await migrate(admin, { schema: 'messaging', migrations: messagingMigrations, owner: MESSAGING_OWNER });
  return {
    adminUrl,
    admin,
    url: (service) => {
      const role = roles.find((known) => known.service === service);
      if (!role) throw new Error(`no role for ${service}: name it in freshDatabase({ readers })`);
      return urlOf(adminUrl, role);
    },
    drop: async () => {
      await admin.close();
      await maintenance.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
      await maintenance.close();
    },
  };
};
