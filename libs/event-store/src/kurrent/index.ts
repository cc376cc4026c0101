export { type KurrentConnection } from './connection.ts';
export { importLog, type ImportOptions } from './import-log.ts';
export {
  APPENDS_IN_FLIGHT_MAX,
  createKurrentEventStore,
  KurrentEventStore,
  type KurrentEventStoreOptions,
  STREAM_PREFIX,
} from './kurrent-event-store.ts';
