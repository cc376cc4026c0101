import type { QueryClient } from '@tanstack/react-query';

const LIVE = '/v1/live';
const NAME = 'jiangong-live';
/** Several facts follow from one order: they are looked at together. */
const GATHER_MS = 800;

/** Which answers a public fact may have changed, by the service that told it. */
const TOUCHED: readonly Readonly<{ facts: RegExp; keys: readonly string[] }>[] = [
  { facts: /merit_projects/u, keys: ['work', 'entries', 'entry', 'editions', 'rounds', 'public'] },
  { facts: /organizations/u, keys: ['organizations'] },
  { facts: /membership/u, keys: ['me', 'work'] },
  { facts: /evaluation/u, keys: ['work', 'entries', 'entry', 'rounds', 'contest', 'my-sheets', 'honours', 'public'] },
  { facts: /notifications|^reset$/u, keys: ['work', 'inbox'] },
];

const keysOf = (type: string): readonly string[] => {
  const found = TOUCHED.find(({ facts }) => facts.test(type));
  return found?.keys ?? ['work', 'entries', 'entry', 'organizations'];
};

const refresher = (client: QueryClient) => {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (type: string): void => {
    for (const key of keysOf(type)) waiting.add(key);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
      waiting.clear();
    }, GATHER_MS);
  };
};

/** Nothing is heard without a session: the page that is signed in next listens anew. */
class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

/** Events have names of their own, which an EventSource tells only to who asks by name: so the stream is read as it comes. */
const listen = async (signal: AbortSignal, tell: (type: string) => void): Promise<void> => {
  const response = await fetch(LIVE, { signal, headers: { accept: 'text/event-stream' } });
  if (response.status === 401) throw new SessionOver();
  if (!response.ok || response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('event: ')) tell(line.slice('event: '.length));
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

/**
 * One stream a browser: the tab that holds the lock listens and tells the others; when it goes, the next one takes over. Whoever comes
 * back from a break loads anew. Answers how to stop.
 */
export const followLive = (client: QueryClient): (() => void) => {
  const stop = new AbortController();
  const { signal } = stop;
  const channel = new BroadcastChannel(NAME);
  const refresh = refresher(client);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') refresh(data);
  });
  const tell = (type: string): void => {
    refresh(type);
    channel.postMessage(type);
  };
  const hold = async (): Promise<void> => {
    while (!signal.aborted) {
      const broken = await listen(signal, tell).catch((error: unknown) => error);
      if (broken instanceof SessionOver) return;
      await pause(AGAIN_MS, signal);
      if (!signal.aborted) tell('reset');
    }
  };
  navigator.locks.request(NAME, { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return () => {
    stop.abort();
    channel.close();
  };
};
