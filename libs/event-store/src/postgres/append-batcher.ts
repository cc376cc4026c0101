import type { AppendOutcome, StreamAppend } from '../event-store.ts';

/** Appends waiting in a process; one more is rejected at once. */
export const QUEUED_APPENDS_MAX = 8_192;
/** Their bytes together, a bound on memory. */
export const QUEUED_BYTES_MAX = 64_000_000;
/** Events of one call, and its bytes: a large append still goes alone. */
export const BATCH_EVENTS_MAX = 512;
export const BATCH_BYTES_MAX = 4_000_000;

/** The queue is full: nothing was sent. The caller answers RESOURCE_EXHAUSTED. */
export class LogOverloaded extends Error {
  override readonly name = 'LogOverloaded';
}

/** Sends one batch as one call and tells each append's outcome. */
export type SendBatch = (appends: readonly StreamAppend[]) => Promise<readonly AppendOutcome[]>;

type Waiting = Readonly<{
  append: StreamAppend;
  bytes: number;
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: Error) => void;
}>;

const bytesOf = ({ events }: StreamAppend): number =>
  events.reduce((sum, { entryBytes, dataBytes }) => sum + entryBytes.length + dataBytes.length, 0);

/**
 * Sends what waits as soon as a call may go out, and gathers what arrives while calls are in flight: it never waits for more.
 * A stream stands once in a call; a second append to it goes with a later one, in order.
 */
export class AppendBatcher {
  readonly #send: SendBatch;
  readonly #inFlightMax: number;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #inFlight = 0;
  #flushing = false;
  #idle: PromiseWithResolvers<void> | undefined;

  constructor(send: SendBatch, inFlightMax: number) {
    this.#send = send;
    this.#inFlightMax = inFlightMax;
  }

  append(append: StreamAppend): Promise<AppendOutcome> {
    const bytes = bytesOf(append);
    if (this.#queue.length >= QUEUED_APPENDS_MAX || this.#queuedBytes + bytes > QUEUED_BYTES_MAX)
      return Promise.reject(new LogOverloaded(`${this.#queue.length} appends wait already`));
    return new Promise((resolve, reject) => {
      this.#queue.push({ append, bytes, resolve, reject });
      this.#queuedBytes += bytes;
      this.#flushSoon();
    });
  }

  /** Appends that no call has taken yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Resolves when nothing waits and nothing is in flight. */
  drained(): Promise<void> {
    if (this.#queue.length === 0 && this.#inFlight === 0) return Promise.resolve();
    this.#idle ??= Promise.withResolvers();
    return this.#idle.promise;
  }

  /** After the callbacks of this turn of the loop, so that what arrives together goes together. */
  #flushSoon(): void {
    if (this.#flushing || this.#inFlight >= this.#inFlightMax) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      while (this.#queue.length > 0 && this.#inFlight < this.#inFlightMax) void this.#call(this.#take());
    });
  }

  #take(): readonly Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    let events = 0;
    let bytes = 0;
    let index = 0;
    for (; index < this.#queue.length && (batch.length === 0 || events < BATCH_EVENTS_MAX); index++) {
      const waiting = this.#queue[index] as Waiting;
      const fits =
        batch.length === 0 ||
        (bytes + waiting.bytes <= BATCH_BYTES_MAX && events + waiting.append.events.length <= BATCH_EVENTS_MAX);
      if (!fits) break;
      if (streams.has(waiting.append.stream)) {
        later.push(waiting);
        continue;
      }
      streams.add(waiting.append.stream);
      batch.push(waiting);
      events += waiting.append.events.length;
      bytes += waiting.bytes;
    }
    this.#queue = later.length === 0 ? this.#queue.slice(index) : [...later, ...this.#queue.slice(index)];
    this.#queuedBytes -= bytes;
    return batch;
  }

  async #call(batch: readonly Waiting[]): Promise<void> {
    this.#inFlight += 1;
    try {
      const outcomes = await this.#send(batch.map(({ append }) => append));
      batch.forEach(({ resolve }, index) => resolve(outcomes[index] as AppendOutcome));
    } catch (error) {
      for (const { reject } of batch) reject(error as Error);
    } finally {
      this.#inFlight -= 1;
      if (this.#queue.length > 0) this.#flushSoon();
      else if (this.#inFlight === 0) {
        this.#idle?.resolve();
        this.#idle = undefined;
      }
    }
  }
}
