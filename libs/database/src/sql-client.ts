/**
 * One connection, or a pool that takes one for a statement. No vendor's name needed.
 * Values come back as: int8 a safe integer (throws past 2^53), numeric a string, date 'YYYY-MM-DD', timestamptz UTC ISO with
 * milliseconds, timestamp the server's text, json parsed, bytea a Buffer.
 */
export type SqlClient = {
  query<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: T[]; rowCount: number | null }>;
};

/** One statement with its values; what it answers is not looked at. */
export type SqlStatement = Readonly<{ text: string; values: readonly unknown[] }>;

/** Of statements that went together one failed (`index`, from 0): those before it were done, those behind it were not begun. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';
  readonly index: number;

  constructor(index: number, cause: unknown) {
    super(`statement ${index} of those sent together failed`, { cause });
    this.index = index;
  }
}

/** The connection of a transaction. */
export type SqlTransaction = SqlClient & {
  /** Does statements in order, in one trip to the server. Throws `StatementFailed`; the transaction is then to be given up. */
  send(statements: readonly SqlStatement[]): Promise<void>;
};

/** A pool with transactions on one connection. */
export type SqlPool = SqlClient & {
  /** BEGIN, work, COMMIT; ROLLBACK and the same error when the work throws. READ COMMITTED. */
  transaction<T>(work: (client: SqlTransaction) => Promise<T>): Promise<T>;
};

/** A pool that can be closed. */
export type Database = SqlPool & { close(): Promise<void> };

/** NOTIFY as a wake-up. One connection a process; it comes back by itself. */
export interface Listener {
  /**
   * Calls `onPayload` for each NOTIFY on the channel, and with an empty payload whenever notifications may have been missed
   * (after a reconnect). Resolves when the server listens. The answer stops it.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
