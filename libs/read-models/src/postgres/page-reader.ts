import type { ProjectedEvent, ProjectedRows, Projection, Rows } from '../projection.ts';
import type { SqlClient } from '@jiangong/database';

/** An event at its exact place: several public facts of one event share a position and differ in the ordinal. */
export type PlacedEvent = Readonly<{ event: ProjectedEvent; ordinal: number }>;

/** A page of a feed; `through` is the last position looked at, also where nothing was found. */
export type EventPage = Readonly<{ events: readonly PlacedEvent[]; through: number }>;

/** What takes pages into the database: a projection, or a translator. */
export type PageReader = Readonly<{
  name: string;
  version: number;
  wants(event: ProjectedEvent): boolean;
  /** Creates what it writes into; idempotent. */
  install(client: SqlClient): Promise<void>;
  /** A higher version leaves what is there until it has been built anew beside it (`rebuildBeside`); else it starts from zero in its place. */
  beside?: true;
  /** Removes everything it ever wrote: a higher version starts from zero. */
  reset(client: SqlClient): Promise<void>;
  apply(rows: ProjectedRows, event: ProjectedEvent, ordinal: number): Promise<void>;
  /** In the transaction that keeps the checkpoint. */
  moved?(client: SqlClient, through: number): Promise<void>;
}>;

/** Rows over one connection. */
export const rowsOf = (client: SqlClient): Rows => ({
  query: async <T>(sql: string, values: readonly unknown[] = []) => (await client.query<T>(sql, [...values])).rows,
});

const TABLE_NAME = /^[a-z][a-z0-9_]{0,62}$/;

const checkedTableNames = (projection: Projection): readonly string[] => {
  for (const table of projection.tableNames)
    if (!TABLE_NAME.test(table)) throw new Error(`${projection.name}: "${table}" is no plain table name`);
  return projection.tableNames;
};

/** A projection as a reader of pages. */
export const projectionReader = (projection: Projection): PageReader => {
  const tableNames = checkedTableNames(projection);
  const { source } = projection;
  return {
    name: projection.name,
    version: projection.version,
    beside: true,
    wants: ({ stream }) =>
      source.kind === 'public-facts' || source.streamPrefixes.some((prefix) => stream.startsWith(prefix)),
    install: async (client) => void (await client.query(projection.tables)),
    reset: async (client) => {
      for (const table of tableNames) await client.query(`drop table if exists ${table} cascade`);
    },
    apply: (rows, event) => projection.apply(rows, event),
  };
};
