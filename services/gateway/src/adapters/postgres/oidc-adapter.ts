import type { SqlClient } from '@jiangong/database';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Row = { payload: AdapterPayload; consumed_seconds: number | null };

const SELECT = 'select payload, extract(epoch from consumed_at)::bigint as consumed_seconds from oidc_payload';
const ALIVE = '(expires_at is null or expires_at > now())';

const payloadOf = (row: Row | undefined): AdapterPayload | undefined => {
  if (row === undefined) return undefined;
  return row.consumed_seconds === null ? row.payload : { ...row.payload, consumed: row.consumed_seconds };
};

/** Keeps what the built-in issuer must remember between two requests, in PostgreSQL. */
export const postgresOidcAdapter =
  (sql: SqlClient): AdapterFactory =>
  (model: string): Adapter => {
    const one = async (condition: string, value: string): Promise<AdapterPayload | undefined> => {
      const { rows } = await sql.query<Row>(`${SELECT} where model = $1 and ${condition} and ${ALIVE} limit 1`, [
        model,
        value,
      ]);
      return payloadOf(rows[0]);
    };
    return {
      async upsert(id, payload, expiresInSeconds) {
        await sql.query(
          `insert into oidc_payload (model, id, payload, grant_id, uid, expires_at)
           values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
           on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`,
          [model, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresInSeconds ?? null],
        );
      },
      find: async (id) => one('id = $2', id),
      findByUid: async (uid) => one('uid = $2', uid),
      // The device flow is off: nothing has a user code.
      findByUserCode: async () => undefined,
      async consume(id) {
        await sql.query('update oidc_payload set consumed_at = now() where model = $1 and id = $2', [model, id]);
      },
      async destroy(id) {
        await sql.query('delete from oidc_payload where model = $1 and id = $2', [model, id]);
      },
      async revokeByGrantId(grantId) {
        await sql.query('delete from oidc_payload where model = $1 and grant_id = $2', [model, grantId]);
      },
    };
  };

/** Forgets what expired. */
export const sweepOidcPayloads = async (sql: SqlClient): Promise<void> => {
  await sql.query('delete from oidc_payload where expires_at < now()');
};
