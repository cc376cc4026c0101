import { SELECT_FACT } from './inbox-tables.ts';

/** The inbox of a consuming service. Said once: the simulation's stand-in for PostgreSQL answers these very texts. */
export const inboxSql = {
  schema: 'select current_schema() as schema',
  lockInstalling: `select pg_advisory_xact_lock(hashtextextended('inbox of ' || current_schema(), 0))`,
  addPartition: 'insert into inbox_partition (topic, partition, context) values ($1, $2, $3) on conflict do nothing',
  partitions: 'select * from inbox_partition order by topic, partition',
  /** Partitions of a topic are locked together and in one order: a context's watermark is the least of them, of one moment. */
  lockTopics: 'select * from inbox_partition where topic = any($1) order by topic, partition for update',
  keepProgress: `
  update inbox_partition p set next_offset = k.next_offset, generation = k.generation, last_position = k.last_position,
         last_ordinal = k.last_ordinal, told = k.told, watermark = k.watermark, gap = k.gap, renews_through = k.renews_through
    from unnest($1::text[], $2::int[], $3::bigint[], $4::int[], $5::bigint[], $6::int[], $7::bigint[], $8::bigint[], $9::boolean[], $10::bigint[])
         as k(topic, partition, next_offset, generation, last_position, last_ordinal, told, watermark, gap, renews_through)
   where p.topic = k.topic and p.partition = k.partition`,
  insertFacts: `
  insert into inbox_fact (position, ordinal, context, stream, revision, event_id, type, data, raw, error_class, occurred_at, correlation_id,
                          traceparent, partition, generation)
  select * from unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::bytea[],
                       $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[])
  on conflict (position, ordinal) do update set
    context = excluded.context, stream = excluded.stream, revision = excluded.revision, event_id = excluded.event_id, type = excluded.type,
    data = excluded.data, raw = excluded.raw, error_class = excluded.error_class, occurred_at = excluded.occurred_at,
    correlation_id = excluded.correlation_id, traceparent = excluded.traceparent, partition = excluded.partition,
    generation = excluded.generation
    where inbox_fact.generation < excluded.generation`,
  forgetOlder: 'delete from inbox_fact where context = $1 and partition = $2 and generation < $3 and position <= $4',
  keepStray:
    'insert into inbox_stray (topic, partition, record_offset, error_class) values ($1, $2, $3, $4) on conflict do nothing',
  tellMoved: 'select pg_notify($1, payload) from unnest($2::text[]) payload',
  readAt: `${SELECT_FACT} join unnest($1::bigint[], $2::int[]) as wanted(position, ordinal) using (position, ordinal)
  where inbox_fact.generation = $3`,
  read: `${SELECT_FACT} where position > $1 and position <= $2 and context = any($3) order by position, ordinal limit $4`,
  complete: `select context, min(watermark)::bigint as position from inbox_partition where context = any($1) group by context`,
} as const;
