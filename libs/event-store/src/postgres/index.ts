export { AppendBatcher, LogOverloaded, QUEUED_APPENDS_MAX, QUEUED_BYTES_MAX } from './append-batcher.ts';
export { type FollowOptions, followLog, type FollowPorts } from './follow-log.ts';
export { LOG_CHANNEL } from './log-channel.ts';
export { CALL_EVENTS_MAX, installLog, logMigrations } from './log-schema.ts';
export {
  createPostgresEventStore,
  PostgresEventStore,
  type PostgresEventStoreOptions,
  READER_CONNECTIONS_MAX,
  WRITER_CONNECTIONS_MAX,
} from './postgres-event-store.ts';
export { replayLog, type ReplayOptions } from './replay-log.ts';
export { ReplayedEvent } from './replayed-event.ts';
