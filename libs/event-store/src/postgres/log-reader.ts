import type { Entry } from '../entry.ts';
import { type LogFilter, type LogPage, type StoredEvent } from '../event-store.ts';
import { checkLogRange } from '../log-filter.ts';

/** A filtered read looks at so many positions at most before it answers a page: a bound on one statement's work. */
export const SCAN_POSITIONS_MAX = 20_000;

type Row = Readonly<{ position: number; hash: string; entry: string; data: string }>;

const COLUMNS = "position, encode(hash, 'hex') as hash, entry, data";

const toStored = ({ position, hash, entry: entryText, data: dataText }: Row): StoredEvent => {
  const entry = JSON.parse(entryText) as Entry;
  return {
    position,
    stream: entry.stream,
    revision: entry.revision,
    eventId: entry.eventId,
    type: entry.type,
    hash,
    entryBytes: Buffer.from(entryText, 'utf8'),
    dataBytes: Buffer.from(dataText, 'utf8'),
    entry,
    data: JSON.parse(dataText) as unknown,
  };
};

/** Statements of the readers, prepared once a connection. */
type Named = Readonly<{ name: string; text: string }>;
export type NamedQuery = <T>(statement: Named, values: unknown[]) => Promise<{ rows: T[] }>;

const READ_STREAM: Named = {
  name: 'jiangong-read-stream',
  text: `select ${COLUMNS} from log.event where stream = $1 and revision between $2 and $3 order by revision`,
};
const READ_LOG: Named = {
  name: 'jiangong-read-log',
  text: `select ${COLUMNS} from log.event where position > $1 and position <= $2 order by position`,
};
const READ_FILTERED: Named = {
  name: 'jiangong-read-filtered',
  text: `select ${COLUMNS} from log.event where position > $1 and position <= $2
    and (cardinality($3::text[]) = 0 or type = any ($3)) and (cardinality($4::text[]) = 0 or stream ^@ any ($4)) order by position limit $5`,
};
const HEAD: Named = { name: 'jiangong-head', text: 'select coalesce(max(position), 0) as head from log.event' };

/** The largest revision a stream can have: the column is an integer. */
const REVISION_MAX = 2_147_483_647;

/** Reads streams and the log. */
export class LogReader {
  readonly #query: NamedQuery;

  constructor(query: NamedQuery) {
    this.#query = query;
  }

  async readStream(stream: string, range: { fromRevision?: number; toRevision?: number } = {}): Promise<readonly StoredEvent[]> {
    const from = Math.max(0, range.fromRevision ?? 0);
    const { rows } = await this.#query<Row>(READ_STREAM, [stream, from, Math.min(range.toRevision ?? REVISION_MAX, REVISION_MAX)]);
    return rows.map(toStored);
  }

  async readLog(range: { after: number; limitMax: number; filter?: LogFilter }): Promise<LogPage> {
    checkLogRange(range);
    const { after, limitMax, filter } = range;
    if ((filter?.types?.length ?? 0) + (filter?.streamPrefixes?.length ?? 0) === 0) {
      const { rows } = await this.#query<Row>(READ_LOG, [after, after + limitMax]);
      const events = rows.map(toStored);
      return { events, through: events.at(-1)?.position ?? after };
    }
    return this.#readFiltered(after, limitMax, filter ?? {});
  }

  async head(): Promise<number> {
    const { rows } = await this.#query<{ head: number }>(HEAD, []);
    return (rows[0] as { head: number }).head;
  }

  /** Looks as far as the head of before the read, so that "nothing there" can not miss what is committed meanwhile. */
  async #readFiltered(after: number, limitMax: number, { types = [], streamPrefixes = [] }: LogFilter): Promise<LogPage> {
    const end = Math.min(await this.head(), after + SCAN_POSITIONS_MAX);
    if (end <= after) return { events: [], through: after };
    const { rows } = await this.#query<Row>(READ_FILTERED, [after, end, types, streamPrefixes, limitMax]);
    const events = rows.map(toStored);
    return { events, through: events.length === limitMax ? (events.at(-1) as StoredEvent).position : end };
  }
}
