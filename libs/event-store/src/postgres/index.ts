export { CALL_EVENTS_MAX, installLog, LOG_CHANNEL, logMigrations } from './log-schema.ts';
