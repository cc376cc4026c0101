import type { SqlClient, SqlPool } from '@jiangong/database';
import type { PageReader } from './page-reader.ts';

/** The engine's own tables, one set in each service's schema. */
const ENGINE_TABLES = `
  create table if not exists reader_checkpoint (
    reader text primary key,
    version integer not null,
    position bigint not null
  );
  create table if not exists parked_event (
    reader text not null,
    position bigint not null,
    ordinal integer not null,
    stream text not null,
    event_id text not null,
    type text not null,
    error_class text not null,
    tries integer not null,
    skipped_why text,
    parked_at timestamptz not null default now(),
    primary key (reader, position, ordinal)
  );
  create index if not exists parked_event_stream on parked_event (reader, stream, position, ordinal);
`;

/** One process at a time installs or rebuilds in a schema. */
const INSTALL_LOCK = `select pg_advisory_xact_lock(hashtextextended('readers of ' || current_schema(), 0))`;

type Kept = { reader: string; version: number; position: string | number };

/** Raised when the database knows a newer version than the program: an old program must not touch newer tables. */
export class NewerReaderError extends Error {
  constructor(reader: string, stored: number, own: number) {
    super(`${reader} is at version ${stored} in the database, this program has version ${own}`);
    this.name = 'NewerReaderError';
  }
}

const installReader = async (client: SqlClient, reader: PageReader): Promise<number> => {
  const kept = (await client.query<Kept>('select version, position from reader_checkpoint where reader = $1', [reader.name])).rows[0];
  if (kept && kept.version > reader.version) throw new NewerReaderError(reader.name, kept.version, reader.version);
  if (kept && kept.version < reader.version) {
    await reader.reset(client);
    await client.query('delete from parked_event where reader = $1', [reader.name]);
    await client.query('delete from reader_checkpoint where reader = $1', [reader.name]);
  }
  await reader.install(client);
  await client.query('insert into reader_checkpoint values ($1, $2, 0) on conflict do nothing', [reader.name, reader.version]);
  return kept?.version === reader.version ? Number(kept.position) : 0;
};

/** Creates tables, rebuilds what has a higher version, and answers the checkpoints. */
export const installReaders = (pool: SqlPool, readers: readonly PageReader[]): Promise<ReadonlyMap<string, number>> =>
  pool.transaction(async (client) => {
    await client.query(INSTALL_LOCK);
    await client.query(ENGINE_TABLES);
    const positions = new Map<string, number>();
    for (const reader of readers) positions.set(reader.name, await installReader(client, reader));
    return positions;
  });

/**
 * Locks the checkpoints for this transaction and answers them. What follows needs no flush at commit: rows and checkpoint
 * vanish together in a crash and are made again from the log, which is durable.
 */
export const lockCheckpoints = async (client: SqlClient, readers: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await client.query<Kept>(
    `select reader, position, set_config('synchronous_commit', 'off', true)
       from reader_checkpoint where reader = any($1) order by reader for update`,
    [readers],
  );
  return new Map(rows.map(({ reader, position }) => [reader, Number(position)]));
};

export const keepCheckpoints = async (client: SqlClient, readers: readonly string[], position: number): Promise<void> => {
  await client.query('update reader_checkpoint set position = $2 where reader = any($1) and position < $2', [readers, position]);
};
