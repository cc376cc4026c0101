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
import { INBOX_TABLES, inboxChannel } from './inbox-tables.ts';
import { inboxSql } from './inbox-sql.ts';

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

const insertFacts = async (client: SqlClient, plans: readonly PartitionPlan[]): Promise<void> => {
  const facts = plans.flatMap((plan) => plan.facts);
  if (facts.length === 0) return;
  const partitions = plans.flatMap(({ facts: own, progress }) => own.map(() => progress.partition));
  const generations = plans.flatMap(({ facts: own, progress }) => own.map(() => progress.generation));
  await client.query(inboxSql.insertFacts, [
    ...RECEIVED_FIELDS.map((field) => facts.map((fact) => fact[field])),
    partitions,
    generations,
  ]);
};

/** Facts of an older telling that the new one has passed without telling them again. */
const forgetOlder = async (client: SqlClient, { progress }: PartitionPlan): Promise<PartitionProgress> => {
  const { renewsThrough, told, context, partition, generation } = progress;
  if (renewsThrough === null) return progress;
  await client.query(inboxSql.forgetOlder, [context, partition, generation, told]);
  return told >= renewsThrough ? { ...progress, renewsThrough: null } : progress;
};

const keepProgress = async (client: SqlClient, all: readonly PartitionProgress[]): Promise<void> => {
  const of = <T>(pick: (progress: PartitionProgress) => T): readonly T[] => all.map(pick);
  await client.query(inboxSql.keepProgress, [
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
    await client.query(inboxSql.keepStray, [progress.topic, progress.partition, offset, errorClass]);
};

/** The first repeat that is not what is there. */
const firstDiffering = async (client: SqlClient, { repeats, progress }: PartitionPlan): Promise<Place | undefined> => {
  if (repeats.length === 0) return undefined;
  const places = [repeats.map(({ position }) => position), repeats.map(({ ordinal }) => ordinal)];
  const { rows } = await client.query<ReceivedFact>(inboxSql.readAt, [...places, progress.generation]);
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
  await client.query(inboxSql.tellMoved, [channel, payloads]);
};

/** The inbox in the service's own schema, to which the pool's search path points. */
export const postgresInboxStore = (pool: SqlPool, schema: string): InboxStore => ({
  install: (partitions) =>
    pool.transaction(async (client) => {
      await client.query(inboxSql.lockInstalling);
      await client.query(INBOX_TABLES);
      for (const { topic, partition, context } of partitions)
        await client.query(inboxSql.addPartition, [topic, partition, context]);
    }),
  progress: async () => (await pool.query<ProgressRow>(inboxSql.partitions)).rows.map(progressOf),
  take: (keys, plan) =>
    pool.transaction(async (client) => {
      const { rows } = await client.query<ProgressRow>(inboxSql.lockTopics, [
        [...new Set(keys.map(({ topic }) => topic))],
      ]);
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
