import type { Row, Transaction } from './memory-database.ts';
import type { Statements } from './statements.ts';
import { inboxSql } from '@jiangong/messaging/broker';

const FACT_FIELDS = [
  'position',
  'ordinal',
  'context',
  'stream',
  'revision',
  'eventId',
  'type',
  'data',
  'raw',
  'errorClass',
  'occurredAt',
  'correlationId',
  'traceparent',
  'partition',
  'generation',
];
const PROGRESS_FIELDS = [
  'topic',
  'partition',
  'next_offset',
  'generation',
  'last_position',
  'last_ordinal',
  'told',
  'watermark',
  'gap',
  'renews_through',
];

const placeOf = (row: Row): string => `${String(row['position'])}/${String(row['ordinal'])}`;
const keyOf = (row: Row): string => `${String(row['topic'])}/${String(row['partition'])}`;
const inLogOrder = (a: Row, b: Row): number =>
  Number(a['position']) - Number(b['position']) || Number(a['ordinal']) - Number(b['ordinal']);
const byPartition = (a: Row, b: Row): number =>
  String(a['topic']).localeCompare(String(b['topic'])) || Number(a['partition']) - Number(b['partition']);
const among = (values: unknown, value: unknown): boolean => (values as readonly unknown[]).includes(value);

/** Rows of parameters that come column by column. */
const rowsFrom = (fields: readonly string[], columns: readonly unknown[]): readonly Row[] =>
  (columns[0] as readonly unknown[]).map((_, index) =>
    Object.fromEntries(fields.map((field, column) => [field, (columns[column] as readonly unknown[])[index]])),
  );

const insertFacts = async (
  transaction: Transaction,
  table: string,
  values: readonly unknown[],
): Promise<readonly Row[]> => {
  for (const row of rowsFrom(FACT_FIELDS, values)) {
    await transaction.lock(table, placeOf(row));
    const there = transaction.get(table, placeOf(row));
    if (!there || Number(there['generation']) < Number(row['generation']))
      await transaction.put(table, placeOf(row), row);
  }
  return [];
};

const readings: Statements = {
  [inboxSql.schema]: ({ table }) => [{ schema: table('').slice(0, -1) }],
  [inboxSql.partitions]: ({ transaction, table }) =>
    transaction.scan(table('inbox_partition'), () => true).toSorted(byPartition),
  [inboxSql.readAt]: ({ transaction, table }, [positions, ordinals, generation]) =>
    (positions as readonly number[]).flatMap((position, index) => {
      const row = transaction.get(table('inbox_fact'), `${position}/${(ordinals as readonly number[])[index]}`);
      return row && row['generation'] === generation ? [row] : [];
    }),
  [inboxSql.read]: ({ transaction, table }, [after, through, contexts, limit]) =>
    transaction
      .scan(
        table('inbox_fact'),
        ({ position, context }) =>
          Number(position) > Number(after) && Number(position) <= Number(through) && among(contexts, context),
      )
      .toSorted(inLogOrder)
      .slice(0, Number(limit)),
  [inboxSql.complete]: ({ transaction, table }, [contexts]) =>
    [
      ...Map.groupBy(
        transaction.scan(table('inbox_partition'), ({ context }) => among(contexts, context)),
        ({ context }) => context,
      ),
    ].map(([context, rows]) => ({
      context,
      position: Math.min(...rows.map(({ watermark }) => Number(watermark))),
    })),
};

const writings: Statements = {
  [inboxSql.lockInstalling]: async ({ transaction, table }) => {
    await transaction.lock(table('advisory'), 'inbox');
    return [];
  },
  [inboxSql.addPartition]: async ({ transaction, table }, [topic, partition, context]) => {
    const row = {
      topic,
      partition,
      context,
      next_offset: null,
      generation: 0,
      last_position: null,
      last_ordinal: null,
      told: 0,
      watermark: 0,
      gap: false,
      renews_through: null,
    };
    await transaction.lock(table('inbox_partition'), keyOf(row));
    if (!transaction.get(table('inbox_partition'), keyOf(row)))
      await transaction.put(table('inbox_partition'), keyOf(row), row);
    return [];
  },
  [inboxSql.lockTopics]: async ({ transaction, table }, [topics]) => {
    const found = transaction.scan(table('inbox_partition'), ({ topic }) => among(topics, topic)).toSorted(byPartition);
    for (const row of found) await transaction.lock(table('inbox_partition'), keyOf(row));
    return found.map((row) => transaction.get(table('inbox_partition'), keyOf(row)) ?? row);
  },
  [inboxSql.keepProgress]: async ({ transaction, table }, values) => {
    for (const change of rowsFrom(PROGRESS_FIELDS, values)) {
      const before = transaction.get(table('inbox_partition'), keyOf(change));
      if (before) await transaction.put(table('inbox_partition'), keyOf(change), { ...before, ...change });
    }
    return [];
  },
  [inboxSql.insertFacts]: ({ transaction, table }, values) => insertFacts(transaction, table('inbox_fact'), values),
  [inboxSql.forgetOlder]: async ({ transaction, table }, [context, partition, generation, told]) => {
    const old = (row: Row): boolean =>
      row['context'] === context &&
      row['partition'] === partition &&
      Number(row['generation']) < Number(generation) &&
      Number(row['position']) <= Number(told);
    for (const row of transaction.scan(table('inbox_fact'), old))
      await transaction.put(table('inbox_fact'), placeOf(row), undefined);
    return [];
  },
  [inboxSql.keepStray]: async ({ transaction, table }, values) => {
    const [topic, partition, record_offset, error_class] = values;
    await transaction.put(table('inbox_stray'), values.slice(0, 3).join('/'), {
      topic,
      partition,
      record_offset,
      error_class,
    });
    return [];
  },
  [inboxSql.tellMoved]: ({ transaction }, [channel, payloads]) => {
    for (const payload of payloads as readonly string[]) transaction.notify(String(channel), payload);
    return [];
  },
};

/** libs/messaging, the inbox of a consuming service. */
export const inboxStatements: Statements = { ...readings, ...writings };
