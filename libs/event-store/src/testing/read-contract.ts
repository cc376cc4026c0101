import { describe, expect, it } from '@jest/globals';
import { type LogFilter, type LogPage, READ_EVENTS_MAX, type StoredEvent } from '../event-store.ts';
import type { Bench } from './contract-store.ts';
import { endOf, sampleAppend } from './sample-appends.ts';

const thing = (type: string): { type: string; data: unknown } => ({ type, data: { of: type } });
const ids = (events: readonly StoredEvent[]): readonly string[] => events.map(({ eventId }) => eventId);

/** Reads the log page by page to its end; each page must go on where the one before stopped. */
const pages = async (
  { store }: Bench,
  after: number,
  limitMax: number,
  filter?: LogFilter,
): Promise<readonly LogPage[]> => {
  const all: LogPage[] = [];
  for (let through = after; ;) {
    const page = await store().readLog({ after: through, limitMax, ...(filter ? { filter } : {}) });
    if (page.through === through) return all;
    expect(page.events.every(({ position }) => position > through && position <= page.through)).toBe(true);
    expect(page.events.length).toBeLessThanOrEqual(limitMax);
    all.push(page);
    through = page.through;
  }
};

/** Reading streams and the log: ranges, pages, filters, limits. */
export const readContract = (bench: Bench): void => {
  const { store, freshStream } = bench;
  describe('read', () => {
    it('reads a stream between two revisions, both inclusive', async () => {
      const stream = freshStream();
      await store().append(
        sampleAppend(
          stream,
          'no-stream',
          Array.from({ length: 5 }, () => thing('Ranged.v1')),
          stream,
        ),
      );
      const revisions = async (range: { fromRevision?: number; toRevision?: number }): Promise<readonly number[]> =>
        (await store().readStream(stream, range)).map(({ revision }) => revision);
      expect(await revisions({})).toStrictEqual([0, 1, 2, 3, 4]);
      expect(await revisions({ fromRevision: 3 })).toStrictEqual([3, 4]);
      expect(await revisions({ toRevision: 1 })).toStrictEqual([0, 1]);
      expect(await revisions({ fromRevision: 1, toRevision: 2 })).toStrictEqual([1, 2]);
      expect(await revisions({ fromRevision: 2, toRevision: 2 })).toStrictEqual([2]);
      expect(await revisions({ fromRevision: 5 })).toStrictEqual([]);
      expect(await revisions({ fromRevision: 3, toRevision: 2 })).toStrictEqual([]);
      expect(await revisions({ toRevision: 99 })).toStrictEqual([0, 1, 2, 3, 4]);
    });

    it('reads many streams at a time, each from its own revision', async () => {
      const streams = Array.from({ length: 12 }, () => freshStream());
      for (const [index, stream] of streams.entries())
        await store().append(
          sampleAppend(
            stream,
            'no-stream',
            Array.from({ length: index + 1 }, () => thing('Together.v1')),
            stream,
          ),
        );
      const asked = streams.flatMap((stream, index) =>
        [0, 1, index, index + 1].map((fromRevision) => ({ stream, fromRevision, length: index + 1 })),
      );
      const found = await Promise.all(
        asked.map(({ stream, fromRevision }) => store().readStream(stream, { fromRevision })),
      );
      expect(found.map((events) => events.map((event) => `${event.stream} ${event.revision}`))).toStrictEqual(
        asked.map(({ stream, fromRevision, length }) =>
          Array.from({ length: Math.max(0, length - fromRevision) }, (_, index) => `${stream} ${fromRevision + index}`),
        ),
      );
    });

    it('reads the log page by page without a gap, and an exhausted log gives an empty page that stays where it is', async () => {
      const after = await store().head();
      const append = sampleAppend(
        freshStream(),
        'no-stream',
        Array.from({ length: 23 }, () => thing('Paged.v1')),
        'paged',
      );
      await store().append(append);
      const read = await pages(bench, after, 5);
      expect(read.map(({ events }) => events.length)).toStrictEqual([5, 5, 5, 5, 3]);
      expect(ids(read.flatMap(({ events }) => events))).toStrictEqual(ids(append.events as readonly StoredEvent[]));
      const head = await store().head();
      expect(await store().readLog({ after: head, limitMax: 5 })).toStrictEqual({ events: [], through: head });
      expect(await store().readLog({ after: head + 9, limitMax: 5 })).toStrictEqual({ events: [], through: head + 9 });
    });

    it('filters by type, by stream prefix, and by both; a page tells how far it looked', async () => {
      const after = await store().head();
      const one = freshStream('one');
      const two = freshStream('two');
      const oneMore = freshStream('one_more%');
      const kinds = ['A.v1', 'B.v1', 'A.v1'].map(thing);
      for (const stream of [one, two, oneMore]) await store().append(sampleAppend(stream, 'no-stream', kinds, stream));
      const seen = async (filter: LogFilter, limitMax = 100): Promise<readonly string[]> =>
        (await pages(bench, after, limitMax, filter)).flatMap(({ events }) =>
          events.map(({ stream, type }) => `${stream} ${type}`),
        );
      const all = [one, two, oneMore].flatMap((stream) => kinds.map(({ type }) => `${stream} ${type}`));
      const only = (...tests: readonly string[]): readonly string[] =>
        all.filter((line) => tests.some((test) => line.includes(test)));
      expect(await seen({})).toStrictEqual(all);
      expect(await seen({ types: [], streamPrefixes: [] })).toStrictEqual(all);
      expect(await seen({ types: ['A.v1'] })).toStrictEqual(only('A.v1'));
      expect(await seen({ types: ['A.v1'] }, 1)).toStrictEqual(only('A.v1'));
      expect(await seen({ types: ['A.v1', 'B.v1'] })).toStrictEqual(all);
      expect(await seen({ types: ['A'] })).toStrictEqual([]);
      expect(await seen({ streamPrefixes: ['contract.one-'] })).toStrictEqual(only(one));
      expect(await seen({ streamPrefixes: ['contract.one_', 'contract.two-'] }, 2)).toStrictEqual(only(two, oneMore));
      expect(await seen({ streamPrefixes: ['contract.one_more%'], types: ['B.v1'] })).toStrictEqual([
        `${oneMore} B.v1`,
      ]);
      const none = await pages(bench, after, 2, { types: ['Nothing.v1'] });
      expect(none.at(-1)?.through).toBe(after + all.length);
    });

    it('refuses a range that is none', async () => {
      for (const range of [
        { after: -1, limitMax: 1 },
        { after: 0.5, limitMax: 1 },
        { after: 0, limitMax: 0 },
        { after: 0, limitMax: READ_EVENTS_MAX + 1 },
      ])
        await expect(store().readLog(range)).rejects.toThrow(RangeError);
    });

    it('gives each reader its own objects', async () => {
      const stream = freshStream();
      const append = sampleAppend(stream, 'no-stream', [thing('Own.v1')], stream);
      await store().append(append);
      const [mine] = await store().readStream(stream);
      (mine as StoredEvent & { data: { of: string } }).data.of = 'changed';
      (mine as StoredEvent).dataBytes.fill(0);
      const [again] = await store().readStream(stream);
      expect(again?.data).toStrictEqual({ of: 'Own.v1' });
      expect(again?.dataBytes.toString('utf8')).toBe('{"of":"Own.v1"}');
      expect(endOf(append)).toStrictEqual({ revision: 0, hash: again?.hash });
    });
  });
};
