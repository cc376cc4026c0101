import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type EventData,
  eventTypeFilter,
  type Filter,
  type KurrentDBClient,
  MaxAppendSizeExceededError,
  NotLeaderError,
  type Position,
  type RecordedEvent,
  START,
  streamNameFilter,
  StreamNotFoundError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { InvalidAppend } from '../check-append.ts';
import type { LogFilter, NewEvent, StreamEnd } from '../event-store.ts';
import { inOurWords } from './away.ts';
import { CALL_DEADLINE_MS } from './connection.ts';
import { bytesOf, partsOf } from './stored-bytes.ts';
import { withinDeadline } from './within-deadline.ts';

/** A read is tried so often: a node that is no leader any more, or went away, is met once after each election. */
const READ_TRIES_MAX = 4;
const READ_RETRY_WAIT_MS = 250;
/** A write goes to another node so often; only when the first said for sure that it stored nothing. */
const LEADER_TRIES_MAX = 3;
/** Events the server looks at before it says how far it is. */
const SEARCH_WINDOW_EVENTS = 1_000;
/** Events that wait here between the server and the order-taker; more make the server wait. */
const SUBSCRIPTION_BUFFER_EVENTS = 1_000;

/** An event as KurrentDB gives it back. */
export type KurrentEvent = Readonly<{
  stream: string;
  revision: number;
  type: string;
  entryBytes: Buffer;
  dataBytes: Buffer;
}>;

/** A place in $all. */
export type Place = Readonly<{ commit: number; prepare: number }>;

/** An event read from $all: only there does the server tell its place for sure. */
export type PlacedEvent = KurrentEvent & Place;

const positionOf = ({ commit, prepare }: Place): Position => ({ commit: BigInt(commit), prepare: BigInt(prepare) });

const safe = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`place ${value} is past what we count to`);
  return Number(value);
};

/** Our streams in KurrentDB: their names with the deployment's prefix before them, and the calls that concern them. */
export class KurrentStreams {
  readonly #client: KurrentDBClient;
  readonly #prefix: string;

  constructor(client: KurrentDBClient, prefix: string) {
    this.#client = client;
    this.#prefix = prefix;
  }

