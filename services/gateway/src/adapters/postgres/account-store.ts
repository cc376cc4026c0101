import type { SqlClient } from '@jiangong/database';
import type { Identity } from '../../application/one-time-links.ts';
import type { Account, AccountStore } from '../../application/sign-in.ts';

type AccountRow = { login: string; person_id: string; password_hash: string };

const accountOf = (row: AccountRow | undefined): Account | undefined =>
  row === undefined ? undefined : { login: row.login, personId: row.person_id, passwordHash: row.password_hash };

export const postgresAccountStore = (sql: SqlClient): AccountStore => ({
  async find(login) {
    const { rows } = await sql.query<AccountRow>(
      'select login, person_id, password_hash from account where login = $1',
      [login],
    );
    return accountOf(rows[0]);
  },
  async ofPerson(personId) {
    const { rows } = await sql.query<AccountRow>(
      'select login, person_id, password_hash from account where person_id = $1',
      [personId],
    );
    return accountOf(rows[0]);
  },
  async replaceHash({ personId, before, after }) {
    const { rowCount } = await sql.query(
      'update account set password_hash = $3 where person_id = $1 and password_hash = $2',
      [personId, before, after],
    );
    return rowCount === 1;
  },
  async hasPerson(personId) {
    const { rows } = await sql.query(
      'select 1 from account where person_id = $1 union all select 1 from external_identity where person_id = $1 limit 1',
      [personId],
    );
    return rows.length === 1;
  },
  async isAlone() {
    const { rows } = await sql.query(
      'select person_id from account union select person_id from external_identity limit 2',
    );
    return rows.length < 2;
  },
  async isEmpty() {
    const { rows } = await sql.query('select 1 from account union all select 1 from external_identity limit 1');
    return rows.length === 0;
  },
});

/** Which person an external issuer's subject is. */
export const personOfIdentity = async (sql: SqlClient, identity: Identity): Promise<string | undefined> => {
  const { rows } = await sql.query<{ person_id: string }>(
    'select person_id from external_identity where issuer = $1 and subject = $2',
    [identity.issuer, identity.subject],
  );
  return rows[0]?.person_id;
};
