import type { ProjectedEvent, ProjectedRows, Projection } from '@jiangong/read-models';
import { parseTraceparent } from '@jiangong/telemetry';
import { mandateOf, thingsIn, toldBy } from '../../application/stream-place.ts';

/**
 * Names sort byte by byte (`collate "C"`), so that the beginning of a stream's name can be looked up in the index. `stream_no`, the place of
 * a stream's first event in the log, stands for its stream in the indexes that count and leaf through what belongs to a part of the tree.
 */
const TABLES = `
  create table if not exists stream_place (
    stream text collate "C" primary key,
    no bigint not null unique,
    kind text,
    subject text
  );
  create index if not exists stream_place_subject on stream_place (kind, subject, no);
  create table if not exists stream_thing (
    id text primary key,
    stream text collate "C" not null
  );
  create table if not exists event_index (
    position bigint primary key,
    stream_no bigint not null,
    event_id text not null,
    stream text collate "C" not null,
    revision bigint not null,
    type text not null,
    occurred_at text collate "C" not null,
    actor_kind text not null,
    actor_id text,
    actor_organization text,
    actor_role text,
    actor_grant text,
    correlation_id text not null,
    causation_id text,
    hash text not null,
    trace_id text
  );
  create index if not exists event_index_place on event_index (position, stream_no);
  create index if not exists event_index_stream_no on event_index (stream_no, position) include (occurred_at);
  create index if not exists event_index_stream on event_index (stream, position);
  create index if not exists event_index_type on event_index (type, position);
  create index if not exists event_index_actor on event_index (actor_id, position);
  create index if not exists event_index_correlation on event_index (correlation_id, position);
  create index if not exists event_index_trace on event_index (trace_id, position);
  create index if not exists event_index_role on event_index (actor_role, position);
  create index if not exists event_index_mandate on event_index (actor_organization, position);
  create index if not exists event_index_time on event_index (occurred_at, position, stream_no);
`;

/** Once it is known whom a stream is about, no later fact changes it. */
const PLACED = `
  insert into stream_place (stream, no, kind, subject)
  select $1, $2, coalesce(p.kind, m.kind), coalesce(p.subject, m.subject)
  from (values ($5::text, $6::text)) m (kind, subject)
  left join (
    select $3::text as kind, $4::text as subject where $3 in ('organization', 'person')
    union all select kind, subject from stream_place where $3 = 'stream' and stream = $4
    union all select s.kind, s.subject from stream_thing t join stream_place s on s.stream = t.stream where $3 = 'thing' and t.id = $4
  ) p on true
  on conflict (stream) do update set kind = excluded.kind, subject = excluded.subject
    where stream_place.kind is null and excluded.kind is not null`;

const placed = (rows: ProjectedRows, event: ProjectedEvent): void => {
  const told = toldBy(event);
  const mandate = mandateOf(event);
  rows.write(PLACED, [
    ...[event.stream, event.position],
    ...[told?.kind ?? null, told?.subject ?? null],
    ...[mandate?.kind ?? null, mandate?.subject ?? null],
  ]);
  for (const id of thingsIn(event))
    rows.write('insert into stream_thing (id, stream) values ($1, $2) on conflict (id) do nothing', [id, event.stream]);
};

const INDEXED = `
  insert into event_index (position, stream_no, event_id, stream, revision, type, occurred_at, actor_kind, actor_id, actor_organization,
    actor_role, actor_grant, correlation_id, causation_id, hash, trace_id)
  values ($1, (select no from stream_place where stream = $3), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** Every event of the log by what an auditor asks for, and whom it is about; without its data, which stays in the log alone. */
export const eventIndexProjection: Projection = {
  name: 'event-index',
  version: 4,
  tables: TABLES,
  tableNames: ['stream_place', 'stream_thing', 'event_index'],
  source: { kind: 'log', streamPrefixes: [''] },
  apply: async (rows, event) => {
    placed(rows, event);
    const { actor } = event;
    rows.write(INDEXED, [
      ...[event.position, event.eventId, event.stream, event.revision, event.type, event.occurredAt],
      ...[actor.kind, actor.id, actor.organization, actor.role, actor.grant],
      ...[event.correlationId, event.causationId, event.hash],
      (event.traceparent === null ? undefined : parseTraceparent(event.traceparent))?.traceId ?? null,
    ]);
  },
};
