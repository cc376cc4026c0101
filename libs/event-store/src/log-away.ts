/**
 * The log can not be reached just now, or did not answer in time: the outcome of an append is unknown, and the order is repeated
 * under its request id. `code` is PostgreSQL's for a lost connection, so whoever knows a database that is away knows this, too.
 */
export class LogAway extends Error {
  override readonly name = 'LogAway';
  readonly code = '08006';
}
