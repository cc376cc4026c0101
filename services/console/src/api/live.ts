import type { QueryClient } from '@tanstack/react-query';
import { whenBehind } from './behind.ts';
import { isBehind } from './live-place.ts';
import { TOUCHED } from './live-touched.ts';

const LIVE = '/v1/live';
const NAME = 'jiangong-live';
/** Several facts follow from one order: they are looked at together. */
const GATHER_MS = 800;

/** What the platform tells who missed too much: load anew. */
const RESET = 'reset';

const keysOf = (type: string): readonly string[] => {
  const found = TOUCHED.find(({ facts }) => facts.test(type));
  return found?.keys ?? ['work', 'entries', 'entry', 'organizations'];
};

const refresher = (client: QueryClient) => {
  const waiting = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (type: string): void => {
    if (type === RESET) all = true;
    else for (const key of keysOf(type)) waiting.add(key);
    timer ??= setTimeout(() => {
      timer = undefined;
      if (all) void client.invalidateQueries();
      else for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
      waiting.clear();
      all = false;
    }, GATHER_MS);
  };
};

/** Nothing is heard without a session: the page that is signed in next listens anew. */
class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

/** A message of the stream: where it stands in the order of changes, and what changed; a place alone changes nothing. */
export type Heard = Readonly<{ place?: string; type?: string }>;

/** Events have names of their own, which an EventSource tells only to who asks by name: so the stream is read as it comes. */
const listen = async (signal: AbortSignal, place: string | undefined, hear: (heard: Heard) => void): Promise<void> => {
  const headers = { accept: 'text/event-stream', ...(place === undefined ? {} : { 'last-event-id': place }) };
  const response = await fetch(LIVE, { signal, headers });
  if (response.status === 401) throw new SessionOver();
  if (!response.ok || response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const [, told] = /^id: (.+)$/mu.exec(message) ?? [];
      const [, type] = /^event: (.+)$/mu.exec(message) ?? [];
      hear({ ...(told === undefined ? {} : { place: told }), ...(type === undefined ? {} : { type }) });
    }
  }
};

const AGAIN_MS = 5_000;

const pause = async (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** What the tabs of a browser say to each other: what one of them heard, or that a new one asks where they stand. */
type Said = Heard | 'where';

const isSaid = (data: unknown): data is Said => data === 'where' || (typeof data === 'object' && data !== null);

/**
 * One stream a browser: the tab that holds the lock listens and tells the others; when it goes, the next one takes over. All of them
 * know the place of the last message, so that whoever listens after a break, or after another, is told what was missed: by the
 * platform, which says `reset` where that is too much. `begun`: where the page's first answers stood, so that what came between them and the
 * stream is told, too. Answers how to stop.
 */
export const followLive = (client: QueryClient, begun: string | undefined): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  const channel = new BroadcastChannel(NAME);
  const refresh = refresher(client);
  let place = begun;
  const hear = (heard: Heard): void => {
    place = heard.place ?? place;
    if (heard.type !== undefined) refresh(heard.type);
  };
  const tell = (heard: Heard): void => {
    hear(heard);
    channel.postMessage(heard satisfies Said);
  };
  const hearOther = ({ place: others, type }: Heard): void => {
    // Another tab stands there already: what it heard before this one listened is not told again.
    if (type === undefined && others !== undefined && place !== undefined && isBehind(others, place)) refresh(RESET);
    hear({
      ...(type === undefined ? {} : { type }),
      ...(others !== undefined && isBehind(others, place) ? { place: others } : {}),
    });
  };
  let isListening = false;
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isSaid(data)) return;
    if (data !== 'where') hearOther(data);
    else if (isListening && place !== undefined) channel.postMessage({ place } satisfies Said);
  });
  channel.postMessage('where' satisfies Said);
  const hold = async (): Promise<void> => {
    isListening = true;
    while (!signal.aborted) {
      const broken = await listen(signal, place, tell).catch((error: unknown) => error);
      if (broken instanceof SessionOver || signal.aborted) return;
      await pause(AGAIN_MS, signal);
      // It broke off before it was told where it stands: what it missed nobody can say.
      if (!signal.aborted && place === undefined) tell({ type: RESET });
    }
  };
  navigator.locks.request(NAME, { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  const leaveBehind = whenBehind(() => void client.invalidateQueries());
  return () => {
    stop.abort();
    leaveBehind();
    channel.close();
  };
};
