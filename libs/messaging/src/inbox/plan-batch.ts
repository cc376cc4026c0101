import type { PartitionBatch } from '../broker/broker.ts';
import { comparePlaces, samePlace } from '../broker/place.ts';
import { contentOfFact, type ReceivedFact, readRecord, type ReadRecord } from '../broker/read-record.ts';
import type { PartitionPlan, PartitionProgress, StrayRecord } from './inbox-store.ts';

/** What becomes of a batch; `readFrom`: nothing, because the partition is to be read elsewhere. */
export type BatchPlan =
  | Readonly<{ kind: 'take'; plan: PartitionPlan; newGap: boolean }>
  | Readonly<{ kind: 'read-from'; offset: number }>;

type Linked = Exclude<ReadRecord, { kind: 'stray' }>;

/** A partition while its batch is gone through. */
class Taking {
  readonly facts: ReceivedFact[] = [];
  readonly repeats: ReceivedFact[] = [];
  readonly strays: StrayRecord[] = [];
  progress: PartitionProgress;

  constructor(progress: PartitionProgress) {
    this.progress = progress;
  }

  record(read: ReadRecord): void {
    if (read.kind === 'stray') this.strays.push({ offset: read.offset, errorClass: read.errorClass });
    else this.#linked(read);
    this.progress = { ...this.progress, nextOffset: read.offset + 1 };
  }

  #linked(read: Linked): void {
    // An older telling, sent by somebody who did not know better: all of it has been told anew.
    if (read.generation < this.progress.generation) return;
    if (read.generation > this.progress.generation) this.#beginTelling(read);
    if (read.generation > this.progress.generation) return;
    if (read.kind === 'fact') this.#fact(read);
    else this.#watermark(read);
  }

  /** A new telling is taken from its first record on, and from nowhere else. */
  #beginTelling({ generation, previous }: Linked): void {
    if (previous !== null) {
      this.progress = { ...this.progress, gap: true };
      return;
    }
    const { last, renewsThrough: before } = this.progress;
    this.facts.length = 0;
    this.repeats.length = 0;
    const renewsThrough = last === null ? before : Math.max(before ?? 0, last.position);
    this.progress = { ...this.progress, generation, last: null, told: 0, renewsThrough, gap: false };
  }

  #fact({ fact, previous }: Extract<Linked, { kind: 'fact' }>): void {
    const { last } = this.progress;
    if (last && comparePlaces(fact, last) <= 0) this.#repeat(fact);
    else if (samePlace(previous, last)) {
      this.facts.push(fact);
      this.progress = { ...this.progress, last: { position: fact.position, ordinal: fact.ordinal }, gap: false };
    } else this.progress = { ...this.progress, gap: true };
  }

  /** What came in this very batch is compared here; the rest by whoever keeps it. */
  #repeat(fact: ReceivedFact): void {
    const here = this.facts.find((taken) => samePlace(taken, fact));
    if (!here || contentOfFact(here) !== contentOfFact(fact)) this.repeats.push(fact);
  }

  #watermark({ through, previous }: Extract<Linked, { kind: 'watermark' }>): void {
    const { last, told, watermark } = this.progress;
    if (samePlace(previous, last))
      this.progress = {
        ...this.progress,
        told: Math.max(told, through),
        watermark: Math.max(watermark, through),
        gap: false,
      };
    // A later fact than the last one taken has been sent before this record: it is missing. An earlier one: an old watermark again.
    else if (previous !== null && (last === null || comparePlaces(previous, last) > 0))
      this.progress = { ...this.progress, gap: true };
  }
}

/** Where the partition is to be read instead of here; undefined when it may be taken. */
const elsewhere = (
  { nextOffset }: PartitionProgress,
  { records, end }: PartitionBatch,
  sought: number | undefined,
): number | undefined => {
  const first = records[0]?.offset ?? 0;
  const last = records.at(-1)?.offset ?? 0;
  // Fewer records than were taken: the topic was made anew, and what it holds is taken from its beginning.
  if (nextOffset === null || end < nextOffset) return undefined;
  // Asked for already and not found: the offset is not there any more. The chain will tell whether a record is missing.
  if (first <= nextOffset ? last >= nextOffset : sought === nextOffset) return undefined;
  return nextOffset;
};

/**
 * What a batch of a partition does to what is known of it: a pure function. Facts are taken as long as each follows the one taken before
 * it; what has been taken is a repeat; after a missing one nothing is taken until it comes, whatever else does. So records may
 * come again, from anywhere, and a relay that sends again from the missing one heals the partition.
 *
 * @param sought the offset that was asked for in vain, if any.
 */
export const planBatch = (held: PartitionProgress, batch: PartitionBatch, sought: number | undefined): BatchPlan => {
  const offset = elsewhere(held, batch, sought);
  if (offset !== undefined) return { kind: 'read-from', offset };
  const taking = new Taking(held);
  const anew = held.nextOffset === null || batch.end < held.nextOffset || sought === held.nextOffset;
  for (const record of batch.records) {
    if (!anew && record.offset < (held.nextOffset ?? 0)) continue;
    taking.record(readRecord(held.context, record));
  }
  const { progress, facts, repeats, strays } = taking;
  const newGap = progress.gap && !held.gap;
  return {
    kind: 'take',
    plan: { progress: newGap ? { ...progress, nextOffset: null } : progress, facts, repeats, strays },
    newGap,
  };
};