  /**
   * Stores events after the revision of `after`. `false`: the stream's end is elsewhere, nothing was stored. Any other failure leaves
   * the outcome unknown. KurrentDB's own event ids are drawn anew for each try: were they the events', a repeat with other bytes would
   * be answered as stored, since KurrentDB compares ids alone.
   */
  async append(stream: string, after: StreamEnd, events: readonly NewEvent[]): Promise<boolean> {
    const sent = events.map((event): EventData => ({
      id: randomUUID(),
      type: event.type,
      contentType: 'application/octet-stream',
      data: bytesOf(event),
      metadata: undefined,
    }));
    const streamState = after === 'no-stream' ? 'no_stream' : BigInt(after.revision);
    for (let attempt = 1; ; attempt++) {
      try {
        const options = { streamState, requiresLeader: true, deadline: CALL_DEADLINE_MS } as const;
        const { nextExpectedRevision } = await withinDeadline(
          'append',
          CALL_DEADLINE_MS,
          this.#client.appendToStream(this.#prefix + stream, sent, options),
        );
        const last = (after === 'no-stream' ? -1 : after.revision) + events.length;
        if (nextExpectedRevision !== BigInt(last))
          throw new Error(`${stream} ends at ${nextExpectedRevision}, not at ${last}: was it deleted or cut?`);
        return true;
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) return false;
        if (error instanceof MaxAppendSizeExceededError)
          throw new InvalidAppend(
            `the append is larger than KurrentDB takes (${error.maxAppendSize} bytes): MaxAppendSize`,
          );
        if (!(error instanceof NotLeaderError) || attempt === LEADER_TRIES_MAX) throw inOurWords(error);
      }
    }
  }

  /** The events of a stream from a revision on, at most `countMax`; none where there is no stream. */
  async readStream(stream: string, fromRevision: number, countMax: number): Promise<readonly KurrentEvent[]> {
    const read = () =>
      this.#client.readStream(this.#prefix + stream, {
        fromRevision: BigInt(fromRevision),
        maxCount: countMax,
        requiresLeader: true,
      });
    return this.#collect('read of a stream', read, (event) => this.#ours(event));
  }

  /** The last event of a stream. */
  async lastOf(stream: string): Promise<KurrentEvent | undefined> {
    const read = () =>
      this.#client.readStream(this.#prefix + stream, {
        direction: 'backwards',
        fromRevision: 'end',
        maxCount: 1,
        requiresLeader: true,
      });
    return (await this.#collect('read of a stream', read, (event) => this.#ours(event)))[0];
  }

  /** Events of $all from a place on, that place included, filtered by the server. It filters by streams or by types: by streams when both are given. */
  async readAll(from: Place, countMax: number, filter: LogFilter | undefined): Promise<readonly PlacedEvent[]> {
    const read = () =>
      this.#client.readAll({
        fromPosition: positionOf(from),
        maxCount: countMax,
        filter: this.#filterOf(filter),
        requiresLeader: true,
      });
    return this.#collect('read of $all', read, (event) => this.placed(event));
  }

  /** All our events behind a place, then what comes. */
  subscribe(after: Place | undefined): AllStreamSubscription {
    const options = {
      fromPosition: after ? positionOf(after) : START,
      filter: this.#filterOf(undefined),
      requiresLeader: true,
    } as const;
    return this.#client.subscribeToAll(options, { highWaterMark: SUBSCRIPTION_BUFFER_EVENTS });
  }

  /** An event of $all as we know it, or undefined for one that is none of ours. */
  placed(event: AllStreamRecordedEvent | undefined): PlacedEvent | undefined {
    const our = this.#ours(event);
    return our && event && { ...our, commit: safe(event.position.commit), prepare: safe(event.position.prepare) };
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }

  #filterOf(filter: LogFilter | undefined): Filter {
    const { streamPrefixes = [], types = [] } = filter ?? {};
    const window = { maxSearchWindow: SEARCH_WINDOW_EVENTS };
    if (streamPrefixes.length === 0 && types.length > 0) return eventTypeFilter({ prefixes: [...types], ...window });
    const prefixes =
      streamPrefixes.length === 0 ? [this.#prefix] : streamPrefixes.map((prefix) => this.#prefix + prefix);
    return streamNameFilter({ prefixes, ...window });
  }

  #ours(event: RecordedEvent | undefined): KurrentEvent | undefined {
    if (!event?.streamId.startsWith(this.#prefix)) return undefined;
    if (event.isJson || !(event.data instanceof Uint8Array))
      throw new Error(`${event.streamId} has an event at ${event.revision} that is none of ours`);
    return {
      stream: event.streamId.slice(this.#prefix.length),
      revision: safe(event.revision),
      type: event.type,
      ...partsOf(event.data),
    };
  }

  async #collect<E extends RecordedEvent, O>(
    what: string,
    read: () => AsyncIterable<{ event?: E }>,
    ours: (event: E | undefined) => O | undefined,
  ): Promise<readonly O[]> {
    const all = async (): Promise<readonly O[]> => {
      const found: O[] = [];
      for await (const { event } of read()) {
        const our = ours(event);
        if (our) found.push(our);
      }
      return found;
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await withinDeadline(what, CALL_DEADLINE_MS, all());
      } catch (error) {
        if (error instanceof StreamNotFoundError) return [];
        if (attempt === READ_TRIES_MAX || !(error instanceof NotLeaderError || error instanceof UnavailableError))
          throw inOurWords(error);
        await sleep(READ_RETRY_WAIT_MS * attempt);
      }
    }
  }
}
