import type * as rpc from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import type { StoredEvent } from '@jiangong/event-store';
import { titleOf } from '../../application/read-titles.ts';
import type { EventRow } from '../postgres/event-questions.ts';
import type { ReadRow } from '../postgres/read-questions.ts';

export const summaryOf = (row: EventRow): rpc.EventSummary => ({
  position: row.position,
  eventId: row.event_id,
  stream: row.stream,
  revision: row.revision,
  type: row.type,
  occurredAt: row.occurred_at,
  actor: {
    kind: row.actor_kind,
    id: row.actor_id ?? '',
    organization: row.actor_organization ?? '',
    role: row.actor_role ?? '',
    grant: row.actor_grant ?? '',
  },
  correlationId: row.correlation_id,
  causationId: row.causation_id ?? '',
  hash: row.hash,
  traceId: row.trace_id ?? '',
});

const titled = (path: string): Pick<rpc.RecordedRead, 'about' | 'titleZh' | 'titleEn'> => {
  const { about, zh, en } = titleOf(path);
  return { about, titleZh: zh, titleEn: en };
};

export const recordedReadOf = (row: ReadRow): rpc.RecordedRead => ({
  position: row.position,
  readAt: row.read_at,
  reader: {
    kind: row.reader_kind,
    id: row.reader_id ?? '',
    organization: row.reader_organization ?? '',
    role: row.reader_role ?? '',
    grant: row.reader_grant ?? '',
  },
  service: row.service,
  rpc: row.rpc,
  resourceKind: row.resource_kind,
  resourceId: row.resource_id,
  correlationId: row.correlation_id,
  classified: row.classified,
  ...titled(row.rpc),
});

export const storedOf = ({ position, entryBytes, dataBytes, hash }: StoredEvent): rpc.StoredEvent => ({
  position,
  entry: entryBytes,
  data: dataBytes,
  hash,
});
