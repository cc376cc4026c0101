import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { QueryClient } from '@tanstack/react-query';
import { hearBehind } from '../src/api/behind.ts';
import { followLive } from '../src/api/live.ts';

const WAIT_MS = 6_000;

/** A stream that a test writes, and what it was asked for with. */
class Stream {
  readonly asked: string | null;
  readonly response: Response;
  #out: ReadableStreamDefaultController<Uint8Array> | undefined;
  constructor(asked: string | null) {
    this.asked = asked;
    this.response = new Response(new ReadableStream({ start: (out) => void (this.#out = out) }));
  }
  says(text: string): void {
    this.#out?.enqueue(Buffer.from(text));
  }
  breaks(): void {
    this.#out?.error(new Error('cut off'));
  }
}

/** One tab: what it has asked anew, and the streams it has opened. */
const tab = (begun?: string) => {
  const streams: Stream[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_path, init) => {
    const stream = new Stream(new Headers(init?.headers).get('last-event-id'));
    streams.push(stream);
    // As of a real answer: who leaves reads no further.
    init?.signal?.addEventListener('abort', () => stream.breaks());
    return stream.response;
  });
  const anew: string[] = [];
  const invalidateQueries = async (filter?: Readonly<{ queryKey: readonly string[] }>): Promise<void> =>
    void anew.push(filter?.queryKey.join('/') ?? 'everything');
  return { streams, anew, stop: followLive({ invalidateQueries } as unknown as QueryClient, begun) };
};

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

const BEHIND = new Response(null, { headers: { 'x-read-model-behind': '1' } });
const PLACE = 'id: 7.9999\n\n';
const CHANGE = 'id: 8.0\nevent: organizations.OrganizationRenamed\ndata: {}\n\n';

let stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  jest.restoreAllMocks();
});

describe('live changes in a browser', () => {
  it('ask anew for what a change may have touched, also where a message comes in pieces', async () => {
    const { streams, anew, stop } = tab();
    stops.push(stop);
    await until(() => streams.length === 1);
    for (const piece of [PLACE, CHANGE.slice(0, 11), CHANGE.slice(11, 30), CHANGE.slice(30)]) streams[0]?.says(piece);
    await until(() => anew.length > 0);
    expect(anew).toEqual(['organizations']);
  });

  it(
    'go on from the last message after a break: the platform tells what was missed',
    async () => {
      const { streams, anew, stop } = tab();
      stops.push(stop);
      await until(() => streams.length === 1);
      streams[0]?.says(PLACE + CHANGE);
      await until(() => anew.length > 0);
      streams[0]?.breaks();
      await until(() => streams.length === 2);
      expect(streams.map(({ asked }) => asked)).toEqual([null, '8.0']);
      expect(anew).toEqual(['organizations']);
    },
    4 * WAIT_MS,
  );

  it(
    'ask for everything anew after a break before the first message, and where the platform says so',
    async () => {
      const { streams, anew, stop } = tab();
      stops.push(stop);
      await until(() => streams.length === 1);
      streams[0]?.breaks();
      await until(() => anew.length > 0);
      expect(anew).toEqual(['everything']);
      await until(() => streams.length === 2);
      streams[1]?.says('id: 9.9999\nevent: reset\ndata: {}\n\n');
      await until(() => anew.length > 1);
      expect(anew).toEqual(['everything', 'everything']);
    },
    4 * WAIT_MS,
  );

  it('listen from where the first answers of the page stood: what came before the stream was open is told', async () => {
    const { streams, stop } = tab('6.9999');
    stops.push(stop);
    await until(() => streams.length === 1);
    expect(streams[0]?.asked).toBe('6.9999');
  });

  it.each([
    { others: 'further than', begun: '6.9999', asks: ['everything'] },
    { others: 'as far as', begun: '7.9999', asks: [] },
    { others: 'less far than', begun: '12.3', asks: [] },
  ])(
    'ask for everything anew where another tab has heard further than this page began: $others',
    async ({ begun, asks }) => {
      const first = tab();
      stops.push(first.stop);
      await until(() => first.streams.length === 1);
      first.streams[0]?.says(PLACE);
      await new Promise((resolve) => setTimeout(resolve, 50));
      const second = tab(begun);
      stops.push(second.stop);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(second.anew).toEqual(asks);
    },
  );

  it('go on in the next tab from where the one before it stood, when that goes', async () => {
    const first = tab();
    await until(() => first.streams.length === 1);
    first.streams[0]?.says(PLACE);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = tab();
    stops.push(second.stop);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(second.streams).toEqual([]);
    first.stop();
    await until(() => second.streams.length === 1);
    expect(second.streams[0]?.asked).toBe('7.9999');
  });

  it('ask for everything anew when an answer was behind what the session has seen, and once for several', async () => {
    const { anew, stop } = tab();
    stops.push(stop);
    hearBehind(new Response(null));
    for (let time = 0; time < 3; time += 1) hearBehind(BEHIND);
    await until(() => anew.length > 0);
    expect(anew).toEqual(['everything']);
  });

  it('ask ever more seldom while it stays behind', async () => {
    const { anew, stop } = tab();
    stops.push(stop);
    jest.useFakeTimers();
    try {
      const asked: number[] = [];
      const began = performance.now();
      for (let time = 0; time < 7; time += 1) {
        const before = anew.length;
        hearBehind(BEHIND);
        while (anew.length === before) jest.advanceTimersByTime(1_000);
        asked.push(Math.round((performance.now() - began) / 1_000));
      }
      const waits = asked.map((at, index) => at - (asked[index - 1] ?? 0));
      expect(waits.slice(1)).toEqual(waits.slice(1).toSorted((one, other) => one - other));
      expect(waits.at(-1)).toBe(60);
      jest.advanceTimersByTime(200_000);
      hearBehind(BEHIND);
      jest.advanceTimersByTime(2_000);
      expect(anew).toHaveLength(8);
    } finally {
      jest.useRealTimers();
    }
  });
});
