import type { Listener } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import type { Database } from '@jiangong/database';
import { checkChain, InvalidAppend } from '../check-append.ts';
import { type Entry, sha256Hex } from '../entry.ts';
import type {
  AppendOutcome,
  EventStore,
  LogFilter,
  LogPage,
  StoredEvent,
  StreamAppend,
  StreamEnd,
} from '../event-store.ts';
import { checkLogRange } from '../log-filter.ts';
import { LogOverloaded } from '../postgres/append-batcher.ts';
import { type FollowOptions, followLog } from '../postgres/follow-log.ts';
import { CALL_DEADLINE_MS, connect, type KurrentConnection } from './connection.ts';
import { KnownEnds } from './known-ends.ts';
import { type KurrentEvent, KurrentStreams, type PlacedEvent } from './kurrent-streams.ts';
import { OrderBook, type Ordered } from './order-book.ts';
import { OrderTaker } from './order-taker.ts';
import { PositionWait } from './position-wait.ts';

/** Appends of a process under way; one more is rejected at once, before anything is sent. */
export const APPENDS_IN_FLIGHT_MAX = 4_096;
/** The bytes of one append, below the 16 MB that KurrentDB takes at most (`MaxAppendSize`; its default is 1 MB). */
export const APPEND_BYTES_MAX = 15_000_000;
/** Connections of a process to the order. */
export const ORDER_CONNECTIONS_MAX = 4;
/** Streams before which this stands are ours, when the deployment names no other prefix. */
export const STREAM_PREFIX = 'jiangong.';
/** The largest revision a stream can have: the order's column is an integer. */
const REVISION_MAX = 2_147_483_647;
/** Events of a stream are read so many at a time. */
const STREAM_PAGE_EVENTS = 1_000;

export type KurrentEventStoreOptions = Readonly<{
  connection: KurrentConnection;
  /** PostgreSQL, where the order is: a role that may read the log and, to append, call its functions. */
  databaseUrl: string;
  /** The process's listening connection (`createListener`); closed by its owner. */
  listener: Listener;
  applicationName?: string;
  /** Stands before the names of our streams in KurrentDB: deployments that share a cluster have one each. */
  streamPrefix?: string;
  /** Whether this process may be the one that takes the order over; a process that only reads may not. */
  takesOrder?: boolean;
  /** Dice for jitter; 0 ≤ x < 1. */
  random?: () => number;
  /** Told about broken connections, failed looks of followers and an order that stands still. */
  onTrouble?: (error: Error) => void;
}>;

const toStored = (event: KurrentEvent, { position, hash }: Ordered): StoredEvent => {
  if (sha256Hex(event.entryBytes) !== hash)
    throw new Error(`${event.stream} at ${event.revision} is not what it was when the order was taken over`);
  const entry = JSON.parse(event.entryBytes.toString('utf8')) as Entry;
  const { stream, revision, type, entryBytes, dataBytes } = event;
  return {
    position,
    stream,
    revision,
    eventId: entry.eventId,
    type,
    hash,
    entryBytes,
    dataBytes,
    entry,
    data: JSON.parse(dataBytes.toString('utf8')) as unknown,
  };
};

/** The log in KurrentDB, its order in PostgreSQL. `close` waits for what was sent. */
export class KurrentEventStore implements EventStore {
  readonly #options: KurrentEventStoreOptions;
  readonly #streams: KurrentStreams;
  readonly #database: Database;
  readonly #book: OrderBook;
  readonly #ends = new KnownEnds();
  readonly #grown = new EventTarget();
  readonly #positions: PositionWait;
  readonly #taker: OrderTaker | undefined;
  readonly #inFlight = new Set<Promise<AppendOutcome>>();

