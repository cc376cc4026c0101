import { describe, expect, it } from '@jest/globals';
import {
  BEGINNING,
  hasOverwritten,
  nextBatch,
  partitionOfStream,
  RELAY_BATCH_BYTES_MAX,
  RELAY_BATCH_FACTS_MAX,
  type RelayedFact,
  readRecord,
  type RelayState,
} from '@jiangong/messaging/broker';
import { relayed } from './partition-records.ts';

const PARTITIONS = 3;
const now = '2021-03-01T00:00:00.000Z';
const begun: RelayState = { epoch: 1, generation: 1, place: BEGINNING, watermark: 0, tails: [] };
const next = (state: RelayState, facts: readonly RelayedFact[], translated: number) =>
  nextBatch('evaluation', PARTITIONS, { state, pending: { translated, facts, limitMax: RELAY_BATCH_FACTS_MAX }, now });

const onStream = (position: number, stream: string): RelayedFact => relayed(position, { stream });
const streams = Array.from({ length: 12 }, (_, n) => `evaluation.round-${n}`);

describe('the partition of a stream', () => {
  it('is what it was in the first release, for ever', () => {
    expect(
      ['evaluation.round-1', 'membership.person-2', 'merit-projects.单位-3', ''].map((stream) =>
        partitionOfStream(stream, 3),
      ),
    ).toStrictEqual([2, 0, 2, 2]);
  });
});

describe('what a relay sends next', () => {
  it('is every fact once, each in its stream’s partition and after the one before it, and a watermark for each partition', () => {
    const { records, next: after } = next(
      begun,
      streams.map((stream, n) => onStream(n + 1, stream)),
      20,
    );
    const chains = [0, 1, 2].map((partition) => {
      const own = records.filter((record) => record.partition === partition);
      let previous: unknown = null;
      return own.map(({ key, headers, value }, offset) => {
        const read = readRecord('evaluation', { offset, key, headers, value: Buffer.from(value) });
        if (read.kind === 'stray') throw new Error(read.errorClass);
        expect(read.previous).toStrictEqual(previous);
        if (read.kind === 'watermark') return `through ${read.through}`;
        previous = { position: read.fact.position, ordinal: 0 };
        expect(partitionOfStream(read.fact.stream, PARTITIONS)).toBe(partition);
        return read.fact.position;
      });
    });
    expect(
      chains
        .flat()
        .filter((entry) => typeof entry === 'number')
        .toSorted((a, b) => a - b),
    ).toStrictEqual(streams.map((_, n) => n + 1));
    expect(chains.map((chain) => chain.at(-1))).toStrictEqual(['through 20', 'through 20', 'through 20']);
    expect(after).toMatchObject({ place: { position: 12, ordinal: 0 }, watermark: 20 });
  });

  it('is nothing when nothing moved', () => {
    expect(next({ ...begun, watermark: 5 }, [], 5)).toStrictEqual({ records: [], facts: 0, next: expect.anything() });
  });

  it('is the same again from the same state: a send in doubt is repeated exactly', () => {
    const facts = streams.map((stream, n) => onStream(n + 1, stream));
    expect(next(begun, facts, 20).records).toStrictEqual(next(begun, facts, 20).records);
    const half = next(begun, facts.slice(0, 6), 20);
    const whole = next(begun, facts, 20).records.filter(({ key }) => key !== null);
    const inTwo = [...half.records, ...next(half.next, facts.slice(6), 20).records].filter(({ key }) => key !== null);
    expect(inTwo).toStrictEqual(whole);
  });

  it('stays below its bytes, and a fact that is larger goes alone', () => {
    const large = 'x'.repeat(RELAY_BATCH_BYTES_MAX / 2);
    const facts = [1, 2, 3].map((position) => relayed(position, { data: JSON.stringify(large) }));
    const { facts: sent, next: after } = next(begun, facts, 9);
    expect([sent, after.watermark]).toStrictEqual([1, 0]);
    const huge = relayed(4, { data: JSON.stringify('x'.repeat(RELAY_BATCH_BYTES_MAX)) });
    expect(next(begun, [huge, relayed(5)], 9).facts).toBe(1);
  });

  it('promises no position of which a fact may be left', () => {
    const facts = Array.from({ length: RELAY_BATCH_FACTS_MAX }, (_, n) => relayed(7, { ordinal: n }));
    expect(next(begun, facts, 9).next).toMatchObject({
      place: { position: 7, ordinal: RELAY_BATCH_FACTS_MAX - 1 },
      watermark: 6,
    });
  });
});

describe('a leader without what was acknowledged', () => {
  const state: RelayState = {
    ...begun,
    tails: [
      { previous: null, offset: 4 },
      { previous: null, offset: null },
      { previous: null, offset: 9 },
    ],
  };
  const to = (...partitions: number[]) =>
    partitions.map((partition) => ({ partition, key: null, headers: {}, value: '' }));
  it.each([
    ['records follow the last one: nothing is lost', [0, 0, 2], { 0: 6, 2: 10 }, false],
    ['others have written in between, before a take-over: nothing is lost', [0], { 0: 17 }, false],
    ['a record stands where the last one was', [0], { 0: 4 }, true],
    ['the first of two stands there', [2, 2], { 2: 10 }, true],
    ['a partition of which nothing is known yet', [1], { 1: 0 }, false],
    ['a broker that tells no offset', [0, 0], { 0: 0 }, false],
  ])('%s', (_what, partitions, offsets, lost) =>
    expect(
      hasOverwritten(
        state,
        to(...partitions),
        new Map(Object.entries(offsets).map(([partition, offset]) => [Number(partition), offset])),
      ),
    ).toBe(lost),
  );
});
