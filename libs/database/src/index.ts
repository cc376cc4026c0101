export { StatementFailed } from './sql-client.ts';
export type { Database, Listener, SqlClient, SqlPool, SqlStatement, SqlTransaction } from './sql-client.ts';
export type { Migration } from './migration.ts';