  constructor(options: KurrentEventStoreOptions) {
    this.#options = options;
    const {
      applicationName = 'jiangong',
      databaseUrl,
      listener,
      random = Math.random,
      onTrouble = () => undefined,
      takesOrder = true,
    } = options;
    this.#streams = new KurrentStreams(
      connect(options.connection, applicationName),
      options.streamPrefix ?? STREAM_PREFIX,
    );
    this.#database = createPool({
      url: databaseUrl,
      connectionsMax: ORDER_CONNECTIONS_MAX,
      applicationName: `${applicationName} log order`,
      onTrouble,
    });
    this.#book = new OrderBook(this.#database);
    this.#positions = new PositionWait({
      book: this.#book,
      listener,
      grown: this.#grown,
      now: () => performance.now(),
      onTrouble,
    });
    const onNoted = (): void => void this.#grown.dispatchEvent(new Event('grown'));
    this.#taker = takesOrder
      ? new OrderTaker({
          streams: this.#streams,
          book: this.#book,
          holder: `${applicationName} ${process.pid}`,
          random,
          onTrouble,
          onNoted,
        })
      : undefined;
  }

  async append(batch: StreamAppend): Promise<AppendOutcome> {
    checkChain(batch);
    const bytes = batch.events.reduce(
      (sum, { entryBytes, dataBytes }) => sum + entryBytes.length + dataBytes.length,
      0,
    );
    if (bytes > APPEND_BYTES_MAX)
      throw new InvalidAppend(`an append has at most ${APPEND_BYTES_MAX} bytes, not ${bytes}`);
    if (this.#inFlight.size >= APPENDS_IN_FLIGHT_MAX)
      throw new LogOverloaded(`${this.#inFlight.size} appends are under way already`);
    const appending = this.#append(batch);
    this.#inFlight.add(appending);
    try {
      return await appending;
    } finally {
      this.#inFlight.delete(appending);
    }
  }

  /** Events that are stored and have no position yet are waited for: the order is never a moment behind what a stream says. */
  async readStream(
    stream: string,
    range: { fromRevision?: number; toRevision?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const from = Math.max(0, range.fromRevision ?? 0);
    const to = Math.min(range.toRevision ?? REVISION_MAX, REVISION_MAX);
    const events: KurrentEvent[] = [];
    for (let next = from; next <= to;) {
      const page = await this.#streams.readStream(stream, next, Math.min(STREAM_PAGE_EVENTS, to - next + 1));
      events.push(...page);
      if (page.length < STREAM_PAGE_EVENTS) break;
      next += page.length;
    }
    const last = events.at(-1);
    if (!last) return [];
    this.#ends.saw(stream, { revision: last.revision, hash: sha256Hex(last.entryBytes) });
    let ordered = await this.#book.ofStream(stream, from, last.revision);
    if (ordered.length < events.length) {
      await this.#positions.placed({ stream, first: from, last: last.revision }, CALL_DEADLINE_MS);
      ordered = await this.#book.ofStream(stream, from, last.revision);
    }
    return events.map((event, index) => {
      const line = ordered[index];
      if (line?.revision !== event.revision)
        throw new Error(`${stream} at ${event.revision} has no place in the order`);
      return toStored(event, line);
    });
  }

  async readLog({
    after,
    limitMax,
    filter = {},
  }: {
    after: number;
    limitMax: number;
    filter?: LogFilter;
  }): Promise<LogPage> {
    checkLogRange({ after, limitMax });
    const { rows, through } = await this.#book.page(after, limitMax, filter);
    return { events: await this.#eventsOf(rows, filter), through };
  }

  head(): Promise<number> {
    return this.#book.head();
  }

  follow(options: FollowOptions): AsyncIterable<LogPage> {
    const { listener, random = Math.random, onTrouble = () => undefined } = this.#options;
    return followLog(
      { readLog: (range) => this.readLog(range), listener, grown: this.#grown, random, onTrouble },
      options,
    );
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#inFlight);
    await this.#taker?.close();
    await this.#positions.close();
    await this.#streams.close();
    await this.#database.close();
  }

  async #append({ stream, expected, events }: StreamAppend): Promise<AppendOutcome> {
    const conflict = async (): Promise<AppendOutcome> => ({ kind: 'conflict', actual: await this.#endOf(stream) });
    if (expected !== 'no-stream' && !this.#ends.is(stream, expected) && !(await this.#stands(stream, expected)))
      return conflict();
    if (!(await this.#streams.append(stream, expected, events))) return conflict();
    const first = expected === 'no-stream' ? 0 : expected.revision + 1;
    const last = first + events.length - 1;
    this.#ends.saw(stream, { revision: last, hash: events.at(-1)?.hash ?? '' });
    const placed = await this.#positions.placed({ stream, first, last }, CALL_DEADLINE_MS);
    if (placed.last - placed.first !== last - first)
      throw new Error(`${stream} from ${first} to ${last} does not stand together in the log`);
    return { kind: 'appended', revision: last, firstPosition: placed.first, lastPosition: placed.last };
  }

  /** Whether the event at the expected revision has the expected hash. */
  async #stands(stream: string, { revision, hash }: Exclude<StreamEnd, 'no-stream'>): Promise<boolean> {
    const [event] = await this.#streams.readStream(stream, revision, 1);
    return event !== undefined && sha256Hex(event.entryBytes) === hash;
  }

  async #endOf(stream: string): Promise<StreamEnd> {
    const last = await this.#streams.lastOf(stream);
    return last ? { revision: last.revision, hash: sha256Hex(last.entryBytes) } : 'no-stream';
  }

  /** The events of lines of the order, in their order: $all from the first one's place on, until the last one is found. */
  async #eventsOf(lines: readonly Ordered[], filter: LogFilter): Promise<readonly StoredEvent[]> {
    const found: StoredEvent[] = [];
    let from = lines[0];
    while (from !== undefined) {
      // The place read from is itself in the answer: one more than is wanted, and never the same page again.
      const countMax = lines.length - found.length + 1;
      const events: readonly PlacedEvent[] = await this.#streams.readAll(from, countMax, filter);
      for (const event of events) {
        const line = lines[found.length];
        if (line?.commit === event.commit && line.prepare === event.prepare) found.push(toStored(event, line));
      }
      if (found.length === lines.length) break;
      const last = events.at(-1);
      if (events.length < countMax || last === undefined)
        throw new Error(`the event of position ${lines[found.length]?.position} is not in KurrentDB`);
      from = { ...(lines[found.length] as Ordered), commit: last.commit, prepare: last.prepare };
    }
    return found;
  }
}

export const createKurrentEventStore = (options: KurrentEventStoreOptions): KurrentEventStore =>
  new KurrentEventStore(options);
