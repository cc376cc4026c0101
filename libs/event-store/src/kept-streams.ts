import type { StoredEvent, StreamEnd } from './event-store.ts';

/** At most so many streams are kept by one handler. */
export const KEPT_STREAMS_MAX = 1_000;

/** What they were folded from has at most so many bytes of data together; a single stream beyond it is not kept. */
export const KEPT_BYTES_MAX = 64 * 1024 * 1024;

/** What an event costs beside its data: the span of its order. */
const EVENT_BYTES = 200;

/** Where an order's events stand in its stream, first and last revision: enough to give its first answer again. */
export type Span = Readonly<{ first: number; last: number }>;

/** A stream as far as it was read: its state, its end, and whose orders made it. */
export type OpenedStream<S> = Readonly<{
  state: S;
  end: StreamEnd;
  /** By request id. May know of orders behind `end` that another order has read meanwhile. */
  requests: ReadonlyMap<string, Span>;
  /** What it was folded from. */
  bytes: number;
}>;

export const unopened = <S>(initial: S): OpenedStream<S> => ({
  state: initial,
  end: 'no-stream',
  requests: new Map(),
  bytes: 0,
});

/** Takes events on to what was opened before. The map of orders is shared with it: an event noted twice is noted once. */
export const foldOnto = async <S>(
  opened: OpenedStream<S>,
  events: readonly StoredEvent[],
  evolve: (state: S, event: StoredEvent) => Promise<S> | S,
): Promise<OpenedStream<S>> => {
  if (events.length === 0) return opened;
  const requests = opened.requests as Map<string, Span>;
  let { state, bytes } = opened;
  for (const event of events) {
    state = await evolve(state, event);
    bytes += event.dataBytes.length + EVENT_BYTES;
    const { requestId } = event.entry;
    const span = requestId === null ? undefined : requests.get(requestId);
    if (requestId !== null && (span === undefined || span.last < event.revision))
      requests.set(requestId, { first: span?.first ?? event.revision, last: event.revision });
  }
  const { revision, hash } = events.at(-1) as StoredEvent;
  return { state, end: { revision, hash }, requests, bytes };
};

const revisionOf = (end: StreamEnd): number => (end === 'no-stream' ? -1 : end.revision);

export type KeepingLimits = Readonly<{ streamsMax: number; bytesMax: number }>;

/** Opened streams between orders: those used last, within limits. What is kept is never believed unasked: see `openStream`. */
export class KeptStreams<S> {
  readonly #limits: KeepingLimits;
  /** In the order of their last use. */
  readonly #kept = new Map<string, OpenedStream<S>>();
  #bytes = 0;

  constructor({ streamsMax, bytesMax }: KeepingLimits = { streamsMax: KEPT_STREAMS_MAX, bytesMax: KEPT_BYTES_MAX }) {
    this.#limits = { streamsMax, bytesMax };
  }

  get(stream: string): OpenedStream<S> | undefined {
    const kept = this.#kept.get(stream);
    if (kept) {
      this.#kept.delete(stream);
      this.#kept.set(stream, kept);
    }
    return kept;
  }

  /** An older state does not replace a newer one: two orders may have read at the same time. */
  keep(stream: string, opened: OpenedStream<S>): void {
    const before = this.#kept.get(stream);
    if (opened.end === 'no-stream' || (before && revisionOf(before.end) >= opened.end.revision)) return;
    this.drop(stream);
    if (opened.bytes > this.#limits.bytesMax) return;
    this.#kept.set(stream, opened);
    this.#bytes += opened.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limits.streamsMax && this.#bytes <= this.#limits.bytesMax) return;
      this.drop(oldest);
    }
  }

  drop(stream: string): void {
    this.#bytes -= this.#kept.get(stream)?.bytes ?? 0;
    this.#kept.delete(stream);
  }
}
