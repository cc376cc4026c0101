import type { Submittable } from 'pg';
import type { PgConnection } from '@jiangong/database/postgres';
import { borrowSocket } from './borrowed-socket.ts';
import type { ReplayedEvent } from './replayed-event.ts';
import { RowDecoder } from './row-decoder.ts';

/** A statement that answers rows of the log, prepared once a connection under its name. */
export type RowsStatement = Readonly<{ name: string; text: string }>;

/** Numbers go as text, whatever their type in the statement. */
const wireForm = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** A prepared statement as a query of pg, its rows in binary. Values are strings, numbers, or Buffers in binary form. */
export class PreparedRows implements Submittable {
  readonly rows: Promise<readonly ReplayedEvent[]>;
  readonly #statement: RowsStatement;
  readonly #values: readonly (string | number | Buffer)[];
  readonly #seen: ReplayedEvent[] = [];
  readonly #outcome = Promise.withResolvers<readonly ReplayedEvent[]>();
  #failure: Error | undefined;

  constructor(statement: RowsStatement, values: readonly (string | number | Buffer)[]) {
    this.#statement = statement;
    this.#values = values;
    this.rows = this.#outcome.promise;
  }

  submit(given: unknown): void {
    const connection = given as PgConnection;
    const { name, text } = this.#statement;
    const decoder = new RowDecoder('query');
    borrowSocket(connection, decoder, (rows) => {
      for (const row of rows) this.#seen.push(row);
    });
    connection.stream.cork();
    if (connection.parsedStatements[name] === undefined) {
      connection.parse({ name, text });
      connection.parsedStatements[name] = text;
    }
    connection.bind({ portal: '', statement: name, values: [...this.#values], binary: true, valueMapper: wireForm });
    connection.execute({ portal: '' });
    connection.sync();
    connection.stream.uncork();
  }

  /** Whether the server had prepared the statement is not known then: whoever runs this gives the connection up. */
  handleError(error: Error): void {
    this.#failure = error;
    this.#outcome.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failure) this.#outcome.resolve(this.#seen);
  }

  /** Told by pg; nothing to do. */
  handleCommandComplete(): void {}
}
