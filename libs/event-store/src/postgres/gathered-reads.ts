import type { StoredEvent } from '../event-store.ts';

/** Streams of one statement. More would let a short stream wait for many others. */
export const STREAMS_TOGETHER_MAX = 32;

/** Reads whole streams; the answer has an element for each of them, in their order. */
export type ReadStreams = (streams: readonly string[]) => Promise<readonly (readonly StoredEvent[])[]>;

type Waiting = PromiseWithResolvers<readonly StoredEvent[]>;

/**
 * Reads of whole streams: each at once as long as a connection is free, and together what arrives while all are busy. It never waits
 * for more. Who asks for a stream that waits already gets the same answer: it is read after both have asked.
 */
export class GatheredReads {
  readonly #read: ReadStreams;
  readonly #inFlightMax: number;
  #waiting = new Map<string, Waiting>();
  #inFlight = 0;

  constructor(read: ReadStreams, inFlightMax: number) {
    this.#read = read;
    this.#inFlightMax = inFlightMax;
  }

  read(stream: string): Promise<readonly StoredEvent[]> {
    const waiting = this.#waiting.get(stream) ?? Promise.withResolvers<readonly StoredEvent[]>();
    this.#waiting.set(stream, waiting);
    if (this.#inFlight < this.#inFlightMax) void this.#send();
    return waiting.promise;
  }

  async #send(): Promise<void> {
    const together = [...this.#waiting].slice(0, STREAMS_TOGETHER_MAX);
    for (const [stream] of together) this.#waiting.delete(stream);
    this.#inFlight += 1;
    try {
      const found = await this.#read(together.map(([stream]) => stream));
      together.forEach(([, { resolve }], index) => resolve(found[index] ?? []));
    } catch (error) {
      for (const [, { reject }] of together) reject(error as Error);
    } finally {
      this.#inFlight -= 1;
      if (this.#waiting.size > 0) void this.#send();
    }
  }
}
