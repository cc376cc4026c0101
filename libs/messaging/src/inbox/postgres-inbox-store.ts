import type { SqlClient, SqlPool } from '@jiangong/database';
import { comparePlaces, type Place } from '../broker/place.ts';
import { contentOfFact, RECEIVED_FIELDS, type ReceivedFact } from '../broker/read-record.ts';
import {
  type ContentDiffers,
  type InboxStore,
  type PartitionPlan,
  type PartitionProgress,
  textOfKey,
} from './inbox-store.ts';
import { INBOX_TABLES, inboxChannel, SELECT_FACT } from './inbox-tables.ts';

type ProgressRow = {
  topic: string;
  partition: number;
  context: string;
  next_offset: number | null;
  generation: number;
  last_position: number | null;
  last_ordinal: number | null;
  told: number;
  watermark: number;
  gap: boolean;
  renews_through: number | null;
};

const whole = (value: number | null): number | null => (value === null ? null : Number(value));

const progressOf = (row: ProgressRow): PartitionProgress => ({
  topic: row.topic,
  partition: row.partition,
  context: row.context,
  nextOffset: whole(row.next_offset),
  generation: row.generation,
  last: row.last_position === null ? null : { position: Number(row.last_position), ordinal: row.last_ordinal ?? 0 },
  told: Number(row.told),
  watermark: Number(row.watermark),
  gap: row.gap,
  renewsThrough: whole(row.renews_through),
});

/** Partitions of a topic are locked together and in one order: a context's watermark is the least of them, of one moment. */
const LOCK = 'select * from inbox_partition where topic = any($1) order by topic, partition for update';

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

const insertFacts = async (client: SqlClient, plans: readonly PartitionPlan[]): Promise<void> => {
  const facts = plans.flatMap((plan) => plan.facts);
  if (facts.length === 0) return;
  const partitions = plans.flatMap(({ facts: own, progress }) => own.map(() => progress.partition));
  const generations = plans.flatMap(({ facts: own, progress }) => own.map(() => progress.generation));
  await client.query(INSERT, [
    ...RECEIVED_FIELDS.map((field) => facts.map((fact) => fact[field])),
    partitions,
    generations,
  ]);
};

/** Facts of an older telling that the new one has passed without telling them again. */
const forgetOlder = async (client: SqlClient, { progress }: PartitionPlan): Promise<PartitionProgress> => {
  const { renewsThrough, told, context, partition, generation } = progress;
  if (renewsThrough === null) return progress;
  await client.query(
    'delete from inbox_fact where context = $1 and partition = $2 and generation < $3 and position <= $4',
    [context, partition, generation, told],
  );
  return told >= renewsThrough ? { ...progress, renewsThrough: null } : progress;
};

const keepProgress = async (client: SqlClient, all: readonly PartitionProgress[]): Promise<void> => {
  const of = <T>(pick: (progress: PartitionProgress) => T): readonly T[] => all.map(pick);
  await client.query(KEEP, [
    of(({ topic }) => topic),
    of(({ partition }) => partition),
    of(({ nextOffset }) => nextOffset),
    of(({ generation }) => generation),
    of(({ last }) => last?.position ?? null),
    of(({ last }) => last?.ordinal ?? null),
    of(({ told }) => told),
    of(({ watermark }) => watermark),
    of(({ gap }) => gap),
    of(({ renewsThrough }) => renewsThrough),
  ]);
};

const keepStrays = async (client: SqlClient, { strays, progress }: PartitionPlan): Promise<void> => {
  for (const { offset, errorClass } of strays)
    await client.query(
      'insert into inbox_stray (topic, partition, record_offset, error_class) values ($1, $2, $3, $4) on conflict do nothing',
      [progress.topic, progress.partition, offset, errorClass],
    );
};

const READ_AT = `${SELECT_FACT} join unnest($1::bigint[], $2::int[]) as wanted(position, ordinal) using (position, ordinal)
  where inbox_fact.generation = $3`;

/** The first repeat that is not what is there. */
const firstDiffering = async (client: SqlClient, { repeats, progress }: PartitionPlan): Promise<Place | undefined> => {
  if (repeats.length === 0) return undefined;
  const places = [repeats.map(({ position }) => position), repeats.map(({ ordinal }) => ordinal)];
  const { rows } = await client.query<ReceivedFact>(READ_AT, [...places, progress.generation]);
  const there = new Map(rows.map((fact) => [`${fact.position}/${fact.ordinal}`, contentOfFact(fact)]));
  return [...repeats]
    .sort(comparePlaces)
    .find((fact) => there.get(`${fact.position}/${fact.ordinal}`) !== contentOfFact(fact));
};

/** The least watermark of each context's partitions. */
const watermarksOf = (partitions: Iterable<PartitionProgress>): Map<string, number> => {
  const least = new Map<string, number>();
  for (const { context, watermark } of partitions)
    least.set(context, Math.min(watermark, least.get(context) ?? Number.POSITIVE_INFINITY));
  return least;
};

/** Few statements whatever comes: what a relay sends at once goes to every partition of a topic. */
const write = async (client: SqlClient, plans: readonly PartitionPlan[]): Promise<readonly PartitionProgress[]> => {
  if (plans.length === 0) return [];
  await insertFacts(client, plans);
  const kept: PartitionProgress[] = [];
  for (const plan of plans) {
    await keepStrays(client, plan);
    kept.push(await forgetOlder(client, plan));
  }
  await keepProgress(client, kept);
  return kept;
};

const tellMoved = async (
  client: SqlClient,
  channel: string,
  moved: readonly (readonly [string, number])[],
): Promise<void> => {
  if (moved.length === 0) return;
  const payloads = moved.map(([context, watermark]) => `${context} ${watermark}`);
  await client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [channel, payloads]);
};

/** The inbox in the service's own schema, to which the pool's search path points. */
export const postgresInboxStore = (pool: SqlPool, schema: string): InboxStore => ({
  install: (partitions) =>
    pool.transaction(async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('inbox of ' || current_schema(), 0))`);
      await client.query(INBOX_TABLES);
      for (const { topic, partition, context } of partitions)
        await client.query(
          'insert into inbox_partition (topic, partition, context) values ($1, $2, $3) on conflict do nothing',
          [topic, partition, context],
        );
    }),
  progress: async () =>
    (await pool.query<ProgressRow>('select * from inbox_partition order by topic, partition')).rows.map(progressOf),
  take: (keys, plan) =>
    pool.transaction(async (client) => {
      const { rows } = await client.query<ProgressRow>(LOCK, [[...new Set(keys.map(({ topic }) => topic))]]);
      const held = new Map(rows.map((row) => [textOfKey(row), progressOf(row)]));
      const before = watermarksOf(held.values());
      const differing: ContentDiffers[] = [];
      const sound: PartitionPlan[] = [];
      for (const planned of plan(held)) {
        const place = await firstDiffering(client, planned);
        if (place)
          differing.push({ key: planned.progress, place: { position: place.position, ordinal: place.ordinal } });
        else sound.push(planned);
      }
      for (const progress of await write(client, sound)) held.set(textOfKey(progress), progress);
      const moved = [...watermarksOf(held.values())].filter(
        ([context, watermark]) => watermark > (before.get(context) ?? 0),
      );
      await tellMoved(client, inboxChannel(schema), moved);
      return differing;
    }),
});
