import { backoffMs } from '@jiangong/patience';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Entry, sha256Hex } from '../entry.ts';
import { IncomingEvents } from './incoming-events.ts';
import type { KurrentStreams, PlacedEvent } from './kurrent-streams.ts';
import { type OrderBook, TakenOver, type Unordered } from './order-book.ts';
import { ORDER_BATCH_MAX } from './order-schema.ts';

/** A taker that says nothing for so long has lost the order to the next. */
export const LEASE_MS = 3_000;
/** How often the taker renews its lease when nothing comes, and how often the others ask for it. */
export const RENEW_MS = 1_000;
/** One process alone tries: no dice. */
const TROUBLE_WAITS = { firstMs: 200, maxMs: 5_000 };

export type OrderTakerPorts = Readonly<{
  streams: KurrentStreams;
  book: OrderBook;
  /** Who this is, for the operator who looks at `log.order_taker`. */
  holder: string;
  random: () => number;
  onTrouble: (error: Error) => void;
  /** Called after each batch: the log has grown. */
  onNoted: () => void;
}>;

/** What the event says about itself, believed only where its bytes say the same. */
const unordered = (event: PlacedEvent): Unordered => {
  const entry = JSON.parse(event.entryBytes.toString('utf8')) as Entry;
  const { commit, prepare, stream, revision, type } = event;
  if (
    entry.stream !== stream ||
    entry.revision !== revision ||
    entry.type !== type ||
    entry.dataHash !== sha256Hex(event.dataBytes)
  )
    throw new Error(
      `${stream} has an event at ${revision} that is not what its entry says: the order stands before it`,
    );
  return {
    commit,
    prepare,
    stream,
    revision,
    type,
    eventId: entry.eventId,
    hash: sha256Hex(event.entryBytes),
    prev: entry.prev,
  };
};

/**
 * Takes the order of $all over, once: reads our events behind the last one that has a position, and gives them the next positions in
 * one transaction. One process of all does it, by a lease in the database; a taker that was taken over writes nothing any more,
 * however late it wakes. What is not a link of its stream's chain gets no position: the order stands, and `onTrouble` is told.
 */
export class OrderTaker {
  readonly #ports: OrderTakerPorts;
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;

  constructor(ports: OrderTakerPorts) {
    this.#ports = ports;
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { book, holder, onTrouble } = this.#ports;
    let troubles = 0;
    while (!this.#closing.signal.aborted) {
      let term: number | undefined;
      try {
        term = await book.take(holder, LEASE_MS);
        if (term === undefined) await this.#wait(RENEW_MS);
        else await this.#takeFor(term, () => (troubles = 0));
      } catch (error) {
        onTrouble(error as Error);
        if (!(error instanceof TakenOver)) troubles += 1;
        await this.#wait(backoffMs(TROUBLE_WAITS, Math.max(1, troubles), 1));
      } finally {
        // Whoever can not let go is let go of when the lease runs out.
        if (term !== undefined) await book.leave(term).catch(onTrouble);
      }
    }
  }

  async #takeFor(term: number, onWell: () => void): Promise<void> {
    const { streams, book } = this.#ports;
    const { signal } = this.#closing;
    const incoming = new IncomingEvents(streams.subscribe(await book.last()));
    const wake = (): void => incoming.wake();
    signal.addEventListener('abort', wake);
    try {
      while (!signal.aborted) {
        const events = await incoming.next(ORDER_BATCH_MAX, RENEW_MS);
        const ours = events.flatMap(({ event }) => streams.placed(event) ?? []);
        await book.note(term, LEASE_MS, ours.map(unordered));
        if (ours.length === 0) continue;
        onWell();
        this.#ports.onNoted();
      }
    } finally {
      signal.removeEventListener('abort', wake);
      await incoming.end();
    }
  }

  /** With jitter: processes that wait for the same lease should not ask together. */
  async #wait(ms: number): Promise<void> {
    await sleep(ms * (0.5 + this.#ports.random() / 2), undefined, { signal: this.#closing.signal }).catch(
      () => undefined,
    ); // closing ends the wait
  }
}
