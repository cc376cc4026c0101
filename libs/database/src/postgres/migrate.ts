import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Migration } from '../migration.ts';
import type { SqlClient, SqlPool } from '../sql-client.ts';

/** Advisory lock number under which schemas are changed: one migration run at a time in a database. */
const MIGRATION_LOCK = 7_320_001;

type Applied = { number: number; name: string; sha256: string };

const sha256 = (sql: string): string => createHash('sha256').update(sql).digest('hex');

const checkNumbers = (schema: string, migrations: readonly Migration[]): void => {
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1)
      throw new Error(`migration ${number} (${name}) of ${schema} should be number ${index + 1}`);
  });
};

const checkApplied = (schema: string, applied: readonly Applied[], migrations: readonly Migration[]): void => {
  for (const { number, name, sha256: known } of applied) {
    const migration = migrations[number - 1];
    if (!migration)
      throw new Error(
        `${schema} has migration ${number} (${name}), which this version does not know: it is older than the data`,
      );
    if (sha256(migration.sql) !== known)
      throw new Error(`migration ${number} (${name}) of ${schema} was changed after it had been applied`);
  }
};

const applyIn = async (
  client: SqlClient,
  schema: string,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> => {
  const name = pg.escapeIdentifier(schema);
  await client.query(`set local search_path = ${name}`);
  await client.query(`create table if not exists ${name}.migration (
    number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
  const { rows } = await client.query<Applied>(`select number, name, sha256 from ${name}.migration order by number`);
  checkApplied(schema, rows, migrations);
  const pending = migrations.slice(rows.length);
  for (const migration of pending) {
    await client.query(migration.sql);
    await client.query(`insert into ${name}.migration (number, name, sha256) values ($1, $2, $3)`, [
      migration.number,
      migration.name,
      sha256(migration.sql),
    ]);
  }
  return pending;
};

/**
 * Brings a schema up to the last migration: all pending ones in one transaction, one run at a time. The schema exists; with
 * `owner`, the objects belong to that role. Answers what was applied; refuses changed, missing or unknown ones.
 */
export const migrate = async (
  admin: SqlPool,
  { schema, migrations, owner }: Readonly<{ schema: string; migrations: readonly Migration[]; owner?: string }>,
): Promise<readonly Migration[]> => {
  checkNumbers(schema, migrations);
  return admin.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    if (owner !== undefined) await client.query(`set local role ${pg.escapeIdentifier(owner)}`);
    return applyIn(client, schema, migrations);
  });
};
