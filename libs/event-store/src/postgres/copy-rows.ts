import type { Socket } from 'node:net';
import type { Submittable } from 'pg';
import { CopyDecoder } from './copy-decoder.ts';
import type { ReplayedEvent } from './replayed-event.ts';

/** Pieces of the socket that wait for the reader; more, and the socket is paused. */
const PIECES_WAITING_MAX = 8;

/** The parts of pg's connection that a query of one's own needs; pg's types leave them out. */
type Connection = Readonly<{ stream: Socket; query: (text: string) => void }>;
type OnData = (piece: Buffer) => void;

/**
 * A COPY … TO STDOUT (FORMAT binary) as a query of pg: while rows come, it reads the socket itself (pg's own parser makes an
 * object of each message), then gives the socket back with everything that follows the rows, errors included.
 */
export class CopyRows implements Submittable {
  readonly #text: string;
  readonly #decoder = new CopyDecoder();
  readonly #waiting: (readonly ReplayedEvent[])[] = [];
  #stream: Socket | undefined;
  #over = false;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: unknown): void {
    const { stream, query } = connection as Connection;
    const [pgReads, ...others] = stream.listeners('data') as OnData[];
    if (!pgReads || others.length > 0) throw new Error('pg reads its socket in another way than this version of it did');
    this.#stream = stream;
    const read: OnData = (piece) => {
      let rest: Buffer | undefined;
      try {
        const decoded = this.#decoder.decode(piece);
        rest = decoded.rest;
        if (decoded.events.length > 0) this.#waiting.push(decoded.events);
      } catch (error) {
        stream.destroy(error as Error);
        return;
      }
      if (rest) {
        stream.removeListener('data', read);
        stream.on('data', pgReads);
        pgReads(rest);
      } else if (this.#waiting.length >= PIECES_WAITING_MAX) stream.pause();
      this.#wake?.();
    };
    stream.removeListener('data', pgReads);
    stream.on('data', read);
    query.call(connection, this.#text);
  }

  /** The rows, piece by piece; throws what the server or the socket said when they break off. */
  async *pieces(): AsyncIterable<readonly ReplayedEvent[]> {
    for (;;) {
      const piece = this.#waiting.shift();
      if (piece) yield piece;
      else if (this.#failure) throw this.#failure;
      else if (this.#over) return;
      else {
        this.#stream?.resume();
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
      }
    }
  }

  handleError(error: Error): void {
    this.#failure = error;
    this.#wake?.();
  }

  handleReadyForQuery(): void {
    this.#over = true;
    this.#wake?.();
  }

  /** Told by pg; nothing to do. */
  handleCommandComplete(): void {}
}
