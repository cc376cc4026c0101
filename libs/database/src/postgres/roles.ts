import pg from 'pg';
import type { SqlClient, SqlPool } from '../sql-client.ts';

/** Owns the log; nobody can sign in as it. */
export const LOG_OWNER = 'jiangong_log_owner';
/** May read the log. */
export const LOG_READER = 'jiangong_log_reader';
/** May read the log and call its append function. */
export const LOG_WRITER = 'jiangong_log_writer';
/** Owns the tables of public facts; nobody can sign in as it. */
export const MESSAGING_OWNER = 'jiangong_messaging_owner';
/** May use the tables of public facts as their migrations grant. */
export const MESSAGING_MEMBER = 'jiangong_messaging_member';

const GROUPS = [LOG_OWNER, LOG_READER, LOG_WRITER, MESSAGING_OWNER, MESSAGING_MEMBER] as const;
/** Roles belong to the server, not to a database: databases prepared at the same time must not both create them. */
const ROLES_LOCK = 7_320_002;

/** A service's sign-in role. `log` says what it may do with the log. */
export type ServiceRole = Readonly<{ service: string; password: string; log: 'writes' | 'reads' | 'nothing' }>;

export const schemaOf = (service: string): string => service.replaceAll('-', '_');
export const roleOf = (service: string): string => `jiangong_${schemaOf(service)}`;

const exists = async (client: SqlClient, role: string): Promise<boolean> =>
  (await client.query('select 1 from pg_roles where rolname = $1', [role])).rows.length > 0;

const ensureRole = async (client: SqlClient, role: string, clauses: string): Promise<void> => {
  const name = pg.escapeIdentifier(role);
  await client.query(
    `${(await exists(client, role)) ? 'alter' : 'create'} role ${name} with nosuperuser nocreatedb nocreaterole noreplication ${clauses}`,
  );
};

/** Creates the roles of the platform on the server, or brings them to their attributes and passwords. Any database's admin can. */
export const ensureRoles = (maintenance: SqlPool, services: readonly ServiceRole[]): Promise<void> =>
  maintenance.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK]);
    for (const group of GROUPS) await ensureRole(client, group, 'nologin');
    await client.query(`grant ${LOG_READER} to ${LOG_WRITER}`);
    for (const { service, password, log } of services) {
      const role = roleOf(service);
      const name = pg.escapeIdentifier(role);
      await ensureRole(client, role, `login password ${pg.escapeLiteral(password)}`);
      await client.query(`revoke ${LOG_READER}, ${LOG_WRITER} from ${name}`);
      if (log !== 'nothing') await client.query(`grant ${log === 'writes' ? LOG_WRITER : LOG_READER} to ${name}`);
      await client.query(`grant ${MESSAGING_MEMBER} to ${name}`);
    }
  });

/** Creates the schemas of a database and who may enter them: `log`, `messaging`, and one a service, owned by its role. */
export const ensureSchemas = (admin: SqlPool, services: readonly Pick<ServiceRole, 'service'>[]): Promise<void> =>
  admin.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK]);
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = pg.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`revoke all on database ${database} from public`);
    await client.query('revoke all on schema public from public');
    await client.query(`create schema if not exists log authorization ${LOG_OWNER}`);
    await client.query(`grant usage on schema log to ${LOG_READER}`);
    await client.query(`create schema if not exists messaging authorization ${MESSAGING_OWNER}`);
    await client.query(`grant usage on schema messaging to ${MESSAGING_MEMBER}`);
    for (const { service } of services) {
      const role = pg.escapeIdentifier(roleOf(service));
      await client.query(`grant connect, temporary on database ${database} to ${role}`);
      await client.query(`create schema if not exists ${pg.escapeIdentifier(schemaOf(service))} authorization ${role}`);
    }
  });

/** The address of the same database for a service's role. */
export const urlOf = (adminUrl: string, { service, password }: Pick<ServiceRole, 'service' | 'password'>): string => {
  const url = new URL(adminUrl);
  url.username = roleOf(service);
  url.password = encodeURIComponent(password);
  return url.toString();
};
