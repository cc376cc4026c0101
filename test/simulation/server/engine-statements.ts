import type { Row, Transaction } from './memory-database.ts';
import type { Statements } from './statements.ts';
import { checkpointSql, parkingSql } from '@jiangong/read-models/postgres';

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
  [checkpointSql.lockInstalling]: async ({ transaction, table }) => {
    await transaction.lock(table('advisory'), 'readers');
    return [];
  },
  [checkpointSql.standing]: ({ transaction, table }, [reader]) => {
    const found = transaction.get(table('reader_checkpoint'), String(reader));
    return found ? [found] : [];
  },
  [checkpointSql.read]: ({ transaction, table }, [readers]) =>
    transaction.scan(table('reader_checkpoint'), ({ reader }) =>
      (readers as readonly string[]).includes(String(reader)),
    ),
  [checkpointSql.begin]: async ({ transaction, table }, [reader, version]) => {
    await transaction.lock(table('reader_checkpoint'), String(reader));
    if (!transaction.get(table('reader_checkpoint'), String(reader)))
      await transaction.put(table('reader_checkpoint'), String(reader), { reader, version, position: 0 });
    return [];
  },
  [checkpointSql.forget]: async ({ transaction, table }, [reader]) => {
    await transaction.put(table('reader_checkpoint'), String(reader), undefined);
    return [];
  },
  [checkpointSql.move]: async ({ transaction, table }, [readers, positions, to, versions]) => {
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
  [parkingSql.park]: async ({ transaction, table }, values) => {
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
  [parkingSql.streams]: ({ transaction, table }, [reader]) => {
    const rows = transaction.scan(
      table('parked_event'),
      (row) => row['reader'] === reader && row['skipped_why'] === null,
    );
    return [...new Set(rows.map(({ stream }) => stream))].map((stream) => ({ stream }));
  },
  [parkingSql.list]: ({ transaction, table }, [reader, stream]) =>
    transaction
      .scan(
        table('parked_event'),
        (row) =>
          row['skipped_why'] === null && (reader === null || (row['reader'] === reader && row['stream'] === stream)),
      )
      .toSorted(byPlace),
  [parkingSql.forgetReader]: ({ transaction, table }, [reader]) =>
    removeWhere(
      transaction,
      table('parked_event'),
      (row) => parkedKey([row['reader'], row['position'], row['ordinal']]),
      (row) => row['reader'] === reader,
    ),
  [parkingSql.forget]: async ({ transaction, table }, values) => {
    await transaction.put(table('parked_event'), parkedKey(values), undefined);
    return [];
  },
  [parkingSql.countTry]: async ({ transaction, table }, values) => {
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
