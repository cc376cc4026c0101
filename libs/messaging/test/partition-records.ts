import {
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionBatch,
  type PartitionProgress,
  type Place,
  recordOfFact,
  recordOfWatermark,
  type RelayedFact,
  untaken,
} from '@jiangong/messaging/broker';
import { publicFact } from '@jiangong/messaging/testing';

export const CONTEXT = 'evaluation';
export const TOPIC = 'test.evaluation.facts';

/** A fact as the relay has it. */
export const relayed = (position: number, given: Partial<RelayedFact> = {}): RelayedFact => ({
  ...publicFact({ type: 'evaluation.Thing.v1', data: null, position }),
  data: `{"n":${position}}`,
  ...given,
});

const at = (position: number | null): Place | null => (position === null ? null : { position, ordinal: 0 });

/** A fact's record, with the position of the fact before it in the partition. */
export const fact = (
  position: number,
  previous: number | null,
  given: Partial<RelayedFact & { generation: number }> = {},
): OutgoingRecord => {
  const { generation = 1, ...of } = given;
  return recordOfFact(relayed(position, of), { partition: 0, generation, previous: at(previous) });
};

export const watermark = (through: number, previous: number | null, generation = 1): OutgoingRecord =>
  recordOfWatermark(
    { context: CONTEXT, through, sentAt: '2021-03-01T00:00:00.000Z' },
    { partition: 0, generation, previous: at(previous) },
  );

export const stored = (records: readonly OutgoingRecord[], from = 0): readonly IncomingRecord[] =>
  records.map(({ key, headers, value }, index) => ({ offset: from + index, key, headers, value: Buffer.from(value) }));

/** Records that stand in the partition from an offset on. */
export const batch = (
  records: readonly OutgoingRecord[],
  given: Readonly<{ from?: number; end?: number }> = {},
): PartitionBatch => ({
  topic: TOPIC,
  partition: 0,
  records: stored(records, given.from ?? 0),
  end: given.end ?? (given.from ?? 0) + records.length,
});

export const nothingTaken: PartitionProgress = untaken({ topic: TOPIC, partition: 0 }, CONTEXT);
