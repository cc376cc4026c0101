import type { Row, Transaction } from './memory-database.ts';
import type { Statements } from './statements.ts';

type Checkpoint = { reader: string; version: number; position: number };

const parkedKey = (values: readonly unknown[]): string => values.slice(0, 3).join(' ');
const byPlace = (a: Row, b: Row): number =>
  String(a['reader']).localeCompare(String(b['reader'])) ||
  Number(a['position']) - Number(b['position']) ||
  Number(a['ordinal']) - Number(b['ordinal']);

const removeWhere = async (
  transaction: Transaction,
  table: string,
  keyOf: (row: Row) => string,
  passes: (row: Row) => boolean,
): Promise<readonly Row[]> => {
  for (const row of transaction.scan(table, passes)) await transaction.put(table, keyOf(row), undefined);
  return [];
};

const checkpointStatements: Statements = {
  [`select pg_advisory_xact_lock(hashtextextended('readers of ' || current_schema(), 0))`]: async ({
    transaction,
    table,
  }) => {
    await transaction.lock(table('advisory'), 'readers');
    return [];
  },
  'select version, position from reader_checkpoint where reader = $1': ({ transaction, table }, [reader]) => {
    const found = transaction.get(table('reader_checkpoint'), String(reader));
    return found ? [found] : [];
  },
  'select reader, version, position from reader_checkpoint where reader = any($1)': (
    { transaction, table },
    [readers],
  ) =>
    transaction.scan(table('reader_checkpoint'), ({ reader }) =>
      (readers as readonly string[]).includes(String(reader)),
    ),
  'insert into reader_checkpoint values ($1, $2, 0) on conflict do nothing': async (
    { transaction, table },
    [reader, version],
  ) => {
    await transaction.lock(table('reader_checkpoint'), String(reader));
    if (!transaction.get(table('reader_checkpoint'), String(reader)))
      await transaction.put(table('reader_checkpoint'), String(reader), { reader, version, position: 0 });
    return [];
  },
  'delete from reader_checkpoint where reader = $1': async ({ transaction, table }, [reader]) => {
    await transaction.put(table('reader_checkpoint'), String(reader), undefined);
    return [];
  },
  [`update reader_checkpoint c set position = $3
       from unnest($1::text[], $2::bigint[], $4::integer[]) known(reader, position, version)
      where c.reader = known.reader and c.version = known.version and c.position = known.position and c.position <= $3
     returning set_config('synchronous_commit', 'off', true)`]: async (
    { transaction, table },
    [readers, positions, to, versions],
  ) => {
    const moved: Row[] = [];
    for (const [index, reader] of (readers as readonly string[]).entries()) {
      const stands = (): Checkpoint | undefined => {
        const row = transaction.get(table('reader_checkpoint'), reader) as Checkpoint | undefined;
        const known =
          row?.position === (positions as readonly number[])[index] &&
          row?.version === (versions as readonly number[])[index];
        return row && known && row.position <= Number(to) ? row : undefined;
      };
      if (!stands()) continue;
      await transaction.lock(table('reader_checkpoint'), reader);
      const row = stands();
      if (!row) continue;
      await transaction.put(table('reader_checkpoint'), reader, { ...row, position: Number(to) });
      transaction.durable = false;
      moved.push({ set_config: 'off' });
    }
    return moved;
  },
};

const parkingStatements: Statements = {
  [`insert into parked_event (reader, position, ordinal, stream, event_id, type, error_class, tries)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`]: async ({ transaction, table }, values) => {
    const [reader, position, ordinal, stream, event_id, type, error_class, tries] = values;
    await transaction.lock(table('parked_event'), parkedKey(values));
    if (!transaction.get(table('parked_event'), parkedKey(values)))
      await transaction.put(table('parked_event'), parkedKey(values), {
        reader,
        position,
        ordinal,
        stream,
        event_id,
        type,
        error_class,
        tries,
        skipped_why: null,
      });
    return [];
  },
  'select distinct stream from parked_event where reader = $1 and skipped_why is null': (
    { transaction, table },
    [reader],
  ) => {
    const rows = transaction.scan(
      table('parked_event'),
      (row) => row['reader'] === reader && row['skipped_why'] === null,
    );
    return [...new Set(rows.map(({ stream }) => stream))].map((stream) => ({ stream }));
  },
  [`select reader, stream, position, ordinal, event_id, type, error_class, tries from parked_event
      where skipped_why is null and ($1::text is null or (reader = $1 and stream = $2))
      order by reader, position, ordinal limit 1000`]: ({ transaction, table }, [reader, stream]) =>
    transaction
      .scan(
        table('parked_event'),
        (row) =>
          row['skipped_why'] === null && (reader === null || (row['reader'] === reader && row['stream'] === stream)),
      )
      .toSorted(byPlace),
  'delete from parked_event where reader = $1': ({ transaction, table }, [reader]) =>
    removeWhere(
      transaction,
      table('parked_event'),
      (row) => parkedKey([row['reader'], row['position'], row['ordinal']]),
      (row) => row['reader'] === reader,
    ),
  'delete from parked_event where reader = $1 and position = $2 and ordinal = $3': async (
    { transaction, table },
    values,
  ) => {
    await transaction.put(table('parked_event'), parkedKey(values), undefined);
    return [];
  },
  'update parked_event set tries = tries + 1, error_class = $4 where reader = $1 and position = $2 and ordinal = $3':
    async ({ transaction, table }, values) => {
      await transaction.lock(table('parked_event'), parkedKey(values));
      const row = transaction.get(table('parked_event'), parkedKey(values));
      if (row)
        await transaction.put(table('parked_event'), parkedKey(values), {
          ...row,
          tries: Number(row['tries']) + 1,
          error_class: values[3],
        });
      return [];
    },
};

/** libs/read-models/postgres: checkpoints and parking. */
export const engineStatements: Statements = { ...checkpointStatements, ...parkingStatements };
