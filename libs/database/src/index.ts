export type { Database, Listener, SqlClient, SqlPool } from './sql-client.ts';
export type { Migration } from './migration.ts';
