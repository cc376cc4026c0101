import type { Rows } from '@jiangong/read-models';
import type { Parameter } from '@jiangong/read-models/postgres';
import { allWithin, standsWithin, type Within } from './where-things-stand.ts';

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
  within: Within;
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

/** Takes values into a statement. */
const statement = (): Readonly<{ parameter: Parameter; values: unknown[] }> => {
  const values: unknown[] = [];
  return { values, parameter: (value) => `$${values.push(value)}` };
};

const EQUAL = [
  ['type', 'type'],
  ['actorId', 'actor_id'],
  ['actorRole', 'actor_role'],
  ['actorOrganization', 'actor_organization'],
  ['correlationId', 'correlation_id'],
  ['traceId', 'trace_id'],
] as const;

/** A whole name, or its beginning: what follows the beginning sorts below the beginning with the last character there is. */
const streamFits = (name: string): string => `stream >= ${name} and stream < ${name} || chr(1114111)`;

const fits = (asked: EventFilter, parameter: Parameter, stands = standsWithin): readonly string[] => [
  ...(asked.stream === null ? [] : [streamFits(parameter(asked.stream))]),
  ...EQUAL.flatMap(([field, column]) => (asked[field] === null ? [] : [`${column} = ${parameter(asked[field])}`])),
  ...(asked.from === null ? [] : [`occurred_at >= ${parameter(asked.from)}`]),
  ...(asked.before === null ? [] : [`occurred_at < ${parameter(asked.before)}`]),
  ...(asked.within.everything ? [] : [stands(asked.within, parameter, 'event_index.stream_no')]),
];

const all = (conditions: readonly string[]): string => (conditions.length === 0 ? 'true' : conditions.join(' and '));

export type EventCount = Readonly<{ from: string; events: number }>;

/**
 * By the hours, days and months of Shanghai, each told by its first instant in UTC. Counted by the hour first, from the index alone: Shanghai is
 * whole hours away from UTC.
 */
export const eventsCounted = (
  rows: Rows,
  asked: EventFilter & Readonly<{ by: string }>,
): Promise<readonly EventCount[]> => {
  const { parameter, values } = statement();
  const hours = `select left(occurred_at, 13) as hour, count(*) as events from event_index where ${all(fits(asked, parameter, allWithin))} group by 1`;
  return rows.query<EventCount>(
    `select to_char(begins at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"') as "from", sum(events)::int as events
     from (select date_trunc(${parameter(asked.by)}, (hour || ':00Z')::timestamptz, 'Asia/Shanghai') as begins, events from (${hours}) h) e
     group by begins order by begins`,
    values,
  );
};

/** One row more than asked for, so that the caller knows whether there is a next page. */
export const eventsFound = (rows: Rows, asked: EventQuestion): Promise<readonly EventRow[]> => {
  const { parameter, values } = statement();
  const conditions = fits(asked, parameter);
  const behind = asked.newestFirst ? 'position <' : 'position >';
  const where = all([...conditions, ...(asked.after === null ? [] : [`${behind} ${parameter(asked.after)}`])]);
  const order = asked.newestFirst ? 'desc' : 'asc';
  return rows.query<EventRow>(
    `select * from event_index where position in
       (select position from event_index where ${where} order by position ${order} limit ${asked.limit + 1})
     order by position ${order}`,
    values,
  );
};

/** The next events of a part of the tree, in log order: where each stands in its stream. One row more than asked for. */
export const placesAfter = (
  rows: Rows,
  asked: Readonly<{ within: Within; after: number; limit: number }>,
): Promise<readonly Readonly<{ position: number; stream: string; revision: number }>[]> => {
  const { parameter, values } = statement();
  return rows.query(
    `select position, stream, revision from event_index
     where position > ${parameter(asked.after)} and ${standsWithin(asked.within, parameter, 'event_index.stream_no')}
     order by position limit ${asked.limit + 1}`,
    values,
  );
};
