import type { Submittable } from 'pg';
import type { PgConnection } from '@jiangong/database/postgres';
import { borrowSocket } from './borrowed-socket.ts';
import type { ReplayedEvent } from './replayed-event.ts';
import { RowDecoder } from './row-decoder.ts';

/** Pieces of the socket that wait for the reader; more, and the socket is paused. */
const PIECES_WAITING_MAX = 8;

/** A COPY … TO STDOUT (FORMAT binary) as a query of pg. */
export class CopyRows implements Submittable {
  readonly #text: string;
  readonly #waiting: (readonly ReplayedEvent[])[] = [];
  #connection: PgConnection | undefined;
  #over = false;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  submit(given: unknown): void {
    const connection = given as PgConnection;
    this.#connection = connection;
    borrowSocket(connection, new RowDecoder('copy'), (rows) => {
      this.#waiting.push(rows);
      if (this.#waiting.length >= PIECES_WAITING_MAX) connection.stream.pause();
      this.#wake?.();
    });
    connection.query(this.#text);
  }

  /** The rows, piece by piece; throws what the server or the socket said when they break off. */
  async *pieces(): AsyncIterable<readonly ReplayedEvent[]> {
    for (;;) {
      const piece = this.#waiting.shift();
      if (piece) yield piece;
      else if (this.#failure) throw this.#failure;
      else if (this.#over) return;
      else {
        this.#connection?.stream.resume();
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
