export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  SERVER_CONNECTIONS_MAX,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres.ts';
export { isDatabaseAway, isDatabaseFull } from './database-away.ts';
export { createListener, type ListenerOptions } from './listener.ts';
export { migrate } from './migrate.ts';
export { NAMED_STATEMENTS_MAX } from './named-statements.ts';
export type { PgConnection } from './pg-connection.ts';
export { resultTypes } from './result-types.ts';
export { createPool, sessionOptions, POOL_CONNECTIONS_MAX, type PoolOptions, STATEMENT_TIMEOUT_MS } from './pool.ts';
export {
  ensureRoles,
  ensureSchemas,
  LOG_OWNER,
  LOG_READER,
  LOG_WRITER,
  MESSAGING_MEMBER,
  MESSAGING_OWNER,
  roleOf,
  schemaOf,
  type ServiceRole,
  urlOf,
} from './roles.ts';
