import { READ_STREAM_PREFIX, type RecordWasRead } from '@jiangong/service-host';
import type { Projection } from '@jiangong/read-models';

const TABLES = `
  create table if not exists recorded_read (
    position bigint primary key,
    read_at text collate "C" not null,
    reader_kind text not null,
    reader_id text,
    reader_organization text,
    reader_role text,
    reader_grant text,
    service text not null,
    rpc text not null,
    resource_kind text not null,
    resource_id text not null,
    correlation_id text not null
  );
  create index if not exists recorded_read_reader on recorded_read (reader_id, position);
  create index if not exists recorded_read_resource on recorded_read (resource_kind, resource_id, position);
  create index if not exists recorded_read_time on recorded_read (read_at, position);
`;

/** Who looked at which personal record, sealed score or export. */
export const recordedReadProjection: Projection = {
  name: 'recorded-reads',
  version: 1,
  tables: TABLES,
  tableNames: ['recorded_read'],
  source: { kind: 'log', streamPrefixes: [READ_STREAM_PREFIX] },
  apply: async (rows, event) => {
    const { service, rpc, resourceKind, resourceId } = event.data as RecordWasRead['data'];
    const { actor } = event;
    rows.write('insert into recorded_read values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      event.position,
      event.occurredAt,
      actor.kind,
      actor.id,
      actor.organization,
      actor.role,
      actor.grant,
      service,
      rpc,
      resourceKind,
      resourceId,
      event.correlationId,
    ]);
  },
};
