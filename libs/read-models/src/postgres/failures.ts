import { backoffMs } from '@jiangong/patience';
import { pause } from '@jiangong/patience/timers';

/** So often an event is tried before its stream is parked. */
export const POISON_TRIES_MAX = 5;

/** Before try n+1 of an event: full jitter under 20, 40, 80, 160 ms. */
export const POISON_BACKOFF_MS = 20;

/** While the database is away: full jitter under 50 ms, doubling, at most this. */
export const OUTAGE_BACKOFF_MS = 50;
export const OUTAGE_BACKOFF_MS_MAX = 5_000;

/** SQLSTATE classes of machinery in trouble: connection, transaction rollback, resources, lock, operator, system. */
const OUTAGE_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);

/** Node's codes, and two SQLSTATEs of a class that otherwise tells of a swallowed error: read-only server, idle too long. */
const OUTAGE_CODES = new Set([
  '25006',
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** A log that takes no more for the moment (libs/event-store/postgres): an order of a process manager is simply repeated. */
const OUTAGE_NAMES = new Set(['LogOverloaded']);

/** What `pg` says without a code. */
const OUTAGE_MESSAGE =
  /connection (terminated|error)|not queryable|timeout exceeded when trying to connect|client was closed|cannot use a pool after/i;

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** True for trouble with the machinery, which passes; false for an event that can not be applied, which does not. */
export const isOutage = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code && /^[0-9A-Z]{5}$/.test(code) && OUTAGE_CLASSES.has(code.slice(0, 2))) return true;
  if (code && OUTAGE_CODES.has(code)) return true;
  return error instanceof Error && (OUTAGE_NAMES.has(error.name) || OUTAGE_MESSAGE.test(error.message));
};

/** What may be kept and shown of an error: its code or its class, never its text, which can quote the event. */
export const errorClassOf = (error: unknown): string =>
  codeOf(error) ?? (error instanceof Error ? error.name : typeof error);

/** Dice and patience, given from outside. */
export type Backoff = Readonly<{
  /** Full jitter under `ms · 2^(attempt−1)`, at most `msMax`. */
  wait(attempt: number, ms: number, msMax: number): Promise<void>;
}>;

/** @param random in [0, 1). */
export const jitteredBackoff = (random: () => number, signal: AbortSignal): Backoff => ({
  wait: (attempt, firstMs, maxMs) => pause(backoffMs({ firstMs, maxMs }, attempt, random()), signal),
});
