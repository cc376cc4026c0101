import { describe, expect, it } from '@jest/globals';
import type { LogFilter, StoredEvent } from '../event-store.ts';
import type { Bench } from './contract-store.ts';
import { sampleAppend } from './sample-appends.ts';

type Following = Readonly<{
  events: StoredEvent[];
  throughs: number[];
  pageSizes: number[];
  reached: (position: number) => Promise<void>;
  end: () => Promise<void>;
}>;

/** Follows in the background and keeps what came; `reached` waits for a position, `end` aborts and waits for the end. */
const following = ({ store }: Bench, options: { after: number; pageMax: number; filter?: LogFilter }): Following => {
  const controller = new AbortController();
  const events: StoredEvent[] = [];
  const throughs: number[] = [options.after];
  const pageSizes: number[] = [];
  const waiting = new Set<{ position: number; resolve: () => void }>();
  const done = (async () => {
    for await (const page of store().follow({ ...options, signal: controller.signal })) {
      events.push(...page.events);
      throughs.push(page.through);
      pageSizes.push(page.events.length);
      for (const wait of waiting) if (page.through >= wait.position) wait.resolve();
    }
  })();
  const reached = (position: number): Promise<void> =>
    (throughs.at(-1) as number) >= position
      ? Promise.resolve()
      : Promise.race([done, new Promise<void>((resolve) => waiting.add({ position, resolve }))]);
  return { events, throughs, pageSizes, reached, end: () => (controller.abort(), done) };
};

const facts = (count: number, type = 'Followed.v1'): readonly { type: string; data: unknown }[] =>
  Array.from({ length: count }, (_, index) => ({ type, data: { index } }));

/** Following: history, then live; each event once, in order; ends on abort. */
export const followContract = (bench: Bench): void => {
  const { store, freshStream } = bench;
  const write = (stream: string, count: number, type?: string): Promise<unknown> =>
    store().append(sampleAppend(stream, 'no-stream', facts(count, type), stream));

  describe('follow', () => {
    it('gives history first, then what is appended, each event once and in order', async () => {
      const after = await store().head();
      await write(freshStream(), 25);
      const reader = following(bench, { after, pageMax: 10 });
      await reader.reached(after + 25);
      await Promise.all(Array.from({ length: 40 }, (_, index) => write(freshStream(), 1 + (index % 3))));
      const head = await store().head();
      await reader.reached(head);
      await reader.end();
      expect(reader.events.map(({ position }) => position)).toStrictEqual(
        Array.from({ length: head - after }, (_, index) => after + 1 + index),
      );
      expect(reader.pageSizes.every((size) => size > 0 && size <= 10)).toBe(true);
      expect(reader.events.slice(0, 25)).toStrictEqual((await store().readLog({ after, limitMax: 25 })).events);
    });

    it('never skips or repeats while writers and several readers run together', async () => {
      const after = await store().head();
      const readers = [1, 7, 500].map((pageMax) => following(bench, { after, pageMax }));
      for (let round = 0; round < 10; round++)
        await Promise.all(Array.from({ length: 10 }, () => write(freshStream(), 2)));
      const positions = Array.from({ length: 200 }, (_, index) => after + 1 + index);
      for (const reader of readers) {
        await reader.reached(after + 200);
        await reader.end();
        expect(reader.events.map(({ position }) => position)).toStrictEqual(positions);
      }
    });

    it('tells how far it looked where the filter lets nothing through, and finds what it lets through', async () => {
      const after = await store().head();
      const reader = following(bench, { after, pageMax: 10, filter: { types: ['Wanted.v1'] } });
      await write(freshStream(), 30);
      await reader.reached(after + 30);
      await write(freshStream(), 2, 'Wanted.v1');
      await write(freshStream(), 3);
      await reader.reached(after + 35);
      await reader.end();
      expect(reader.events.map(({ position }) => position)).toStrictEqual([after + 31, after + 32]);
      expect(
        reader.throughs.every((through, index) => index === 0 || through > (reader.throughs[index - 1] as number)),
      ).toBe(true);
    });

    it('ends when aborted: while it waits, and before it began', async () => {
      const waiting = following(bench, { after: await store().head(), pageMax: 10 });
      await waiting.end();
      expect(waiting.events).toStrictEqual([]);
      const never: unknown[] = [];
      for await (const page of store().follow({ after: 0, pageMax: 10, signal: AbortSignal.abort() })) never.push(page);
      expect(never).toStrictEqual([]);
    });

    it('lets a reader that breaks off begin again where it was', async () => {
      const after = await store().head();
      await write(freshStream(), 12);
      const seen: number[] = [];
      for (let from = after; from < after + 12;)
        for await (const page of store().follow({ after: from, pageMax: 5, signal: new AbortController().signal })) {
          seen.push(...page.events.map(({ position }) => position));
          from = page.through;
          break;
        }
      expect(seen).toStrictEqual(Array.from({ length: 12 }, (_, index) => after + 1 + index));
    });
  });
};
