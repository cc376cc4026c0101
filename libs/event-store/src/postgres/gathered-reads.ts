import type { StoredEvent } from '../event-store.ts';

/** Streams of one statement. More would let a short stream wait for many others. */
export const STREAMS_TOGETHER_MAX = 32;

/** A stream from a revision on. */
export type Wanted = Readonly<{ stream: string; from: number }>;

/** Reads streams; the answer has an element for each of them, in their order. */
export type ReadStreams = (wanted: readonly Wanted[]) => Promise<readonly (readonly StoredEvent[])[]>;

type Waiting = Wanted & PromiseWithResolvers<readonly StoredEvent[]>;

/**
 * Reads of streams to their ends: each at once as long as a connection is free, and together what arrives while all are busy. It never waits
 * for more. Who asks for what waits already gets the same answer: it is read after both have asked.
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

  read(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    const key = `${from} ${stream}`;
    const waiting = this.#waiting.get(key) ?? {
      stream,
      from,
      ...Promise.withResolvers<readonly StoredEvent[]>(),
    };
    this.#waiting.set(key, waiting);
    if (this.#inFlight < this.#inFlightMax) void this.#send();
    return waiting.promise;
  }

  async #send(): Promise<void> {
    const together = [...this.#waiting].slice(0, STREAMS_TOGETHER_MAX);
    for (const [key] of together) this.#waiting.delete(key);
    this.#inFlight += 1;
    try {
      const found = await this.#read(together.map(([, { stream, from }]) => ({ stream, from })));
      together.forEach(([, { resolve }], index) => resolve(found[index] ?? []));
    } catch (error) {
      for (const [, { reject }] of together) reject(error as Error);
    } finally {
      this.#inFlight -= 1;
      if (this.#waiting.size > 0) void this.#send();
    }
  }
}
