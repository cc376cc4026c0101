import { timingSafeEqual } from 'node:crypto';
import type { SqlPool } from '@jiangong/database';
import {
  CODE_TRIES_MAX,
  type LinkPurpose,
  type LinkStore,
  type OneTimeLink,
} from '../../application/one-time-links.ts';

type LinkRow = {
  purpose: LinkPurpose;
  person_id: string | null;
  expires_at: string;
  code_hash: Buffer | null;
  made_by: string | null;
  sealed_code: Buffer | null;
};

const linkOf = (row: LinkRow | undefined): OneTimeLink | undefined =>
  row === undefined
    ? undefined
    : {
        purpose: row.purpose,
        personId: row.person_id,
        expiresAt: Date.parse(row.expires_at),
        codeHash: row.code_hash,
        madeBy: row.made_by,
        sealedCode: row.sealed_code,
      };

const prove =
  (pool: SqlPool): LinkStore['prove'] =>
  async (tokenHash, codeHash) => {
    return pool.transaction(async (client) => {
      const { rows } = await client.query<{ code_hash: Buffer; tries_left: number }>(
        'select code_hash, tries_left from one_time_link where token_hash = $1 and code_hash is not null for update',
        [tokenHash],
      );
      const [kept] = rows;
      if (kept === undefined) return 'link-used';
      if (timingSafeEqual(kept.code_hash, codeHash)) return 'right';
      if (kept.tries_left > 1)
        await client.query('update one_time_link set tries_left = tries_left - 1 where token_hash = $1', [tokenHash]);
      else await client.query('delete from one_time_link where token_hash = $1', [tokenHash]);
      return kept.tries_left > 1 ? 'wrong' : 'link-used';
    });
  };

const redeem =
  (pool: SqlPool): LinkStore['redeem'] =>
  async (tokenHash, account) => {
    return pool.transaction(async (client) => {
      const link = await client.query('select 1 from one_time_link where token_hash = $1 for update', [tokenHash]);
      if (link.rowCount !== 1) return 'link-used';
      const taken = await client.query<{ login: string }>(
        'select login from account where login = $1 or person_id = $2',
        [account.login, account.personId],
      );
      const other = taken.rows[0];
      if (other !== undefined) return other.login === account.login ? 'login-taken' : 'account-exists';
      const founded = await client.query(
        'insert into account (login, person_id, password_hash) values ($1, $2, $3) on conflict do nothing',
        [account.login, account.personId, account.passwordHash],
      );
      if (founded.rowCount !== 1) return 'login-taken';
      await client.query('delete from one_time_link where token_hash = $1', [tokenHash]);
      return 'done';
    });
  };

const redeemForPassword =
  (pool: SqlPool): LinkStore['redeemForPassword'] =>
  async (tokenHash, passwordHash) =>
    pool.transaction(async (client) => {
      const { rows } = await client.query<{ person_id: string }>(
        "delete from one_time_link where token_hash = $1 and purpose = 'reset' and expires_at > clock_timestamp() returning person_id",
        [tokenHash],
      );
      const personId = rows[0]?.person_id;
      if (personId === undefined) return 'link-used';
      const set = await client.query('update account set password_hash = $2 where person_id = $1', [
        personId,
        passwordHash,
      ]);
      await client.query('delete from reset_request where person_id = $1', [personId]);
      return set.rowCount === 1 ? 'done' : 'link-used';
    });

const handedOut = (pool: SqlPool): Pick<LinkStore, 'waiting' | 'takeCode'> => ({
  async waiting(personId) {
    const { rows } = await pool.query<LinkRow & { token_hash: Buffer }>(
      'select token_hash, purpose, made_by, expires_at from one_time_link where person_id = $1 and sealed_code is not null and expires_at > clock_timestamp() order by expires_at desc limit 1',
      [personId],
    );
    const [row] = rows;
    return row === undefined
      ? undefined
      : { tokenHash: row.token_hash, purpose: row.purpose, madeBy: row.made_by, expiresAt: Date.parse(row.expires_at) };
  },
  async takeCode(tokenHash) {
    return pool.transaction(async (client) => {
      const { rows } = await client.query<{ sealed_code: Buffer | null }>(
        'select sealed_code from one_time_link where token_hash = $1 for update',
        [tokenHash],
      );
      await client.query('update one_time_link set sealed_code = null where token_hash = $1', [tokenHash]);
      return rows[0]?.sealed_code ?? undefined;
    });
  },
});

const redeemForIdentity =
  (pool: SqlPool): LinkStore['redeemForIdentity'] =>
  async (tokenHash, { issuer, subject }) => {
    return pool.transaction(async (client) => {
      const link = await client.query<{ person_id: string | null }>(
        "select person_id from one_time_link where token_hash = $1 and purpose = 'invitation' and expires_at > clock_timestamp() for update",
        [tokenHash],
      );
      const personId = link.rows[0]?.person_id ?? null;
      if (personId === null) return 'link-used';
      const ways = await client.query(
        'select 1 from account where person_id = $1 union all select 1 from external_identity where person_id = $1',
        [personId],
      );
      if (ways.rows.length > 0) return 'person-tied';
      const tied = await client.query(
        'insert into external_identity (issuer, subject, person_id) values ($1, $2, $3) on conflict do nothing',
        [issuer, subject, personId],
      );
      if (tied.rowCount !== 1) return 'identity-taken';
      await client.query('delete from one_time_link where token_hash = $1', [tokenHash]);
      return 'done';
    });
  };

export const postgresLinkStore = (pool: SqlPool): LinkStore => ({
  async put(tokenHash, link) {
    await pool.transaction(async (client) => {
      await client.query('delete from one_time_link where purpose = $1 and person_id is not distinct from $2', [
        link.purpose,
        link.personId,
      ]);
      await client.query(
        'insert into one_time_link (token_hash, purpose, person_id, expires_at, code_hash, tries_left, made_by, sealed_code) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [
          tokenHash,
          link.purpose,
          link.personId,
          new Date(link.expiresAt),
          link.codeHash,
          CODE_TRIES_MAX,
          link.madeBy,
          link.sealedCode,
        ],
      );
    });
  },
  async find(tokenHash) {
    const { rows } = await pool.query<LinkRow>(
      'select purpose, person_id, expires_at, code_hash, made_by, sealed_code from one_time_link where token_hash = $1',
      [tokenHash],
    );
    return linkOf(rows[0]);
  },
  prove: prove(pool),
  redeem: redeem(pool),
  async spend(tokenHash) {
    await pool.query('delete from one_time_link where token_hash = $1', [tokenHash]);
  },
  redeemForIdentity: redeemForIdentity(pool),
  redeemForPassword: redeemForPassword(pool),
  ...handedOut(pool),
});
