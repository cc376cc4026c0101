import type { SqlClient } from '@jiangong/database';
import type { ResetRequestStore } from '../../application/reset-password.ts';

export const postgresResetRequestStore = (sql: SqlClient): ResetRequestStore => ({
  // One statement for known and unknown logins alike.
  async ask(login, now) {
    await sql.query(
      'insert into reset_request (person_id, asked_at) select person_id, $2 from account where login = $1 on conflict (person_id) do update set asked_at = excluded.asked_at',
      [login, new Date(now)],
    );
  },
  async open(since, limit) {
    const { rows } = await sql.query<{ person_id: string; asked_at: string }>(
      'select person_id, asked_at from reset_request where asked_at > $1 order by asked_at desc limit $2',
      [new Date(since), limit],
    );
    return rows.map((row) => ({ personId: row.person_id, askedAt: Date.parse(row.asked_at) }));
  },
  async sweep(before) {
    await sql.query('delete from reset_request where asked_at < $1', [new Date(before)]);
  },
});
