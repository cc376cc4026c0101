import pg from 'pg';
import type { Database, SqlTransaction } from '../sql-client.ts';
import { namedQuery } from './named-statements.ts';
import { resultTypes } from './result-types.ts';
import { StatementBatch } from './statement-batch.ts';

/** Connections of one process to its read models. Eight processes and their log connections stay below the server's limit. */
export const POOL_CONNECTIONS_MAX = 6;

/** No statement of a service may run longer. */
export const STATEMENT_TIMEOUT_MS = 30_000;

/** A call waits so long for a free connection, then fails. */
const CONNECTION_WAIT_MS = 5_000;
const IDLE_CONNECTION_MS = 30_000;

export type PoolOptions = Readonly<{
  url: string;
  /** Unqualified names mean tables of this schema. */
  schema?: string;
  connectionsMax: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  statementTimeoutMs?: number;
  /** Told when an idle connection breaks; the pool replaces it. */
  onTrouble?: (error: Error) => void;
}>;

const quoted = (name: string): string => pg.escapeIdentifier(name);

/** Settings of every session: UTC, a search path, and limits on statements and forgotten transactions. */
export const sessionOptions = ({
  schema,
  statementTimeoutMs = STATEMENT_TIMEOUT_MS,
}: Pick<PoolOptions, 'schema' | 'statementTimeoutMs'>): string =>
  [
    '-c TimeZone=UTC',
    '-c DateStyle=ISO',
    `-c statement_timeout=${statementTimeoutMs}`,
    `-c idle_in_transaction_session_timeout=${STATEMENT_TIMEOUT_MS}`,
    ...(schema === undefined ? [] : [`-c search_path=${quoted(schema)}`]),
  ].join(' ');

const sendTogether =
  (client: pg.PoolClient, giveUp: (broken: Error) => void): SqlTransaction['send'] =>
  async (statements) => {
    if (statements.length === 0) return;
    const batch = client.query(new StatementBatch(statements));
    try {
      await batch.done;
    } catch (error) {
      if (batch.leavesDoubt) giveUp(error as Error);
      throw error;
    }
  };

const inTransaction = async <T>(pool: pg.Pool, work: (client: SqlTransaction) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onLost = (error: Error): void => {
    broken = error; // between two statements nobody else hears that the connection broke, and an unheard error ends the process
  };
  client.on('error', onLost);
  try {
    await client.query('begin isolation level read committed');
    const result = await work({
      query: namedQuery(client),
      send: sendTogether(client, onLost),
    } satisfies SqlTransaction);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken ??= failure;
    });
    throw error;
  } finally {
    client.removeListener('error', onLost);
    client.release(broken);
  }
};

/** A pool of connections to one database. Connects when first used. */
export const createPool = (options: PoolOptions): Database => {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax,
    application_name: options.applicationName ?? 'jiangong',
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
    options: sessionOptions(options),
    types: resultTypes,
  });
  pool.on('error', (error) => options.onTrouble?.(error));
  return {
    query: namedQuery(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
};
