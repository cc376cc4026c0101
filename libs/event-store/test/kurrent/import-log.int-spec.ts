import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventStore, StreamEnd } from '@jiangong/event-store';
import { importLog } from '@jiangong/event-store/kurrent';
import { MemoryEventStore } from '@jiangong/event-store/memory';
import { endOf, sampleAppend } from '@jiangong/event-store/testing';
import { type KurrentBench, startBench } from './kurrent-bench.ts';

jest.setTimeout(60_000);

let bench: KurrentBench;
const old = new MemoryEventStore();
const ends = new Map<string, StreamEnd>();

const write = async (stream: string, count: number): Promise<void> => {
  const facts = Array.from({ length: count }, (_, index) => ({ type: 'Old.v1', data: { index, '10': 'a', '9': 'b' } }));
  const append = sampleAppend(
    stream,
    ends.get(stream) ?? 'no-stream',
    facts,
    `${stream} ${JSON.stringify(ends.get(stream))}`,
  );
  await old.append(append);
  ends.set(stream, endOf(append));
};

const everything = async (store: EventStore): Promise<unknown> =>
  (await store.readLog({ after: 0, limitMax: 5_000 })).events;

beforeAll(async () => {
  bench = await startBench();
  for (let round = 0; round < 60; round++) await write(`old.thing-${round % 7}`, 1 + (round % 4));
});
afterAll(async () => bench?.close());

describe('the move of a log into KurrentDB', () => {
  it('gives the same bytes at the same positions, goes on where it was broken off, and copies nothing twice', async () => {
    const { store } = bench.open();
    const head = await old.head();
    await expect(
      importLog(old, store, {
        onProgress: (position) => {
          if (position > head / 2) throw new Error('broken off');
        },
      }),
    ).rejects.toThrow('broken off');
    const half = await store.head();
    expect(half).toBeLessThan(head);
    expect(await importLog(old, store)).toBe(head - half);
    expect(await everything(store)).toStrictEqual(await everything(old));
    expect(await importLog(old, store)).toBe(0);
  });

  it('refuses a log that began otherwise', async () => {
    const { store } = bench.open();
    const other = new MemoryEventStore();
    for (let count = 0; count < 400; count++)
      await other.append(
        sampleAppend(`other.thing-${count}`, 'no-stream', [{ type: 'Other.v1', data: {} }], `other ${count}`),
      );
    await expect(importLog(other, store)).rejects.toThrow('not the same event in both logs');
  });
});
