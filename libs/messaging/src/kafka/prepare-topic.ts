import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import { TopicDiffersError } from '../broker/broker.ts';
import type { TopicDefinition } from '../broker/topics.ts';

/** The broker answers within this time whether a topic exists. */
const TOPIC_TIMEOUT_MS = 5_000;

/** CreateTopics of kafkajs knows no "as many as the cluster says": we ask and say it. */
const copiesOf = async (admin: Admin): Promise<number> => {
  const { brokers } = await admin.describeCluster();
  const name = String(brokers[0]?.nodeId ?? 0);
  const configNames = ['default.replication.factor'];
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.BROKER, name, configNames }],
  });
  return Number(resources[0]?.configEntries.find(({ configName }) => configName === configNames[0])?.configValue ?? 1);
};

const exists = (error: unknown): boolean =>
  (error instanceof kafkajs.KafkaJSProtocolError && error.type === 'TOPIC_ALREADY_EXISTS') ||
  (error instanceof AggregateError && error.errors.every(exists)) ||
  (error instanceof Error &&
    Array.isArray((error as { errors?: unknown }).errors) &&
    (error as unknown as { errors: unknown[] }).errors.every(exists));

/** With three copies, two must have a record before it is acknowledged: the loss of a broker then loses nothing and stops nobody. */
const inSyncOf = (copies: number): string => (copies >= 3 ? '2' : '1');

const create = async (admin: Admin, { name, partitions, config }: TopicDefinition): Promise<void> => {
  const replicationFactor = await copiesOf(admin);
  const settings = { ...config, 'min.insync.replicas': inSyncOf(replicationFactor) };
  const configEntries = Object.entries(settings).map(([key, value]) => ({ name: key, value }));
  const topic = { topic: name, numPartitions: partitions, replicationFactor, configEntries };
  try {
    // Its own wait for leaders ends at a broker that has not heard of the topic yet: we wait ourselves.
    await admin.createTopics({ topics: [topic], waitForLeaders: false, timeout: TOPIC_TIMEOUT_MS });
  } catch (error) {
    // Several services make it at the same time; who comes second finds it made.
    if (!exists(error)) throw error;
  }
};

const partitionsOf = async (admin: Admin, topic: string): Promise<number | undefined> => {
  if (!(await admin.listTopics()).includes(topic)) return undefined;
  return (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions.length;
};

/** All brokers know of a new topic, and its partitions have their leaders, a moment after it is there: we ask again so often, after so long. */
const LEADER_TRIES_MAX = 15;
const LEADER_WAIT_MS = 200;

const isRetriable = (error: unknown): boolean => error instanceof kafkajs.KafkaJSProtocolError && error.retriable;

/** What is asked of a topic that may be new; undefined: nothing, as often as it was asked. */
const askedOf = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (let tried = 1; ; tried += 1) {
    try {
      const found = await ask();
      if (found !== undefined || tried >= LEADER_TRIES_MAX) return found;
    } catch (error) {
      if (tried >= LEADER_TRIES_MAX || !isRetriable(error)) throw error;
    }
    await sleep(LEADER_WAIT_MS);
  }
};

/** Makes the topic where it is missing, and refuses one that has another number of partitions. Settings of an existing topic are its operator's. */
export const ensureTopic = async (admin: Admin, definition: TopicDefinition): Promise<void> => {
  const { name, partitions } = definition;
  let found = await partitionsOf(admin, name);
  if (found === undefined) {
    await create(admin, definition);
    found = await askedOf(async () => partitionsOf(admin, name));
  }
  if (found !== partitions) throw new TopicDiffersError(`${name} has ${found ?? 'no'} partitions, not ${partitions}`);
};

/** The offset that each partition's next record will get. */
export const endsOf = async (admin: Admin, { name, partitions }: TopicDefinition): Promise<readonly number[]> => {
  const offsets = (await askedOf(async () => admin.fetchTopicOffsets(name))) ?? [];
  return Array.from({ length: partitions }, (_, partition) =>
    Number(offsets.find((found) => found.partition === partition)?.high ?? 0),
  );
};
