import type { SqlClient, SqlPool } from '@jiangong/database';
import type { PageReader } from './page-reader.ts';
import { checkpointSql, parkingSql } from './engine-sql.ts';

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
`;

/** Also where the index is there already its creation would wait for who writes the table: it is looked for first. */
const ENGINE_INDEX = `
  do $$ begin
    if to_regclass('parked_event_stream') is null then
      create index parked_event_stream on parked_event (reader, stream, position, ordinal);
    end if;
  end $$;
`;

/** Where a reader stands; `outdated`: its tables are those of an earlier version still. */
export type Installed = Readonly<{ position: number; outdated: boolean }>;

type Kept = { reader: string; version: number; position: string | number };

/** Raised when the database knows a newer version than the program: an old program must not touch newer tables. */
export class NewerReaderError extends Error {
  constructor(reader: string, stored: number, own: number) {
    super(`${reader} is at version ${stored} in the database, this program has version ${own}`);
    this.name = 'NewerReaderError';
  }
}

/**
 * A reader that stands at its version already is left as it is: other processes of the service are working with its tables, and
 * statements that create what is there would wait for them, and they for those.
 */
const installReader = async (client: SqlClient, reader: PageReader): Promise<Installed> => {
  const kept = (await client.query<Kept>(checkpointSql.standing, [reader.name])).rows[0];
  if (kept && kept.version > reader.version) throw new NewerReaderError(reader.name, kept.version, reader.version);
  if (kept?.version === reader.version) return { position: Number(kept.position), outdated: false };
  if (kept && reader.beside) return { position: Number(kept.position), outdated: true };
  if (kept) await forgetReader(client, reader);
  return beginReader(client, reader);
};

const forgetReader = async (client: SqlClient, reader: PageReader): Promise<void> => {
  await reader.reset(client);
  await client.query(parkingSql.forgetReader, [reader.name]);
  await client.query(checkpointSql.forget, [reader.name]);
};

const beginReader = async (client: SqlClient, reader: PageReader): Promise<Installed> => {
  await reader.install(client);
  await client.query(checkpointSql.begin, [reader.name, reader.version]);
  return { position: 0, outdated: false };
};

/** From zero, in the place of what was there: for what can not be built beside it. */
export const beginAnew = async (client: SqlClient, reader: PageReader): Promise<Installed> => {
  await forgetReader(client, reader);
  return beginReader(client, reader);
};

/** Creates tables, begins anew what has a higher version and is not built beside, and answers the checkpoints. */
export const installReaders = (
  pool: SqlPool,
  readers: readonly PageReader[],
): Promise<ReadonlyMap<string, Installed>> =>
  pool.transaction(async (client) => {
    await client.query(checkpointSql.lockInstalling);
    await client.query(ENGINE_TABLES);
    await client.query(ENGINE_INDEX);
    const positions = new Map<string, Installed>();
    for (const reader of readers) positions.set(reader.name, await installReader(client, reader));
    return positions;
  });

/**
 * Moves the checkpoints of this transaction, from exactly where they are known to stand, and keeps others away from them until
 * it ends. False when somebody else has moved one, or a newer program has taken the reader over with another version. What follows needs no flush at commit: rows and checkpoint vanish together in
 * a crash and are made again from the log, which is durable. A reader that lives through the crash finds its checkpoint lower
 * than it knew (`CommitsLostError`) and goes back there. Whoever tells others of its progress must not be taken at its word
 * before the flush: a translator's `moved` switches it on again.
 */
export const moveCheckpoints = async (
  client: SqlClient,
  from: readonly Readonly<{ reader: string; version: number; position: number }>[],
  to: number,
): Promise<boolean> => {
  const { rows } = await client.query(checkpointSql.move, [
    from.map(({ reader }) => reader),
    from.map(({ position }) => position),
    to,
    from.map(({ version }) => version),
  ]);
  return rows.length === from.length;
};

/** Where the checkpoints stand. Throws when a newer program has taken a reader over: this one must not touch its tables any more. */
export const readCheckpoints = async (
  client: SqlClient,
  readers: readonly Pick<PageReader, 'name' | 'version'>[],
): Promise<ReadonlyMap<string, number>> => {
  const names = readers.map(({ name }) => name);
  const { rows } = await client.query<Kept>(checkpointSql.read, [names]);
  for (const { name, version } of readers) {
    const stored = rows.find(({ reader }) => reader === name);
    if (stored && stored.version > version) throw new NewerReaderError(name, stored.version, version);
  }
  return new Map(rows.map(({ reader, position }) => [reader, Number(position)]));
};
