/**
 * SQLSTATE of a server that is going, gone or coming: class 08 (connection exception), 57P01–57P03 (shut down, crashed, starting),
 * 53300 (no connection left).
 */
const SQLSTATE = /^(?:08[0-9A-Z]{3}|57P0[123]|53300)$/;

/** What the operating system says of a connection. */
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What pg and its pool say without a code. */
const SAID = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^the listening connection ended/,
];

/** SQLSTATE disk_full. */
const DISK_FULL = '53100';

const CAUSES_MAX = 5;

const isCausedBy = (error: unknown, test: (error: Error, code: string) => boolean, depth = 0): boolean => {
  if (!(error instanceof Error) || depth > CAUSES_MAX) return false;
  if (test(error, 'code' in error && typeof error.code === 'string' ? error.code : '')) return true;
  return (
    (error instanceof AggregateError && error.errors.some((one) => isCausedBy(one, test, depth + 1))) ||
    isCausedBy(error.cause, test, depth + 1)
  );
};

/**
 * Whether an error only says that the database can not be reached just now. The outcome of what was asked is then unknown: an
 * order is repeated under the same request id.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  isCausedBy(
    error,
    (one, code) => SQLSTATE.test(code) || SYSTEM.has(code) || SAID.some((pattern) => pattern.test(one.message)),
  );

/** The server's disk is full: what was asked has changed nothing, and what only reads goes on. */
export const isDatabaseFull = (error: unknown): boolean => isCausedBy(error, (_one, code) => code === DISK_FULL);
