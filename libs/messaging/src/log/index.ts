export { contextOfStream } from '../frontier.ts';
export { PAGE_EVENTS_MAX } from './log-pages.ts';
export { messagingMigrations, TRANSLATED_CHANNEL } from './messaging-migrations.ts';
export { logTransport } from './log-transport.ts';
export { postgresPublicFactLog } from './postgres-public-fact-log.ts';
export type { ReadersOptions, ServiceReaders } from './running.ts';
export { startReaders } from './start-readers.ts';
export { TRANSLATOR, translatorReader } from './translator-reader.ts';
export { factSql, PUBLIC_FACTS, translatorSql } from './log-sql.ts';
