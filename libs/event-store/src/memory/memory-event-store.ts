import { checkChain } from '../check-append.ts';
import type { Entry } from '../entry.ts';
import type {
  AppendOutcome,
  EventStore,
  LogFilter,
  LogPage,
  StoredEvent,
  StreamAppend,
  StreamEnd,
} from '../event-store.ts';
import { checkLogRange, passes } from '../log-filter.ts';

type Row = Readonly<{
  position: number;
  stream: string;
  revision: number;
  type: string;
  eventId: string;
  hash: string;
  entryBytes: Buffer;
  dataBytes: Buffer;
}>;

/** Each reader gets its own objects: what it does to them changes nothing in the log. */
const toStored = (row: Row): StoredEvent => ({
  ...row,
  entryBytes: Buffer.from(row.entryBytes),
  dataBytes: Buffer.from(row.dataBytes),
  entry: JSON.parse(row.entryBytes.toString('utf8')) as Entry,
  data: JSON.parse(row.dataBytes.toString('utf8')) as unknown,
});

const sameEnd = (a: StreamEnd, b: StreamEnd): boolean =>
  a === 'no-stream' || b === 'no-stream' ? a === b : a.revision === b.revision && a.hash === b.hash;

/** The log in memory, for tests: the same answers as PostgreSQL gives, gone when the process ends. */
export class MemoryEventStore implements EventStore {
  readonly #log: Row[] = [];
  readonly #streams = new Map<string, Row[]>();
  readonly #wakeups = new Set<() => void>();

  async append(batch: StreamAppend): Promise<AppendOutcome> {
    checkChain(batch);
    const rows = this.#streams.get(batch.stream) ?? [];
    const last = rows.at(-1);
    const actual: StreamEnd = last ? { revision: last.revision, hash: last.hash } : 'no-stream';
    if (!sameEnd(batch.expected, actual)) return { kind: 'conflict', actual };
    const firstPosition = this.#log.length + 1;
    let revision = last ? last.revision : -1;
    for (const { eventId, type, hash, entryBytes, dataBytes } of batch.events) {
      revision += 1;
      const bytes = { entryBytes: Buffer.from(entryBytes), dataBytes: Buffer.from(dataBytes) };
      const row: Row = {
        position: this.#log.length + 1,
        stream: batch.stream,
        revision,
        type,
        eventId,
        hash,
        ...bytes,
      };
      this.#log.push(row);
      rows.push(row);
    }
    this.#streams.set(batch.stream, rows);
    for (const wake of this.#wakeups) wake();
    return { kind: 'appended', revision, firstPosition, lastPosition: this.#log.length };
  }

  async readStream(
    stream: string,
    range: { fromRevision?: number; toRevision?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const rows = this.#streams.get(stream) ?? [];
    return rows.slice(Math.max(0, range.fromRevision ?? 0), (range.toRevision ?? rows.length) + 1).map(toStored);
  }

  async readLog(range: { after: number; limitMax: number; filter?: LogFilter }): Promise<LogPage> {
    checkLogRange(range);
    const events: StoredEvent[] = [];
    let through = range.after;
    for (const row of this.#log.slice(range.after)) {
      through = row.position;
      if (passes(range.filter, row)) events.push(toStored(row));
      if (events.length === range.limitMax) break;
    }
    return { events, through };
  }

  async head(): Promise<number> {
    return this.#log.length;
  }

  async *follow(options: {
    after: number;
    pageMax: number;
    filter?: LogFilter;
    signal: AbortSignal;
  }): AsyncIterable<LogPage> {
    const { pageMax: limitMax, filter, signal } = options;
    let after = options.after;
    while (!signal.aborted) {
      const page = await this.readLog({ after, limitMax, ...(filter ? { filter } : {}) });
      if (page.through > after) {
        after = page.through;
        yield page;
      } else await this.#grown(after, signal);
    }
  }

  #grown(after: number, signal: AbortSignal): Promise<void> {
    if (this.#log.length > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#wakeups.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#wakeups.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
