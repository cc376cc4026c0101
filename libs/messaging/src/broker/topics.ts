import { createHash } from 'node:crypto';

/** The contexts that tell public facts. Each has one topic. */
export const TELLING_CONTEXTS = [
  'organizations',
  'membership',
  'merit_projects',
  'evaluation',
  'notifications',
] as const;

/** What topics are called after, unless configured otherwise. */
export const TOPIC_PREFIX = 'jiangong';

/**
 * Partitions of a topic of facts: so many processes of one consuming service can share the work. Never changed for a topic that
 * exists, since a stream would change its partition. Every one costs a watermark record each time a context moves.
 */
export const FACT_PARTITIONS = 3;

/** The largest record batch a partition takes: one fact of the largest size, or a batch of the relay. */
export const TOPIC_MESSAGE_BYTES_MAX = 2_097_152;

/** A topic as it is created. What is not named here is the cluster's own setting: above all the number of copies. */
export type TopicDefinition = Readonly<{ name: string; partitions: number; config: Readonly<Record<string, string>> }>;

/**
 * Facts are kept for ever and whole: a new consumer, or one that begins again, reads a context's whole history from its topic.
 * Compaction would keep the last fact of a stream only, and a stream's facts are not its state.
 */
const FACTS_CONFIG = {
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': String(TOPIC_MESSAGE_BYTES_MAX),
  'message.timestamp.type': 'CreateTime',
  'unclean.leader.election.enable': 'false',
} as const;

export const factsTopic = (prefix: string, context: string): TopicDefinition => ({
  name: `${prefix}.${context}.facts`,
  partitions: FACT_PARTITIONS,
  config: FACTS_CONFIG,
});

/** The context whose facts a topic carries. */
export const contextOfTopic = (topic: string): string => topic.split('.').at(-2) ?? '';

export const consumerGroup = (prefix: string, service: string): string => `${prefix}.${service}`;

/**
 * The partition of a stream, for ever: the first four bytes of the name's SHA-256, as a number, modulo the partitions. Our own rule,
 * so that no client library's default decides where a stream's history stands.
 */
export const partitionOfStream = (stream: string, partitions: number): number =>
  createHash('sha256').update(stream).digest().readUInt32BE(0) % partitions;
