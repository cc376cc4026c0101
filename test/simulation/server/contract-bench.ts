import type { Listener, SqlPool } from '@jiangong/database';
import type { ReceivedFact } from '@jiangong/messaging/broker';
import type { ProjectedEvent } from '@jiangong/read-models';
import { projectedEvent } from '@jiangong/read-models/testing';
import { type EventPage, openReaderGroup, type PageReader, type ReaderGroup } from '@jiangong/read-models/postgres';

/** A database of the service `merit-projects`, empty at first. */
export type DatabaseBench = Readonly<{ pool: SqlPool; listener: Listener; close(): Promise<void> }>;

export const SCHEMA = 'merit_projects';
export const DIGEST = 'own-merit-projects';
export const CONTEXT = 'merit_projects';
export const STREAM = 'merit-projects.thing-1';
export const LEASE_MS = 60_000;
export const PAGE_FACTS = 100;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const event = (position: number, more: Partial<ProjectedEvent> = {}): ProjectedEvent =>
  projectedEvent({ type: 'Thing.v1', data: { position }, stream: STREAM, position, revision: position - 1, ...more });
export const page = (from: number, through: number): EventPage => ({
  events: Array.from({ length: through - from }, (_, index) => ({ event: event(from + index + 1), ordinal: 0 })),
  through,
});
export const fact = (position: number, more: Partial<ReceivedFact> = {}): ReceivedFact => ({
  position,
  ordinal: 0,
  context: CONTEXT,
  stream: STREAM,
  revision: position - 1,
  eventId: `event-${position}`,
  type: 'merit_projects.Thing.v1',
  data: JSON.stringify({ position }),
  raw: null,
  errorClass: null,
  occurredAt: '2021-01-04T01:00:00.000Z',
  correlationId: 'correlation',
  traceparent: null,
  ...more,
});

export const groupOf = (pool: SqlPool, reader: PageReader): Promise<ReaderGroup> =>
  openReaderGroup({
    pool,
    readers: [reader],
    log: silent,
    backoff: { wait: async () => undefined },
    signal: new AbortController().signal,
  });
