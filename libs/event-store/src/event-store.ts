import type { Entry } from './entry.ts';

/** An event ready to be stored: the bytes are what is hashed and kept, verbatim. */
export type NewEvent = Readonly<{
  eventId: string;
  type: string;
  /** RFC 8785 bytes of the entry. */
  entryBytes: Buffer;
  /** The hash of `entryBytes`. */
  hash: string;
  /** JSON bytes; their hash stands in the entry. */
  dataBytes: Buffer;
}>;

/** An event as stored. `position` is its place in the log: from 1, without gaps, the same for every reader, final. */
export type StoredEvent = NewEvent &
  Readonly<{ position: number; stream: string; revision: number; entry: Entry; data: unknown }>;

/** The last entry of a stream, or `no-stream`. */
export type StreamEnd = Readonly<{ revision: number; hash: string }> | 'no-stream';

export type StreamAppend = Readonly<{ stream: string; expected: StreamEnd; events: readonly NewEvent[] }>;

export type AppendOutcome =
  | Readonly<{ kind: 'appended'; revision: number; firstPosition: number; lastPosition: number }>
  | Readonly<{ kind: 'conflict'; actual: StreamEnd }>;

/** At most so many events in one append; more is a bug of the caller and throws. */
export const APPEND_EVENTS_MAX = 1_000;

/** At most so many events in one page of a read. */
export const READ_EVENTS_MAX = 5_000;

/** Which events a reader of the log wants; empty or absent means all. */
export type LogFilter = Readonly<{ types?: readonly string[]; streamPrefixes?: readonly string[] }>;

/** A page of the log. `through` is the last position looked at, also where the filter let nothing through. */
export type LogPage = Readonly<{ events: readonly StoredEvent[]; through: number }>;

/**
 * The log. Every adapter passes `testing/event-store-contract`.
 *
 * - `append` stores all events of one stream or none. `conflict` when the stream's end is not exactly `expected`.
 *   It resolves when the events are durable; when it rejects, the outcome is unknown and the caller repeats the order.
 * - `readStream` gives the events of one stream by revision, `fromRevision` and `toRevision` inclusive.
 * - `readLog` gives events with `position > after`, at most `limitMax`, in order.
 * - `head` is the last position, 0 when empty.
 * - `follow` yields pages for ever, from `after` on: history first, then live; it ends when `signal` aborts. It never skips
 *   and never repeats; an empty page (filter) still tells how far it looked.
 *
 * Not promised: that two streams are appended to together; that `recordedAt` grows with the position.
 */
export interface EventStore {
  append(batch: StreamAppend): Promise<AppendOutcome>;
  readStream(stream: string, range?: { fromRevision?: number; toRevision?: number }): Promise<readonly StoredEvent[]>;
  readLog(range: { after: number; limitMax: number; filter?: LogFilter }): Promise<LogPage>;
  head(): Promise<number>;
  follow(options: { after: number; pageMax: number; filter?: LogFilter; signal: AbortSignal }): AsyncIterable<LogPage>;
}
