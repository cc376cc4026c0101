import { crashpoint } from '@jiangong/crashpoints';
import type { Listener } from '@jiangong/database';
import { resultTypes, sessionOptions } from '@jiangong/database/postgres';
import pg from 'pg';
import { checkChain } from '../check-append.ts';
import type { AppendOutcome, EventStore, LogFilter, LogPage, StoredEvent, StreamAppend } from '../event-store.ts';
import { AppendBatcher } from './append-batcher.ts';
import { APPEND_STATEMENT, appendOutcomes, appendParameters, type AppendRow } from './append-call.ts';
import { type FollowOptions, followLog } from './follow-log.ts';
import { LogReader } from './log-reader.ts';
import { PreparedRows, type RowsStatement } from './prepared-rows.ts';
import { replayLog, type ReplayOptions } from './replay-log.ts';
import type { ReplayedEvent } from './replayed-event.ts';

/**
 * Calls in flight at a time. The log's lock lets one call of all processes through anyway; a second one in flight halves the
 * batches and gained 24 % on an idle machine, and lost more than that on a busy one or beside other writing processes.
 */
export const WRITER_CONNECTIONS_MAX = 1;
/** Reads of streams and of the log at a time; more wait. */
export const READER_CONNECTIONS_MAX = 3;
const HEAD_STATEMENT = { name: 'jiangong-head', text: 'select coalesce(max(position), 0) as head from log.event' };
const APPEND_TIMEOUT_MS = 10_000;
const CONNECTION_WAIT_MS = 5_000;

export type PostgresEventStoreOptions = Readonly<{
  /** The address for a role that may read the log and, to append, call its function. */
  url: string;
  /** The process's listening connection (`createListener`); closed by its owner. */
  listener: Listener;
  applicationName?: string;
  /** Calls in flight at a time; WRITER_CONNECTIONS_MAX when absent. */
  writerConnectionsMax?: number;
  /** Dice for the jitter of retries; 0 ≤ x < 1. */
  random?: () => number;
  /** Told about broken connections and failed looks of followers. */
  onTrouble?: (error: Error) => void;
  /** Told of each call that goes out: the appends in it, and those that still wait. */
  onBatch?: (batch: Readonly<{ appends: number; waiting: number }>) => void;
}>;

/** The log in PostgreSQL. `close` waits for what was sent. */
export class PostgresEventStore implements EventStore {
  readonly #writers: pg.Pool;
  readonly #readers: pg.Pool;
  readonly #reader: LogReader;
  readonly #batcher: AppendBatcher;
  readonly #grown = new EventTarget();
  readonly #options: PostgresEventStoreOptions;

  constructor(options: PostgresEventStoreOptions) {
    this.#options = options;
    const { writerConnectionsMax = WRITER_CONNECTIONS_MAX } = options;
    this.#writers = this.#pool('writer', writerConnectionsMax, APPEND_TIMEOUT_MS);
    this.#readers = this.#pool('reader', READER_CONNECTIONS_MAX);
    this.#reader = new LogReader(
      { rows: (statement, values) => this.#rows(statement, values), head: () => this.#head() },
      READER_CONNECTIONS_MAX,
    );
    this.#batcher = new AppendBatcher((appends) => this.#send(appends), writerConnectionsMax);
  }

  async append(batch: StreamAppend): Promise<AppendOutcome> {
    checkChain(batch);
    return this.#batcher.append(batch);
  }

  readStream(stream: string, range?: { fromRevision?: number; toRevision?: number }): Promise<readonly StoredEvent[]> {
    return this.#reader.readStream(stream, range);
  }

  readLog(range: { after: number; limitMax: number; filter?: LogFilter }): Promise<LogPage> {
    return this.#reader.readLog(range);
  }

  head(): Promise<number> {
    return this.#reader.head();
  }

  follow(options: FollowOptions): AsyncIterable<LogPage> {
    const { listener, random = Math.random, onTrouble = () => undefined } = this.#options;
    return followLog(
      { readLog: (range) => this.readLog(range), listener, grown: this.#grown, random, onTrouble },
      options,
    );
  }

  /** The log as fast as the server can tell; see `replayLog`. */
  replay(options?: ReplayOptions): AsyncIterable<readonly ReplayedEvent[]> {
    return replayLog(this.#options.url, options);
  }

  async close(): Promise<void> {
    await this.#batcher.drained();
    await Promise.all([this.#writers.end(), this.#readers.end()]);
  }

  async #rows(
    statement: RowsStatement,
    values: readonly (string | number | Buffer)[],
  ): Promise<readonly ReplayedEvent[]> {
    const client = await this.#readers.connect();
    let broken: Error | undefined;
    const onLost = (error: Error): void => {
      broken = error;
    };
    client.on('error', onLost);
    try {
      return await client.query(new PreparedRows(statement, values)).rows;
    } catch (error) {
      broken ??= error as Error;
      throw error;
    } finally {
      client.removeListener('error', onLost);
      client.release(broken);
    }
  }

  async #head(): Promise<number> {
    const { rows } = await this.#readers.query<{ head: number }>(HEAD_STATEMENT);
    return (rows[0] as { head: number }).head;
  }

  async #send(appends: readonly StreamAppend[]): Promise<readonly AppendOutcome[]> {
    this.#options.onBatch?.({ appends: appends.length, waiting: this.#batcher.waiting });
    crashpoint('before-append');
    const { rows } = await this.#writers.query<AppendRow>({ ...APPEND_STATEMENT, values: appendParameters(appends) });
    crashpoint('after-append');
    const outcomes = appendOutcomes(appends, rows[0] as AppendRow);
    this.#grown.dispatchEvent(new Event('grown'));
    return outcomes;
  }

  #pool(what: string, connectionsMax: number, statementTimeoutMs?: number): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.#options.url,
      max: connectionsMax,
      application_name: `${this.#options.applicationName ?? 'jiangong'} log ${what}`,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      keepAlive: true,
      options: sessionOptions(statementTimeoutMs === undefined ? {} : { statementTimeoutMs }),
      types: resultTypes,
    });
    pool.on('error', (error) => this.#options.onTrouble?.(error));
    return pool;
  }
}

export const createPostgresEventStore = (options: PostgresEventStoreOptions): PostgresEventStore =>
  new PostgresEventStore(options);
