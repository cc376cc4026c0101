import { createHash } from 'node:crypto';
import type { ProjectedRows } from '../projection.ts';
import type { Comparison, TableComparison } from '../readers.ts';
import type { SqlClient, SqlPool, SqlTransaction } from '@jiangong/database';
import { gatherWrites } from './gathered-writes.ts';
import type { EventPage, PlacedEvent } from './page-reader.ts';
import { placeOf, unappliedPlaces } from './parking.ts';

/** Rows fetched at once while a table is hashed. */
const DUMP_ROWS = 5_000;

/** What is compared: tables made again as temporary ones in a transaction that is rolled back. */
export type ComparedReader = Readonly<{
  name: string;
  /** DDL of the temporary tables, unqualified: `search_path` is `pg_temp`. */
  shadowTables: string;
  /** `live` is a relation in FROM position, qualified; `table` the temporary table. */
  tables: readonly Readonly<{ table: string; live: string }>[];
  apply(rows: ProjectedRows, placed: PlacedEvent): Promise<void>;
  /** Everything the reader would have been given, from zero, up to and including the position. */
  replay(through: number): AsyncIterable<EventPage>;
}>;

/** Carries the result out of the transaction, which must not commit: temporary tables would hide the live ones. */
class RolledBack extends Error {
  readonly comparison: Comparison;
  constructor(comparison: Comparison) {
    super('compared, rolled back');
    this.comparison = comparison;
  }
}

const dumpHash = async (client: SqlClient, relation: string): Promise<{ hash: string; rows: number }> => {
  const hash = createHash('sha256');
  let rows = 0;
  await client.query(
    `declare dump no scroll cursor for select dumped::text as line from ${relation} dumped order by dumped::text collate "C"`,
  );
  for (;;) {
    const page = (await client.query<{ line: string }>(`fetch forward ${DUMP_ROWS} from dump`)).rows;
    for (const { line } of page) hash.update(line).update('\n');
    rows += page.length;
    if (page.length < DUMP_ROWS) break;
  }
  await client.query('close dump');
  return { hash: hash.digest('hex'), rows };
};

const compareTable = async (client: SqlClient, table: string, live: string): Promise<TableComparison> => {
  const kept = await dumpHash(client, live);
  const rebuilt = await dumpHash(client, `pg_temp.${table}`);
  const equal = kept.hash === rebuilt.hash;
  return {
    table,
    equal,
    liveRows: kept.rows,
    rebuiltRows: rebuilt.rows,
    liveHash: kept.hash,
    rebuiltHash: rebuilt.hash,
  };
};

const compareIn = async (client: SqlTransaction, compared: ComparedReader): Promise<Comparison> => {
  await client.query('set transaction isolation level repeatable read');
  const kept = await client.query<{ position: string | number }>(
    'select position from reader_checkpoint where reader = $1',
    [compared.name],
  );
  const position = Number(kept.rows[0]?.position ?? 0);
  const left = await unappliedPlaces(client, compared.name);
  await client.query('set local search_path = pg_temp');
  await client.query(compared.shadowTables);
  const writes = gatherWrites(client);
  for await (const page of compared.replay(position))
    for (const placed of page.events) {
      if (left.has(placeOf(placed.event.position, placed.ordinal))) continue;
      await compared.apply(writes.of(placed), placed);
      await writes.sendMany();
    }
  await writes.send();
  const tables: TableComparison[] = [];
  for (const { table, live } of compared.tables) tables.push(await compareTable(client, table, live));
  return { reader: compared.name, position, equal: tables.every(({ equal }) => equal), tables };
};

/**
 * Rebuilds a reader's tables from zero beside the live ones and compares them byte by byte, at one checkpoint and in one
 * snapshot. Leaves nothing behind. Takes one connection for as long as the replay lasts.
 */
export const compareWithReplay = async (pool: SqlPool, compared: ComparedReader): Promise<Comparison> => {
  try {
    return await pool.transaction(async (client) => {
      throw new RolledBack(await compareIn(client, compared));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.comparison;
    throw error;
  }
};
