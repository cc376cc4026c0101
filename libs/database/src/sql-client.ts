/**
 * One connection, or a pool that takes one for a statement. No vendor's name needed.
 * Values come back as: int8 a safe integer (throws past 2^53), numeric a string, date 'YYYY-MM-DD', timestamptz UTC ISO with
 * milliseconds, timestamp the server's text, json parsed, bytea a Buffer.
 */
export type SqlClient = {
  query<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: T[]; rowCount: number | null }>;
};

/** A pool with transactions on one connection. */
export type SqlPool = SqlClient & {
  /** BEGIN, work, COMMIT; ROLLBACK and the same error when the work throws. READ COMMITTED. */
  transaction<T>(work: (client: SqlClient) => Promise<T>): Promise<T>;
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
