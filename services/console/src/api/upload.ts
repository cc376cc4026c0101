import { useEffect, useRef, useState } from 'react';
import type { Schemas } from './client.ts';
import { problemOf, Refused } from './problem.ts';

type Kept = Schemas['EvidenceKept'];

/** As large as the platform takes a file (libs/evidence, `EVIDENCE_BYTES_MAX`). */
export const UPLOAD_BYTES_MAX = 20_000_000;
/** After the network went, once more by itself. */
const AGAIN_MS = 4_000;

export type Upload = Readonly<{
  id: string;
  file: File;
  sent: number;
  /** `stopped`: the network is away; it goes on by itself. */
  state: 'waiting' | 'sending' | 'stopped' | 'refused';
  error: unknown;
}>;

class NetworkAway extends Error {
  override readonly name = 'NetworkAway';
}

const headersOf = (request: XMLHttpRequest): Headers => {
  const headers = new Headers();
  const retry = request.getResponseHeader('retry-after');
  if (retry !== null) headers.set('retry-after', retry);
  return headers;
};

const told = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Nothing of ours answered: whatever stands there is no problem of the platform.
    return undefined;
  }
};

/** One file, as it is; the only request that tells how far it is, which `fetch` does not. */
const send = async (file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Kept> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/evidence');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => {
      const answer = told(request.responseText);
      if (request.status === 201) resolve(answer as Kept);
      else
        reject(
          problemOf(answer, new Response(null, { status: Math.max(200, request.status), headers: headersOf(request) })),
        );
    });
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => reject(new NetworkAway()));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });

/** Brings one file of which nothing is shown while it is sent. */
export const bring = async (file: File): Promise<Kept> => send(file, () => undefined, new AbortController().signal);

const isPassing = (error: unknown): boolean =>
  error instanceof NetworkAway || (error instanceof Refused && (error.status >= 502 || error.status === 429));

export type Uploads = Readonly<{
  all: readonly Upload[];
  add: (files: Iterable<File>) => void;
  drop: (id: string) => void;
  again: (id: string) => void;
}>;

/**
 * Files on their way to the platform, one after the other. What the network cut goes on by itself when it is back; what the platform
 * refuses says why. `onKept` is told of each that has arrived: then it is no upload any more.
 */
export const useUploads = (onKept: (kept: Kept, file: File) => void): Uploads => {
  const [all, setAll] = useState<readonly Upload[]>([]);
  const kept = useRef(onKept);
  useEffect(() => {
    kept.current = onKept;
  });
  const set = (id: string, changed: Partial<Upload>): void =>
    setAll((now) => now.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const next = all.some(({ state }) => state === 'sending') ? undefined : all.find(({ state }) => state === 'waiting');
  const sending = useRef<Readonly<{ id: string; stop: AbortController }>>(undefined);
  useEffect(() => {
    if (next === undefined) return;
    const { id, file } = next;
    const stop = new AbortController();
    sending.current = { id, stop };
    set(id, { state: 'sending', sent: 0, error: undefined });
    send(file, (sent) => set(id, { sent }), stop.signal).then(
      (answer) => {
        setAll((now) => now.filter((one) => one.id !== id));
        kept.current(answer, file);
      },
      (error: unknown) => set(id, { state: isPassing(error) ? 'stopped' : 'refused', error }),
    );
  }, [next]);
  useEffect(() => {
    if (!all.some(({ state }) => state === 'stopped')) return undefined;
    const go = (): void =>
      setAll((now) => now.map((one) => (one.state === 'stopped' ? { ...one, state: 'waiting' } : one)));
    const timer = setTimeout(go, AGAIN_MS);
    window.addEventListener('online', go);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
    };
  }, [all]);
  return {
    all,
    add: (files) =>
      setAll((now) => [
        ...now,
        ...Array.from(files, (file): Upload => ({
          id: crypto.randomUUID(),
          file,
          sent: 0,
          ...(file.size > UPLOAD_BYTES_MAX
            ? { state: 'refused', error: new TypeError('too large') }
            : { state: 'waiting', error: undefined }),
        })),
      ]),
    drop: (id) => {
      if (sending.current?.id === id) sending.current.stop.abort();
      setAll((now) => now.filter((one) => one.id !== id));
    },
    again: (id) => set(id, { state: 'waiting', error: undefined }),
  };
};
