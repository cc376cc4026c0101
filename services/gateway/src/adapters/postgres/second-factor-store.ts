import type { SqlPool } from '@jiangong/database';
import type { SecondFactorStore } from '../../application/second-factor.ts';
import { forgetUselessCodes } from './passkey-store.ts';

export const postgresSecondFactorStore = (pool: SqlPool): SecondFactorStore => ({
  async find(personId) {
    const { rows } = await pool.query<{ sealed: Buffer; confirmed: boolean }>(
      'select sealed, confirmed_at is not null as confirmed from second_factor where person_id = $1',
      [personId],
    );
    return rows[0];
  },
  async begin(personId, sealed, now) {
    const { rowCount } = await pool.query(
      `insert into second_factor (person_id, sealed, made_at) values ($1, $2, $3)
       on conflict (person_id) do update set sealed = excluded.sealed, made_at = excluded.made_at, last_step = 0
         where second_factor.confirmed_at is null`,
      [personId, sealed, new Date(now)],
    );
    return rowCount === 1;
  },
  async useStep(personId, step) {
    const { rowCount } = await pool.query(
      'update second_factor set last_step = $2 where person_id = $1 and last_step < $2',
      [personId, step],
    );
    return rowCount === 1;
  },
  async confirm(personId, now) {
    await pool.query('update second_factor set confirmed_at = $2 where person_id = $1', [personId, new Date(now)]);
  },
  async replaceRecoveryCodes(personId, hashes) {
    await pool.transaction(async (client) => {
      await client.query('delete from recovery_code where person_id = $1', [personId]);
      await client.query('insert into recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])', [
        personId,
        hashes,
      ]);
    });
  },
  async useRecoveryCode(personId, hash) {
    const { rowCount } = await pool.query('delete from recovery_code where person_id = $1 and code_hash = $2', [
      personId,
      hash,
    ]);
    return rowCount === 1;
  },
  async recoveryCodesLeft(personId) {
    const { rows } = await pool.query<{ left: number }>(
      'select count(*)::int as left from recovery_code where person_id = $1',
      [personId],
    );
    return rows[0]?.left ?? 0;
  },
  async remove(personId) {
    await pool.transaction(async (client) => {
      await client.query('delete from second_factor where person_id = $1', [personId]);
      await forgetUselessCodes(client, personId);
    });
  },
});
