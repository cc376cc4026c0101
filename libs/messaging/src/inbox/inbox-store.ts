import type { ReceivedFact } from '../broker/read-record.ts';
import type { Place } from '../broker/place.ts';

export type PartitionKey = Readonly<{ topic: string; partition: number }>;

export const textOfKey = ({ topic, partition }: PartitionKey): string => `${topic}/${partition}`;

/** How far a partition is taken: kept in the transaction that keeps its facts, so it is the truth, and the broker's offset a hint. */
export type PartitionProgress = PartitionKey &
  Readonly<{
    context: string;
    /** The offset of the next record; null before the first. */
    nextOffset: number | null;
    /** The telling that is taken. */
    generation: number;
    /** The last fact taken of this telling. */
    last: Place | null;
    /** Everything of this telling up to here is taken. */
    told: number;
    /** Everything of the partition up to here is taken, of this telling or the one it replaces: never goes back. */
    watermark: number;
    /** A record is missing: nothing is taken until it comes. */
    gap: boolean;
    /** While a new telling replaces an old one: up to which position facts of the old one may still stand. */
    renewsThrough: number | null;
  }>;

export type StrayRecord = Readonly<{ offset: number; errorClass: string }>;

/** What one partition's batch does. */
export type PartitionPlan = Readonly<{
  progress: PartitionProgress;
  /** New facts, in order. */
  facts: readonly ReceivedFact[];
  /** Facts whose place has been taken before: they must be what is there. */
  repeats: readonly ReceivedFact[];
  strays: readonly StrayRecord[];
}>;

/** A fact came again under its place with another content: somebody forged or damaged one of them. */
export type ContentDiffers = Readonly<{ key: PartitionKey; place: Place }>;

/** Where a consuming service keeps what it has taken. */
export interface InboxStore {
  /**
   * One transaction for several partitions: what is known of them is locked and given to `plan`, what it answers is written, all or
   * nothing. A partition of which a repeat differs from what is there is left as it was, and told in the answer. Others are
   * woken when a context's watermark has moved.
   */
  take(
    keys: readonly PartitionKey[],
    plan: (held: ReadonlyMap<string, PartitionProgress>) => readonly PartitionPlan[],
  ): Promise<readonly ContentDiffers[]>;
  /** Makes a row for every partition that may come, so that a context is complete only when all of them are. */
  install(partitions: readonly (PartitionKey & Readonly<{ context: string }>)[]): Promise<void>;
  progress(): Promise<readonly PartitionProgress[]>;
}

/** A partition of which nothing is taken. */
export const untaken = (key: PartitionKey, context: string): PartitionProgress => ({
  topic: key.topic,
  partition: key.partition,
  context,
  nextOffset: null,
  generation: 0,
  last: null,
  told: 0,
  watermark: 0,
  gap: false,
  renewsThrough: null,
});
