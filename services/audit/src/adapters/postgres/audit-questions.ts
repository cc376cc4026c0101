import type { Rows } from '@jiangong/read-models';

/** Which events are meant. Null: not asked for. */
export type EventFilter = Readonly<{
  stream: string | null;
  type: string | null;
  actorId: string | null;
  actorRole: string | null;
  actorOrganization: string | null;
  correlationId: string | null;
  traceId: string | null;
  from: string | null;
  before: string | null;
}>;

export type EventQuestion = EventFilter &
  Readonly<{
    newestFirst: boolean;
    /** The position behind which the page begins, in the order asked for. */
    after: number | null;
    limit: number;
  }>;

export type EventRow = Readonly<{
  position: number;
  event_id: string;
  stream: string;
  revision: number;
  type: string;
  occurred_at: string;
  actor_kind: string;
  actor_id: string | null;
  actor_organization: string | null;
  actor_role: string | null;
  actor_grant: string | null;
  correlation_id: string;
  causation_id: string | null;
  hash: string;
  trace_id: string | null;
}>;

type Conditions = Readonly<{ where: string; values: readonly unknown[] }>;

/** Joins the conditions whose value is asked for; `?` stands for the value. */
const conditionsOf = (asked: readonly (readonly [string, unknown])[]): Conditions => {
  const given = asked.filter(([, value]) => value !== null);
  const where = given.map(([condition], index) => condition.replaceAll('?', `$${index + 1}`));
  return { where: where.length === 0 ? 'true' : where.join(' and '), values: given.map(([, value]) => value) };
};

/** A whole name, or its beginning: what follows the beginning sorts below the beginning with the last character there is. */
const STREAM_FITS = `stream >= ? and stream < ? || chr(1114111)`;

const fits = (asked: EventFilter): readonly (readonly [string, unknown])[] => [
  [STREAM_FITS, asked.stream],
  ['type = ?', asked.type],
  ['actor_id = ?', asked.actorId],
  ['actor_role = ?', asked.actorRole],
  ['actor_organization = ?', asked.actorOrganization],
  ['correlation_id = ?', asked.correlationId],
  ['trace_id = ?', asked.traceId],
  ['occurred_at >= ?', asked.from],
  ['occurred_at < ?', asked.before],
];

export type EventCount = Readonly<{ from: string; events: number }>;

/** By the hours, days and months of Shanghai, each told by its first instant in UTC. */
export const eventsCounted = (
  rows: Rows,
  asked: EventFilter & Readonly<{ by: string }>,
): Promise<readonly EventCount[]> => {
  const { where, values } = conditionsOf(fits(asked));
  const unit = `$${values.length + 1}`;
  return rows.query<EventCount>(
    `select to_char(begins at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"') as "from", count(*)::int as events
     from (select date_trunc(${unit}, occurred_at::timestamptz, 'Asia/Shanghai') as begins from event_index where ${where}) e
     group by begins order by begins`,
    [...values, asked.by],
  );
};

/** One row more than asked for, so that the caller knows whether there is a next page. */
export const eventsFound = (rows: Rows, asked: EventQuestion): Promise<readonly EventRow[]> => {
  const { where, values } = conditionsOf([
    ...fits(asked),
    [asked.newestFirst ? 'position < ?' : 'position > ?', asked.after],
  ]);
  const order = asked.newestFirst ? 'desc' : 'asc';
  return rows.query<EventRow>(
    `select * from event_index where ${where} order by position ${order} limit ${asked.limit + 1}`,
    values,
  );
};

export type ReadQuestion = Readonly<{
  readerId: string | null;
  resourceKind: string | null;
  resourceId: string | null;
  from: string | null;
  before: string | null;
  after: number | null;
  limit: number;
}>;

export type ReadRow = Readonly<{
  position: number;
  read_at: string;
  reader_kind: string;
  reader_id: string | null;
  reader_organization: string | null;
  reader_role: string | null;
  reader_grant: string | null;
  service: string;
  rpc: string;
  resource_kind: string;
  resource_id: string;
  correlation_id: string;
}>;

/** Newest first; one row more than asked for. */
export const readsFound = (rows: Rows, asked: ReadQuestion): Promise<readonly ReadRow[]> => {
  const { where, values } = conditionsOf([
    ['reader_id = ?', asked.readerId],
    ['resource_kind = ?', asked.resourceKind],
    ['resource_id = ?', asked.resourceId],
    ['read_at >= ?', asked.from],
    ['read_at < ?', asked.before],
    ['position < ?', asked.after],
  ]);
  return rows.query<ReadRow>(
    `select * from recorded_read where ${where} order by position desc limit ${asked.limit + 1}`,
    values,
  );
};
