import { createHash, randomUUID } from 'node:crypto';
import kafkajs, { type IHeaders, type Kafka } from 'kafkajs';

/** A record of a topic of facts as it was received; `undefined` where it is none of ours. */
export type TopicRecord = Readonly<{ topic: string; partition: number; offset: string; type: string; place: string; position: number; ordinal: number; previous: string; digest: string; data: string }>;

const WATERMARK_TYPE = 'messaging.ContextComplete.v1';
const READ_WITHIN_MS = 30_000;

const text = (headers: IHeaders, name: string): string => headers[name]?.toString() ?? '';

const placeBefore = (a: TopicRecord, b: TopicRecord): boolean => a.position < b.position || (a.position === b.position && a.ordinal < b.ordinal);

/** What must be the same when a record comes again: everything but what a second sending changes. */
const digestOf = (headers: IHeaders, value: string): string =>
  createHash('sha256')
    .update(['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_jgprevious'].map((name) => text(headers, name)).join('\n'))
    .update(value)
    .digest('hex');

const recordOf = (at: Readonly<{ topic: string; partition: number; offset: string }>, headers: IHeaders, value: string): TopicRecord => {
  const [position, ordinal] = [Number(text(headers, 'ce_jgposition')), Number(text(headers, 'ce_jgordinal') || 0)];
  return { ...at, type: text(headers, 'ce_type'), place: `${position}/${ordinal}`, position, ordinal, previous: text(headers, 'ce_jgprevious'), digest: digestOf(headers, value), data: value };
};

type Ends = Map<string, bigint>;

const endsOf = async (kafka: Kafka, topics: readonly string[]): Promise<Ends> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends: Ends = new Map();
    for (const topic of topics)
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) if (BigInt(high) > 0n) ends.set(`${topic} ${partition}`, BigInt(high));
    return ends;
  } finally {
    await admin.disconnect();
  }
};

/** Every record of the topics from their beginnings to their present ends, in the order of each partition. */
export const readTopics = async (brokers: readonly string[], topics: readonly string[]): Promise<readonly TopicRecord[]> => {
  const kafka = new kafkajs.Kafka({ clientId: 'fault-matrix', brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING });
  const left = await endsOf(kafka, topics);
  const records: TopicRecord[] = [];
  if (left.size === 0) return records;
  const consumer = kafka.consumer({ groupId: `fault-matrix-${randomUUID()}` });
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new Error(`the topics could not be read within ${READ_WITHIN_MS} ms`)), READ_WITHIN_MS);
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const { topic, partition, messages } = batch;
        for (const { offset, headers, value } of messages) records.push(recordOf({ topic, partition, offset }, headers ?? {}, value?.toString('utf8') ?? ''));
        const end = left.get(`${topic} ${partition}`);
        if (end !== undefined && BigInt(batch.lastOffset()) >= end - 1n) left.delete(`${topic} ${partition}`);
        if (left.size === 0) done.resolve();
      },
    });
    await done.promise;
    return records;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
  }
};

const faultsOfPartition = (records: readonly TopicRecord[]): readonly string[] => {
  const faults: string[] = [];
  const seen = new Map<string, TopicRecord>();
  let last: TopicRecord | undefined;
  let complete = 0;
  for (const record of records) {
    const fault = (what: string): void => void faults.push(`I6: ${record.topic}/${record.partition} offset ${record.offset} (${record.place}): ${what}`);
    if (record.type === WATERMARK_TYPE) {
      complete = Math.max(complete, record.position);
      continue;
    }
    const before = seen.get(record.place);
    if (before) {
      if (before.digest !== record.digest) fault('comes again as something else');
      continue;
    }
    if (last && !placeBefore(last, record)) fault(`comes after ${last.place}`);
    if (record.position <= complete) fault(`comes although everything up to ${complete} was said to be there`);
    if (record.previous !== (last?.place ?? '')) fault(`names ${record.previous || 'nothing'} as the one before it, which is ${last?.place ?? 'nothing'}`);
    seen.set(record.place, record);
    last = record;
  }
  return faults;
};

/** What a producer has stored of one context: places with their data. */
export type Told = Readonly<{ topic: string; place: string; data: string }>;

/** I6: in each partition facts stand in order, repeats are exact, watermarks are true; and the topics hold what was told, no more and no less. */
export const brokerOrder = (records: readonly TopicRecord[], told: readonly Told[]): readonly string[] => {
  const ours = records.filter(({ type }) => type !== '');
  const partitions = Map.groupBy(ours, ({ topic, partition }) => `${topic} ${partition}`);
  const facts = new Map(ours.filter(({ type }) => type !== WATERMARK_TYPE).map((record) => [`${record.topic} ${record.place}`, record.data]));
  const missing = told.filter(({ topic, place, data }) => facts.get(`${topic} ${place}`) !== data);
  const known = new Set(told.map(({ topic, place }) => `${topic} ${place}`));
  const strange = [...facts.keys()].filter((place) => !known.has(place));
  return [
    ...[...partitions.values()].flatMap(faultsOfPartition),
    ...missing.map(({ topic, place }) => `I6: ${topic}: ${place} was told and is not there as it was told`),
    ...strange.map((place) => `I6: ${place} is there and was never told`),
  ];
};
