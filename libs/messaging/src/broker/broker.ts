import type { TopicDefinition } from './topics.ts';

/** A record on its way out. Texts only: what stands in a topic can be read. */
export type OutgoingRecord = Readonly<{
  partition: number;
  /** Null for what concerns a partition as a whole. */
  key: string | null;
  headers: Readonly<Record<string, string>>;
  value: string;
}>;

/** A record as it was found. */
export type IncomingRecord = Readonly<{
  offset: number;
  key: string | null;
  headers: Readonly<Record<string, string>>;
  value: Uint8Array;
}>;

/** Neighbouring records of one partition, in their order; at least one. */
export type PartitionBatch = Readonly<{
  topic: string;
  partition: number;
  records: readonly IncomingRecord[];
  /** The offset that the partition's next record will get, as far as this consumer knows. */
  end: number;
}>;

/** What the consumer makes of a batch. */
export type Verdict =
  | Readonly<{ kind: 'taken' }>
  /** Nothing of it was taken: read on from this offset instead. */
  | Readonly<{ kind: 'read-from'; offset: number }>
  /** Nothing of it was taken, and trying at once will not help: the partition rests, and the same records come again. */
  | Readonly<{ kind: 'stopped' }>;

export type ConsumeOptions = Readonly<{
  group: string;
  topics: readonly TopicDefinition[];
  /**
   * Batches of different partitions, each partition at most once; never called while an earlier call runs. A verdict for each, in the
   * same order, given when its effect is durable. A rejection takes nothing: the same records come again after a pause.
   */
  take(batches: readonly PartitionBatch[]): Promise<readonly Verdict[]>;
}>;

export type Consumption = Readonly<{
  /** Milliseconds since this consumer last heard from the broker; grows while the broker is away. */
  silentMs(): number;
  /** Lets what is in hand finish, leaves the group. */
  stop(): Promise<void>;
}>;

/**
 * A log of records in topics and partitions, as Kafka is one. What is asked of it is little, and what `relay` and `inbox` promise
 * holds with less: records of a partition may come again, any number of times, also long after; they may not change, and they
 * may not change places the first time they come.
 */
export interface Broker {
  /**
   * Creates the topic where it is missing and holds it to its definition. Answers the offset that each partition's next record
   * will get. Throws `TopicDiffersError` when the number of partitions is another one: places would move.
   */
  prepare(topic: TopicDefinition): Promise<readonly number[]>;
  /**
   * Resolves when every in-sync copy has all records, with the last offset of each partition that got some. Rejects in doubt: all,
   * some or none of them are there, of each partition the first ones.
   */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<ReadonlyMap<number, number>>;
  /** Begins to consume; goes on through every trouble until stopped. */
  consume(options: ConsumeOptions): Consumption;
  close(): Promise<void>;
}

/** A topic that is there already is not what its definition says, in a way that may not be mended by itself. */
export class TopicDiffersError extends Error {
  override readonly name = 'TopicDiffersError';
}
