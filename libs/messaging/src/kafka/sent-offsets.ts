import type { OutgoingRecord } from '../broker/broker.ts';

/** A partition that was sent to has not answered: its records may be nowhere. */
export class UnansweredPartitionError extends Error {
  override readonly name = 'UnansweredPartitionError';
}

/**
 * The offset of each partition's last record: Kafka tells the first of what a partition got, and its records are neighbours. Throws
 * `UnansweredPartitionError` when a partition is missing: while it tries again, kafkajs 2.2 leaves out a partition whose leader has moved to a
 * broker that had answered for others already, and calls the whole sent.
 */
export const sentOffsets = (
  sent: readonly { partition: number; baseOffset?: string }[],
  records: readonly OutgoingRecord[],
): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { partition } of records) counts.set(partition, (counts.get(partition) ?? 0) + 1);
  const offsets = new Map(
    sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset ?? 0) + (counts.get(partition) ?? 1) - 1]),
  );
  const unanswered = [...counts.keys()].filter((partition) => !offsets.has(partition));
  if (unanswered.length > 0) throw new UnansweredPartitionError(`no answer for partitions ${unanswered.join(', ')}`);
  return offsets;
};
