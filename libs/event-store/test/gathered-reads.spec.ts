import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@jiangong/event-store';
import { GatheredReads, STREAMS_TOGETHER_MAX } from '../src/postgres/gathered-reads.ts';

type Call = Readonly<{ streams: readonly string[]; answer: () => void; fail: (error: Error) => void }>;

const eventsOf = (stream: string): readonly StoredEvent[] => [{ stream } as StoredEvent];

const opened = (inFlightMax: number) => {
  const calls: Call[] = [];
  const reads = new GatheredReads((wanted) => {
    const streams = wanted.map(({ stream, from }) => (from === 0 ? stream : `${stream} from ${from}`));
    const { promise, resolve, reject } = Promise.withResolvers<readonly (readonly StoredEvent[])[]>();
    calls.push({ streams, answer: () => resolve(streams.map(eventsOf)), fail: reject });
    return promise;
  }, inFlightMax);
  return { calls, reads };
};

const sent = (calls: readonly Call[]): readonly (readonly string[])[] => calls.map(({ streams }) => streams);

describe('reads of whole streams', () => {
  it('go alone and at once while a connection is free', async () => {
    const { calls, reads } = opened(2);
    const both = [reads.read('a'), reads.read('b')];
    expect(sent(calls)).toStrictEqual([['a'], ['b']]);
    for (const { answer } of calls) answer();
    expect(await Promise.all(both)).toStrictEqual([eventsOf('a'), eventsOf('b')]);
  });

  it('go together when all connections were busy, and each gets its own', async () => {
    const { calls, reads } = opened(1);
    const all = ['a', 'b', 'c'].map((stream) => reads.read(stream));
    calls[0]?.answer();
    await all[0];
    await Promise.resolve();
    expect(sent(calls)).toStrictEqual([['a'], ['b', 'c']]);
    calls[1]?.answer();
    expect(await Promise.all(all)).toStrictEqual(['a', 'b', 'c'].map(eventsOf));
  });

  it('of a stream that is being read already begin anew: what was written since must be seen', async () => {
    const { calls, reads } = opened(2);
    void reads.read('a');
    void reads.read('a');
    expect(sent(calls)).toStrictEqual([['a'], ['a']]);
  });

  it('of a stream that still waits share one', async () => {
    const { calls, reads } = opened(1);
    const first = reads.read('x');
    const twice = [reads.read('a'), reads.read('a')];
    calls[0]?.answer();
    await first;
    await Promise.resolve();
    expect(sent(calls)).toStrictEqual([['x'], ['a']]);
    calls[1]?.answer();
    expect(await Promise.all(twice)).toStrictEqual([eventsOf('a'), eventsOf('a')]);
  });

  it('from different revisions are different reads, that go together', async () => {
    const { calls, reads } = opened(1);
    const first = reads.read('x');
    const twice = [reads.read('a', 3), reads.read('a', 5), reads.read('a', 3)];
    calls[0]?.answer();
    await first;
    await Promise.resolve();
    expect(sent(calls)).toStrictEqual([['x'], ['a from 3', 'a from 5']]);
    calls[1]?.answer();
    expect((await Promise.all(twice)).map(([event]) => event?.stream)).toStrictEqual([
      'a from 3',
      'a from 5',
      'a from 3',
    ]);
  });

  it('are so many at most', async () => {
    const { calls, reads } = opened(1);
    const first = reads.read('x');
    const many = Array.from({ length: STREAMS_TOGETHER_MAX + 1 }, (_, index) => reads.read(`s${index}`));
    calls[0]?.answer();
    await first;
    await Promise.resolve();
    calls[1]?.answer();
    await many[0];
    await Promise.resolve();
    calls[2]?.answer();
    expect((await Promise.all(many)).map(([event]) => event?.stream)).toStrictEqual(
      many.map((_, index) => `s${index}`),
    );
    expect(calls.map(({ streams }) => streams.length)).toStrictEqual([1, STREAMS_TOGETHER_MAX, 1]);
  });

  it('fail together, and those behind them go on', async () => {
    const { calls, reads } = opened(1);
    const failing = reads.read('a');
    const next = reads.read('b');
    calls[0]?.fail(new Error('the connection broke'));
    await expect(failing).rejects.toThrow('the connection broke');
    calls[1]?.answer();
    expect(await next).toStrictEqual(eventsOf('b'));
  });
});
