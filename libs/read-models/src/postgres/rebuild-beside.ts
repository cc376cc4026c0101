import type { SqlClient, SqlPool, SqlTransaction } from '@jiangong/database';
import type { GroupReader } from './believed-checkpoints.ts';
import { beginAnew } from './checkpoints.ts';
import type { ComparedReader } from './compare-with-replay.ts';
import { checkpointSql, parkingSql } from './engine-sql.ts';
import { errorClassOf, isOutage } from './failures.ts';
import { gatherWrites } from './gathered-writes.ts';
import type { PageReader } from './page-reader.ts';
import type { ReaderLog } from './reader-group.ts';

const swapCheckpoint = 'update reader_checkpoint set version = $2, position = $3 where reader = $1';

/** What the database makes itself is not copied. */
const columns = `
  select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
   where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'`;

/** By the reader itself, which refuses what it always refuses. */
const buildShadow = async (
  client: SqlTransaction,
  reader: PageReader,
  made: ComparedReader,
  through: number,
): Promise<void> => {
  await client.query('set local search_path = pg_temp');
  await client.query(made.shadowTables);
  const writes = gatherWrites(client);
  for await (const page of made.replay(through))
    for (const placed of page.events) {
      if (!reader.wants(placed.event)) continue;
      await reader.apply(writes.of(placed), placed.event, placed.ordinal);
      await writes.sendMany();
    }
  await writes.send();
};

const copyRows = async (client: SqlClient, schema: string, table: string): Promise<void> => {
  const { rows } = await client.query<{ names: string }>(columns, [schema, table]);
  const names = rows[0]?.names ?? '';
  const live = `"${schema}"."${table}"`;
  await client.query(`insert into ${live} (${names}) select ${names} from pg_temp."${table}"`);
  await client.query(`drop table pg_temp."${table}"`);
  await client.query(`analyze ${live}`);
};

/** Answers where the reader stands then. */
const rebuildIn = async (client: SqlTransaction, reader: PageReader, made: ComparedReader): Promise<number> => {
  await client.query(checkpointSql.lockInstalling);
  await client.query('set local statement_timeout = 0');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const kept = (
    await client.query<{ version: number; position: string | number; schema: string }>(
      'select version, position, current_schema() as schema from reader_checkpoint where reader = $1',
      [reader.name],
    )
  ).rows[0];
  if (kept === undefined) throw new Error(`${reader.name} has no checkpoint`);
  const position = Number(kept.position);
  // Another process of this version has done it meanwhile.
  if (kept.version >= reader.version) return position;
  await buildShadow(client, reader, made, position);
  // The temporary tables come last, so that names mean the live ones again.
  await client.query(`set local search_path = "${kept.schema}", pg_temp`);
  // The checkpoint before the tables, as whoever takes a page does it: an earlier program ends what it has in hand, and takes no more.
  await client.query(swapCheckpoint, [reader.name, reader.version, position]);
  await client.query(parkingSql.forgetReader, [reader.name]);
  await reader.reset(client);
  await reader.install(client);
  for (const { table } of made.tables) await copyRows(client, kept.schema, table);
  return position;
};

/**
 * Builds the tables of a higher version beside those that are there, and puts them in their place in one step: who asks meanwhile finds
 * the earlier rows, whole, and an earlier program goes on with them until then. Where an event can not be applied it begins anew in
 * place: parking needs tables that stand.
 */
export const rebuildBeside = async (
  parts: Readonly<{ pool: SqlPool; log: ReaderLog }>,
  member: GroupReader,
  made: ComparedReader,
): Promise<void> => {
  const { pool, log } = parts;
  const { reader } = member;
  const built = async (): Promise<number> => {
    try {
      return await pool.transaction((client) => rebuildIn(client, reader, made));
    } catch (error) {
      if (isOutage(error)) throw error;
      log.warn({ reader: reader.name, errorClass: errorClassOf(error) }, 'not built beside: it begins anew in place');
      return (await pool.transaction((client) => beginAnew(client, reader))).position;
    }
  };
  member.position = await built();
  member.kept = member.position;
  member.parked = new Set();
};
