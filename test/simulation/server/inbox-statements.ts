import type { Row, Transaction } from './memory-database.ts';
import type { Statements } from './statements.ts';

const SELECT_FACT = `
  select position, ordinal, context, stream, revision, event_id as "eventId", type, data, raw, error_class as "errorClass",
         occurred_at as "occurredAt", correlation_id as "correlationId", traceparent
    from inbox_fact`;

const KEEP = `
  update inbox_partition p set next_offset = k.next_offset, generation = k.generation, last_position = k.last_position,
         last_ordinal = k.last_ordinal, told = k.told, watermark = k.watermark, gap = k.gap, renews_through = k.renews_through
    from unnest($1::text[], $2::int[], $3::bigint[], $4::int[], $5::bigint[], $6::int[], $7::bigint[], $8::bigint[], $9::boolean[], $10::bigint[])
         as k(topic, partition, next_offset, generation, last_position, last_ordinal, told, watermark, gap, renews_through)
   where p.topic = k.topic and p.partition = k.partition`;

const INSERT = `
  insert into inbox_fact (position, ordinal, context, stream, revision, event_id, type, data, raw, error_class, occurred_at, correlation_id,
                          traceparent, partition, generation)
  select * from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::bytea[],
                       $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[])
  on conflict (position, ordinal) do update set
    context = excluded.context, stream = excluded.stream, revision = excluded.revision, event_id = excluded.event_id, type = excluded.type,
    data = excluded.data, raw = excluded.raw, error_class = excluded.error_class, occurred_at = excluded.occurred_at,
    correlation_id = excluded.correlation_id, traceparent = excluded.traceparent, partition = excluded.partition,
    generation = excluded.generation
    where inbox_fact.generation < excluded.generation`;

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
  'select current_schema() as schema': ({ table }) => [{ schema: table('').slice(0, -1) }],
  'select * from inbox_partition order by topic, partition': ({ transaction, table }) =>
    transaction.scan(table('inbox_partition'), () => true).toSorted(byPartition),
  [`${SELECT_FACT} join unnest($1::bigint[], $2::int[]) as wanted(position, ordinal) using (position, ordinal)
  where inbox_fact.generation = $3`]: ({ transaction, table }, [positions, ordinals, generation]) =>
    (positions as readonly number[]).flatMap((position, index) => {
      const row = transaction.get(table('inbox_fact'), `${position}/${(ordinals as readonly number[])[index]}`);
      return row && row['generation'] === generation ? [row] : [];
    }),
  [`${SELECT_FACT} where position > $1 and position <= $2 and context = any($3) order by position, ordinal limit $4`]: (
    { transaction, table },
    [after, through, contexts, limit],
  ) =>
    transaction
      .scan(
        table('inbox_fact'),
        ({ position, context }) =>
          Number(position) > Number(after) && Number(position) <= Number(through) && among(contexts, context),
      )
      .toSorted(inLogOrder)
      .slice(0, Number(limit)),
  'select context, min(watermark)::bigint as position from inbox_partition where context = any($1) group by context': (
    { transaction, table },
    [contexts],
  ) =>
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
  [`select pg_advisory_xact_lock(hashtextextended('inbox of ' || current_schema(), 0))`]: async ({
    transaction,
    table,
  }) => {
    await transaction.lock(table('advisory'), 'inbox');
    return [];
  },
  'insert into inbox_partition (topic, partition, context) values ($1, $2, $3) on conflict do nothing': async (
    { transaction, table },
    [topic, partition, context],
  ) => {
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
  'select * from inbox_partition where topic = any($1) order by topic, partition for update': async (
    { transaction, table },
    [topics],
  ) => {
    const found = transaction.scan(table('inbox_partition'), ({ topic }) => among(topics, topic)).toSorted(byPartition);
    for (const row of found) await transaction.lock(table('inbox_partition'), keyOf(row));
    return found.map((row) => transaction.get(table('inbox_partition'), keyOf(row)) ?? row);
  },
  [KEEP]: async ({ transaction, table }, values) => {
    for (const change of rowsFrom(PROGRESS_FIELDS, values)) {
      const before = transaction.get(table('inbox_partition'), keyOf(change));
      if (before) await transaction.put(table('inbox_partition'), keyOf(change), { ...before, ...change });
    }
    return [];
  },
  [INSERT]: ({ transaction, table }, values) => insertFacts(transaction, table('inbox_fact'), values),
  'delete from inbox_fact where context = $1 and partition = $2 and generation < $3 and position <= $4': async (
    { transaction, table },
    [context, partition, generation, told],
  ) => {
    const old = (row: Row): boolean =>
      row['context'] === context &&
      row['partition'] === partition &&
      Number(row['generation']) < Number(generation) &&
      Number(row['position']) <= Number(told);
    for (const row of transaction.scan(table('inbox_fact'), old))
      await transaction.put(table('inbox_fact'), placeOf(row), undefined);
    return [];
  },
  'insert into inbox_stray (topic, partition, record_offset, error_class) values ($1, $2, $3, $4) on conflict do nothing':
    async ({ transaction, table }, values) => {
      const [topic, partition, record_offset, error_class] = values;
      await transaction.put(table('inbox_stray'), values.slice(0, 3).join('/'), {
        topic,
        partition,
        record_offset,
        error_class,
      });
      return [];
    },
  'select pg_notify($1, payload) from unnest($2::text[]) payload': ({ transaction }, [channel, payloads]) => {
    for (const payload of payloads as readonly string[]) transaction.notify(String(channel), payload);
    return [];
  },
};

/** libs/messaging, the inbox of a consuming service. */
export const inboxStatements: Statements = { ...readings, ...writings };
