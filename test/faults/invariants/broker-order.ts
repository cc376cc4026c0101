import { createHash, randomUUID } from 'node:crypto';
import kafkajs, { type IHeaders, type Kafka } from 'kafkajs';

/** A record of a topic of facts as it was received; `undefined` where it is none of ours. */
export type TopicRecord = Readonly<{
  topic: string;
  partition: number;
  offset: string;
  type: string;
  place: string;
  position: number;
  ordinal: number;
  previous: string;
  digest: string;
  data: string;
}>;

const WATERMARK_TYPE = 'messaging.ContextComplete.v1';
const READ_WITHIN_MS = 30_000;

const text = (headers: IHeaders, name: string): string => headers[name]?.toString() ?? '';

const placeBefore = (a: TopicRecord, b: TopicRecord): boolean =>
  a.position < b.position || (a.position === b.position && a.ordinal < b.ordinal);

/** What must be the same when a record comes again: everything but what a second sending changes. */
const digestOf = (headers: IHeaders, value: string): string =>
  createHash('sha256')
    .update(
      ['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_jgprevious']
        .map((name) => text(headers, name))
        .join('\n'),
    )
    .update(value)
    .digest('hex');

const recordOf = (
  at: Readonly<{ topic: string; partition: number; offset: string }>,
  headers: IHeaders,
  value: string,
): TopicRecord => {
  const [position, ordinal] = [Number(text(headers, 'ce_jgposition')), Number(text(headers, 'ce_jgordinal') || 0)];
  return {
    ...at,
    type: text(headers, 'ce_type'),
    place: `${position}/${ordinal}`,
    position,
    ordinal,
    previous: text(headers, 'ce_jgprevious'),
    digest: digestOf(headers, value),
    data: value,
  };
};

type Ends = Map<string, bigint>;

const endsOf = async (kafka: Kafka, topics: readonly string[]): Promise<Ends> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends: Ends = new Map();
    for (const topic of topics)
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        if (BigInt(high) > 0n) ends.set(`${topic} ${partition}`, BigInt(high));
    return ends;
  } finally {
    await admin.disconnect();
  }
};

/** Every record of the topics from their beginnings to their present ends, in the order of each partition. */
export const readTopics = async (
  brokers: readonly string[],
  topics: readonly string[],
): Promise<readonly TopicRecord[]> => {
  const kafka = new kafkajs.Kafka({
    clientId: 'fault-matrix',
    brokers: [...brokers],
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const left = await endsOf(kafka, topics);
  const records: TopicRecord[] = [];
  if (left.size === 0) return records;
  const consumer = kafka.consumer({ groupId: `fault-matrix-${randomUUID()}` });
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(
    () => done.reject(new Error(`the topics could not be read within ${READ_WITHIN_MS} ms`)),
    READ_WITHIN_MS,
  );
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const { topic, partition, messages } = batch;
        for (const { offset, headers, value } of messages)
          records.push(recordOf({ topic, partition, offset }, headers ?? {}, value?.toString('utf8') ?? ''));
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

/** What a reader of one partition takes of it, and what it must not have met. */
type Taken = Readonly<{ facts: readonly TopicRecord[]; faults: readonly string[] }>;

/**
 * Goes through a partition as a consumer does: a fact is taken when it names the one taken before it; an earlier one is a repeat and must
 * be exact; after a missing one nothing is taken until it comes. So what a broker lost and a relay sent again is healed; what nobody sent again is missed below.
 */
const takenOf = (records: readonly TopicRecord[]): Taken => {
  const faults: string[] = [];
  const taken = new Map<string, TopicRecord>();
  let last: TopicRecord | undefined;
  let complete = 0;
  for (const record of records) {
    const fault = (what: string): void =>
      void faults.push(`I6: ${record.topic}/${record.partition} offset ${record.offset} (${record.place}): ${what}`);
    const follows = record.previous === (last?.place ?? '');
    if (record.type === WATERMARK_TYPE) {
      if (follows) complete = Math.max(complete, record.position);
      continue;
    }
    const before = taken.get(record.place);
    if (before) {
      if (before.digest !== record.digest) fault('comes again as something else');
    } else if (last && !placeBefore(last, record)) fault(`comes after ${last.place}`);
    else if (follows) {
      if (record.position <= complete) fault(`comes although everything up to ${complete} was said to be there`);
      taken.set(record.place, record);
      last = record;
    }
  }
  return { facts: [...taken.values()], faults };
};

/** What a producer has stored of one context: places with their data. */
export type Told = Readonly<{ topic: string; place: string; data: string }>;

/** I6: each partition gives a consumer its facts in order, repeats are exact, watermarks true; and what it takes is what was told, no more and no less. */
export const brokerOrder = (records: readonly TopicRecord[], told: readonly Told[]): readonly string[] => {
  const ours = records.filter(({ type }) => type !== '');
  const partitions = [...Map.groupBy(ours, ({ topic, partition }) => `${topic} ${partition}`).values()].map(takenOf);
  const facts = new Map(
    partitions.flatMap((taken) =>
      taken.facts.map((record) => [`${record.topic} ${record.place}`, record.data] as const),
    ),
  );
  const known = new Set(told.map(({ topic, place }) => `${topic} ${place}`));
  const missing = told.filter(({ topic, place, data }) => facts.get(`${topic} ${place}`) !== data);
  const strange = [...facts.keys()].filter((place) => !known.has(place));
  return [
    ...partitions.flatMap(({ faults }) => faults),
    ...missing.map(
      ({ topic, place }) => `I6: ${topic}: ${place} was told and a consumer does not get it as it was told`,
    ),
    ...strange.map((place) => `I6: ${place} is there and was never told`),
  ];
};
