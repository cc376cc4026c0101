import type { Database } from '@jiangong/database';
import type { LogFilter } from '../event-store.ts';
import { TAKEN_OVER } from './order-schema.ts';
import type { Place } from './kurrent-streams.ts';

/** A filtered read looks at so many positions at most before it answers a page. */
export const SCAN_POSITIONS_MAX = 20_000;

/** An event's line in the order: its position, where its bytes are, and their hash. */
export type Ordered = Place & Readonly<{ position: number; stream: string; revision: number; hash: string }>;

/** An event about to get its position. */
export type Unordered = Place &
  Readonly<{ stream: string; revision: number; type: string; eventId: string; hash: string; prev: string | null }>;

/** Events of one stream, by their revisions. */
export type Span = Readonly<{ stream: string; first: number; last: number }>;

/** This order-taker was taken over: another process goes on where the table ends. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

const COLUMNS =
  "position, commit_position as commit, prepare_position as prepare, stream, revision, encode(hash, 'hex') as hash";
const HEAD = 'select coalesce(max(position), 0) as head from log.ordered_event';
const OF_STREAM = `select ${COLUMNS} from log.ordered_event where stream = $1 and revision between $2 and $3 order by revision`;
const PAGE = `select ${COLUMNS} from log.ordered_event where position > $1 and position <= $2 order by position`;
const FILTERED = `select ${COLUMNS} from log.ordered_event where position > $1 and position <= $2
  and (cardinality($3::text[]) = 0 or type = any ($3)) and (cardinality($4::text[]) = 0 or stream ^@ any ($4)) order by position limit $5`;
const PLACED = `select u.n::int as n, f.position as first, l.position as last
  from unnest($1::text[], $2::int[], $3::int[]) with ordinality u(stream, first, last, n)
  join log.ordered_event f on f.stream = u.stream and f.revision = u.first join log.ordered_event l on l.stream = u.stream and l.revision = u.last`;

/** The order as PostgreSQL keeps it: `log.ordered_event`, read by everybody, written by one taker through the database's own functions. */
export class OrderBook {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async head(): Promise<number> {
    return (await this.#database.query<{ head: number }>(HEAD)).rows[0]?.head ?? 0;
  }

  async ofStream(stream: string, fromRevision: number, toRevision: number): Promise<readonly Ordered[]> {
    return (await this.#database.query<Ordered>(OF_STREAM, [stream, fromRevision, toRevision])).rows;
  }

  /** Positions after `after`, and how far was looked: as far as the head of before the read, so that "nothing there" misses nothing. */
  async page(
    after: number,
    limitMax: number,
    { types = [], streamPrefixes = [] }: LogFilter,
  ): Promise<Readonly<{ rows: readonly Ordered[]; through: number }>> {
    if (types.length + streamPrefixes.length === 0) {
      const { rows } = await this.#database.query<Ordered>(PAGE, [after, after + limitMax]);
      return { rows, through: rows.at(-1)?.position ?? after };
    }
    const end = Math.min(await this.head(), after + SCAN_POSITIONS_MAX);
    if (end <= after) return { rows: [], through: after };
    const { rows } = await this.#database.query<Ordered>(FILTERED, [after, end, types, streamPrefixes, limitMax]);
    return { rows, through: rows.length === limitMax ? (rows.at(-1) as Ordered).position : end };
  }

  /** Which of the spans have their positions by now; undefined where not. */
  async placed(spans: readonly Span[]): Promise<readonly (Readonly<{ first: number; last: number }> | undefined)[]> {
    const values = [spans.map(({ stream }) => stream), spans.map(({ first }) => first), spans.map(({ last }) => last)];
    const { rows } = await this.#database.query<{ n: number; first: number; last: number }>(PLACED, values);
    const byNumber = new Map(rows.map(({ n, first, last }) => [n, { first, last }]));
    return spans.map((_, index) => byNumber.get(index + 1));
  }

  /** The last event that has a position. */
  async last(): Promise<Ordered | undefined> {
    return (
      await this.#database.query<Ordered>(`select ${COLUMNS} from log.ordered_event order by position desc limit 1`)
    ).rows[0];
  }

  /** Becomes the taker when nobody is: the answer is the term; undefined while somebody holds it. */
  async take(holder: string, leaseMs: number): Promise<number | undefined> {
    return (
      (await this.#database.query<{ term: number | null }>('select log.take_order($1, $2) as term', [holder, leaseMs]))
        .rows[0]?.term ?? undefined
    );
  }

  /** Gives the events their positions, or none of them, and renews the lease. Throws `TakenOver`. */
  async note(term: number, leaseMs: number, events: readonly Unordered[]): Promise<void> {
    const of = <K extends keyof Unordered>(key: K): Unordered[K][] => events.map((event) => event[key]);
    const bytes = (hash: string | null): Buffer | null => (hash === null ? null : Buffer.from(hash, 'hex'));
    const arrays = [
      of('commit'),
      of('prepare'),
      of('stream'),
      of('revision'),
      of('type'),
      of('eventId'),
      of('hash').map(bytes),
      of('prev').map(bytes),
    ];
    const text =
      'select log.note_order($1, $2, $3::bigint[], $4::bigint[], $5::text[], $6::int[], $7::text[], $8::uuid[], $9::bytea[], $10::bytea[])';
    try {
      await this.#database.query(text, [term, leaseMs, ...arrays]);
    } catch (error) {
      if ((error as { code?: unknown }).code === TAKEN_OVER) throw new TakenOver((error as Error).message);
      throw error;
    }
  }

  /** Lets go at once, so that the next taker need not wait for the lease to run out. */
  async leave(term: number): Promise<void> {
    await this.#database.query('select log.leave_order($1)', [term]);
  }
}
