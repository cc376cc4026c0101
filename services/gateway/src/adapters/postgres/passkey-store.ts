import type { SqlClient, SqlPool } from '@jiangong/database';
import type { Passkey, PasskeyStore } from '../../application/passkeys.ts';

type Row = {
  passkey_id: string;
  person_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: number;
  transports: string[];
  name: string;
  backed_up: boolean;
  created_at: string;
  last_used_at: string | null;
};

const COLUMNS =
  'passkey_id, person_id, credential_id, public_key, counter, transports, name, backed_up, created_at, last_used_at';

const passkeyOf = (row: Row): Passkey => ({
  passkeyId: row.passkey_id,
  personId: row.person_id,
  credentialId: row.credential_id.toString('base64url'),
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  name: row.name,
  backedUp: row.backed_up,
  createdAt: Date.parse(row.created_at),
  lastUsedAt: row.last_used_at === null ? null : Date.parse(row.last_used_at),
});

const bytesOf = (credentialId: string): Buffer => Buffer.from(credentialId, 'base64url');

/** Recovery codes stand in for a second factor: without one they open nothing, and go. */
export const forgetUselessCodes = async (client: SqlClient, personId: string): Promise<void> => {
  await client.query(
    `delete from recovery_code where person_id = $1
       and not exists (select 1 from second_factor where person_id = $1 and confirmed_at is not null)
       and not exists (select 1 from passkey where person_id = $1)`,
    [personId],
  );
};

export const postgresPasskeyStore = (pool: SqlPool): PasskeyStore => ({
  add: async (passkey, max) =>
    pool.transaction(async (client) => {
      // One at a time for a person: two at once would both find a free place.
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`passkeys ${passkey.personId}`]);
      const { rows } = await client.query<{ kept: number }>(
        'select count(*)::int as kept from passkey where person_id = $1',
        [passkey.personId],
      );
      if ((rows[0]?.kept ?? 0) >= max) return 'too-many';
      const { rowCount } = await client.query(
        `insert into passkey (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null) on conflict do nothing`,
        [
          passkey.passkeyId,
          passkey.personId,
          bytesOf(passkey.credentialId),
          passkey.publicKey,
          passkey.counter,
          passkey.transports,
          passkey.name,
          passkey.backedUp,
          new Date(passkey.createdAt),
        ],
      );
      return rowCount === 1 ? 'added' : 'known';
    }),
  async ofPerson(personId) {
    const { rows } = await pool.query<Row>(
      `select ${COLUMNS} from passkey where person_id = $1 order by created_at, passkey_id`,
      [personId],
    );
    return rows.map(passkeyOf);
  },
  async ofCredential(credentialId) {
    const { rows } = await pool.query<Row>(`select ${COLUMNS} from passkey where credential_id = $1`, [
      bytesOf(credentialId),
    ]);
    return rows[0] === undefined ? undefined : passkeyOf(rows[0]);
  },
  async use({ passkeyId, counter, backedUp, at }) {
    const { rowCount } = await pool.query(
      `update passkey set counter = $2, backed_up = $3, last_used_at = $4
        where passkey_id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
      [passkeyId, counter, backedUp, new Date(at)],
    );
    return rowCount === 1;
  },
  async rename(personId, passkeyId, name) {
    const { rowCount } = await pool.query('update passkey set name = $3 where person_id = $1 and passkey_id = $2', [
      personId,
      passkeyId,
      name,
    ]);
    return rowCount === 1;
  },
  remove: async (personId, passkeyId) =>
    pool.transaction(async (client) => {
      const { rowCount } = await client.query('delete from passkey where person_id = $1 and passkey_id = $2', [
        personId,
        passkeyId,
      ]);
      await forgetUselessCodes(client, personId);
      return rowCount === 1;
    }),
});
