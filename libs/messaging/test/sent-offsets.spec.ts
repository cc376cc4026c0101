import { describe, expect, it } from '@jest/globals';
import { sentOffsets, UnansweredPartitionError } from '../src/kafka/sent-offsets.ts';

const to = (...partitions: number[]) =>
  partitions.map((partition) => ({ partition, key: null, headers: {}, value: '' }));

describe('what a send was answered', () => {
  it('is the last offset of each partition', () =>
    expect(
      sentOffsets(
        [
          { partition: 2, baseOffset: '7' },
          { partition: 0, baseOffset: '0' },
        ],
        to(0, 2, 2),
      ),
    ).toStrictEqual(
      new Map([
        [2, 8],
        [0, 0],
      ]),
    ));
  it('is no answer when a partition is left out: its records may be nowhere', () =>
    expect(() => sentOffsets([{ partition: 0, baseOffset: '4' }], to(0, 1, 2))).toThrow(UnansweredPartitionError));
});
