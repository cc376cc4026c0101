import { type LogFilter, type LogPage, type StoredEvent } from '../event-store.ts';
import { checkLogRange } from '../log-filter.ts';
import { int4Array, textArray } from './binary-arrays.ts';
import { GatheredReads, type Wanted } from './gathered-reads.ts';
import type { RowsStatement } from './prepared-rows.ts';
import { REPLAY_COLUMNS, type ReplayedEvent } from './replayed-event.ts';

/** A filtered read looks at so many positions at most before it answers a page: a bound on one statement's work. */
export const SCAN_POSITIONS_MAX = 20_000;

const toStored = (row: ReplayedEvent): StoredEvent => {
  const { entry } = row;
  return {
    position: row.position,
    stream: entry.stream,
    revision: entry.revision,
    eventId: entry.eventId,
    type: entry.type,
    hash: row.hash,
    entryBytes: row.entryBytes,
    dataBytes: row.dataBytes,
    entry,
    data: row.data,
  };
};

/** How the reader reaches the database: prepared statements whose rows are events, and the head. */
export type LogQueries = Readonly<{
  rows: (statement: RowsStatement, values: readonly (string | number | Buffer)[]) => Promise<readonly ReplayedEvent[]>;
  head: () => Promise<number>;
}>;

const READ_STREAM: RowsStatement = {
  name: 'jiangong-read-stream',
  text: `select ${REPLAY_COLUMNS} from log.event where stream = $1 and revision between $2 and $3 order by revision`,
};
const READ_STREAMS: RowsStatement = {
  name: 'jiangong-read-streams',
  text: `select event.* from unnest($1::text[], $2::integer[]) with ordinality as wanted (stream, revision, ordinal) cross join lateral
    (select ${REPLAY_COLUMNS} from log.event where event.stream = wanted.stream and event.revision >= wanted.revision order by event.revision) event
    order by wanted.ordinal, event.position`,
};
const READ_LOG: RowsStatement = {
  name: 'jiangong-read-log',
  text: `select ${REPLAY_COLUMNS} from log.event where position > $1 and position <= $2 order by position`,
};
const READ_FILTERED: RowsStatement = {
  name: 'jiangong-read-filtered',
  text: `select ${REPLAY_COLUMNS} from log.event where position > $1 and position <= $2
    and (cardinality($3::text[]) = 0 or type = any ($3)) and (cardinality($4::text[]) = 0 or stream ^@ any ($4)) order by position limit $5`,
};

const texts = (values: readonly string[]): Buffer => textArray(values.map((value) => Buffer.from(value, 'utf8')));

/** The largest revision a stream can have: the column is an integer. */
const REVISION_MAX = 2_147_483_647;

/** Reads streams and the log. */
export class LogReader {
  readonly #queries: LogQueries;
  readonly #gathered: GatheredReads;

  /** @param readsMax statements for streams at a time. */
  constructor(queries: LogQueries, readsMax: number) {
    this.#queries = queries;
    this.#gathered = new GatheredReads((wanted) => this.#streams(wanted), readsMax);
  }

  async readStream(
    stream: string,
    range: { fromRevision?: number; toRevision?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    const from = Math.min(Math.max(0, range.fromRevision ?? 0), REVISION_MAX);
    if (range.toRevision === undefined) return this.#gathered.read(stream, from);
    const rows = await this.#queries.rows(READ_STREAM, [stream, from, Math.min(range.toRevision, REVISION_MAX)]);
    return rows.map(toStored);
  }

  async #streams(wanted: readonly Wanted[]): Promise<readonly (readonly StoredEvent[])[]> {
    const [only] = wanted;
    if (only !== undefined && wanted.length === 1)
      return [(await this.#queries.rows(READ_STREAM, [only.stream, only.from, REVISION_MAX])).map(toStored)];
    const from = wanted.map((each) => each.from);
    const rows = await this.#queries.rows(READ_STREAMS, [texts(wanted.map(({ stream }) => stream)), int4Array(from)]);
    const found = rows.map(toStored);
    let at = 0;
    return wanted.map(({ stream, from }) => {
      const begin = at;
      // Two that want one stream from different revisions may stand side by side: the second begins where the revision falls back.
      while (found[at]?.stream === stream && (found[at] as StoredEvent).revision === from + at - begin) at += 1;
      return found.slice(begin, at);
    });
  }

  async readLog(range: { after: number; limitMax: number; filter?: LogFilter }): Promise<LogPage> {
    checkLogRange(range);
    const { after, limitMax, filter } = range;
    if ((filter?.types?.length ?? 0) + (filter?.streamPrefixes?.length ?? 0) === 0) {
      const rows = await this.#queries.rows(READ_LOG, [after, after + limitMax]);
      const events = rows.map(toStored);
      return { events, through: events.at(-1)?.position ?? after };
    }
    return this.#readFiltered(after, limitMax, filter ?? {});
  }

  head(): Promise<number> {
    return this.#queries.head();
  }

  /** Looks as far as the head of before the read, so that "nothing there" can not miss what is committed meanwhile. */
  async #readFiltered(
    after: number,
    limitMax: number,
    { types = [], streamPrefixes = [] }: LogFilter,
  ): Promise<LogPage> {
    const end = Math.min(await this.head(), after + SCAN_POSITIONS_MAX);
    if (end <= after) return { events: [], through: after };
    const rows = await this.#queries.rows(READ_FILTERED, [after, end, texts(types), texts(streamPrefixes), limitMax]);
    const events = rows.map(toStored);
    return { events, through: events.length === limitMax ? (events.at(-1) as StoredEvent).position : end };
  }
}
