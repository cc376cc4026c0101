import type { Actor } from '@jiangong/event-store';

/** Rows of the service's own schema: `search_path` points there, so table names stand unqualified. */
export type Rows = {
  query<T = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>;
};

/** Rows as a projection changes them. */
export type ProjectedRows = Rows & {
  /**
   * A change whose answer nobody needs. It goes to the database together with others: before the next question, and at the latest at
   * the end of the page. When it fails, its event has failed.
   */
  write(sql: string, values: readonly unknown[]): void;
};

/**
 * An event as a projection or a translator sees it: the same for a stored event and for a public fact. Public facts carry
 * neither actor nor hash nor cause (`actor` is then `NOBODY`, `hash` is '', `causationId` null).
 */
export type ProjectedEvent = Readonly<{
  position: number;
  eventId: string;
  stream: string;
  revision: number;
  type: string;
  data: unknown;
  occurredAt: string;
  actor: Actor;
  correlationId: string;
  causationId: string | null;
  traceparent: string | null;
  hash: string;
}>;

/** The actor of an event that does not tell who acted. */
export const NOBODY: Actor = { kind: 'anonymous', id: null, organization: null, role: null, grant: null };

/**
 * Where a projection's events come from: the log itself (its own streams), or the public facts of other contexts.
 * Both come in log order, the latter across all the named contexts: the same events give the same rows.
 */
export type ProjectionSource =
  | Readonly<{ kind: 'log'; streamPrefixes: readonly string[] }>
  | Readonly<{ kind: 'public-facts'; contexts: readonly string[] }>;

/** A read model: folds events into rows. */
export type Projection = Readonly<{
  /** Unique in the service, kebab-case. */
  name: string;
  /** A higher version drops the tables and rebuilds from zero. From 1. */
  version: number;
  /** DDL with unqualified table names, idempotent (`create table if not exists …`). No sequences, no `now()` defaults. */
  tables: string;
  /** The tables that `tables` creates: they belong to this projection alone. */
  tableNames: readonly string[];
  source: ProjectionSource;
  /** Deterministic: same events, byte-equal rows. No clock, no dice, no outside effect. Throws when the event makes no sense. */
  apply(rows: ProjectedRows, event: ProjectedEvent): Promise<void>;
}>;
