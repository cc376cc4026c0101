/**
 * Structured fields of a log line: ids, counts, codes. Never names, numbers or free text of people: what would need
 * scrubbing is not emitted. An error goes under `err`.
 */
export type LogFields = Readonly<Record<string, unknown>>;

/** A structured log; the trace id and the service's name are added by whoever made it. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** The same log with these fields on every line. */
  child(fields: LogFields): Logger;
}

/** A log that nobody reads: for tests. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};
