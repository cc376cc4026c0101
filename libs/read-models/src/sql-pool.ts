/** One connection, or a pool that takes one for a statement. What `pg` offers; no vendor's name needed. */
export type SqlClient = {
  query<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: T[]; rowCount: number | null }>;
};

/** A pool on the service's own schema, with transactions on one connection. */
export type SqlPool = SqlClient & {
  /** BEGIN, work, COMMIT; ROLLBACK and the same error when the work throws. READ COMMITTED. */
  transaction<T>(work: (client: SqlClient) => Promise<T>): Promise<T>;
};
