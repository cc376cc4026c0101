import type { Projection } from '@jiangong/read-models';
import { parseTraceparent } from '@jiangong/telemetry';

/** Names sort byte by byte (`collate "C"`), so that the beginning of a stream's name can be looked up in the index. */
const TABLES = `
  create table if not exists event_index (
    position bigint primary key,
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
  create index if not exists event_index_stream on event_index (stream, position);
  create index if not exists event_index_type on event_index (type, position);
  create index if not exists event_index_actor on event_index (actor_id, position);
  create index if not exists event_index_correlation on event_index (correlation_id, position);
  create index if not exists event_index_trace on event_index (trace_id, position);
  create index if not exists event_index_role on event_index (actor_role, position);
  create index if not exists event_index_mandate on event_index (actor_organization, position);
  create index if not exists event_index_time on event_index (occurred_at, position);
`;

/** Every event of the log by what an auditor asks for; without its data, which stays in the log alone. */
export const eventIndexProjection: Projection = {
  name: 'event-index',
  version: 3,
  tables: TABLES,
  tableNames: ['event_index'],
  source: { kind: 'log', streamPrefixes: [''] },
  apply: async (rows, event) => {
    const { actor } = event;
    rows.write('insert into event_index values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)', [
      event.position,
      event.eventId,
      event.stream,
      event.revision,
      event.type,
      event.occurredAt,
      actor.kind,
      actor.id,
      actor.organization,
      actor.role,
      actor.grant,
      event.correlationId,
      event.causationId,
      event.hash,
      (event.traceparent === null ? undefined : parseTraceparent(event.traceparent))?.traceId ?? null,
    ]);
  },
};
