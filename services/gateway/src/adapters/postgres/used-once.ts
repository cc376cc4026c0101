import type { SqlClient } from '@jiangong/database';
import type { UsedOnce } from '../../application/outside-sign-out.ts';

export const postgresUsedOnce = (sql: SqlClient): UsedOnce => ({
  async use(name, expiresAt) {
    const { rowCount } = await sql.query(
      'insert into used_once (name, expires_at) values ($1, $2) on conflict do nothing',
      [name, new Date(expiresAt)],
    );
    return rowCount === 1;
  },
  async sweep(now) {
    await sql.query('delete from used_once where expires_at < $1', [new Date(now)]);
  },
});
