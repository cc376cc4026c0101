import type { SqlPool } from '@jiangong/database';
import { UNKNOWN_DEVICE, BROWSERS, SYSTEMS } from '../../application/devices.ts';
import type { SignInStore } from '../../application/sign-ins.ts';

type Row = { session_id: string; at: string; browser: string; system: string; new_device: boolean };

/** Words of a later version are another's: shown as such. */
export const deviceIn = ({ browser, system }: Pick<Row, 'browser' | 'system'>) => ({
  browser: BROWSERS.find((one) => one === browser) ?? UNKNOWN_DEVICE.browser,
  system: SYSTEMS.find((one) => one === system) ?? UNKNOWN_DEVICE.system,
});

export const postgresSignInStore = (pool: SqlPool): SignInStore => ({
  know: async (personId, deviceHash, now) =>
    pool.transaction(async (client) => {
      // One at a time for a person: of two first ones at once one is new.
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`devices ${personId}`]);
      const { rows } = await client.query<{ known: boolean; others: boolean }>(
        `select exists (select 1 from known_device where person_id = $1 and device_hash = $2) as known,
                exists (select 1 from known_device where person_id = $1) as others`,
        [personId, deviceHash],
      );
      await client.query(
        `insert into known_device (person_id, device_hash, seen_at) values ($1, $2, $3)
         on conflict (person_id, device_hash) do update set seen_at = greatest(known_device.seen_at, excluded.seen_at)`,
        [personId, deviceHash, new Date(now)],
      );
      if (rows[0]?.known === true) return 'known';
      return rows[0]?.others === true ? 'new' : 'first';
    }),
  async add(personId, { sessionId, at, browser, system, newDevice }) {
    await pool.query(
      `insert into sign_in_record (session_id, person_id, at, browser, system, new_device) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [sessionId, personId, new Date(at), browser, system, newDevice],
    );
  },
  async newest(personId, limit) {
    const { rows } = await pool.query<Row>(
      'select session_id, at, browser, system, new_device from sign_in_record where person_id = $1 order by at desc, session_id limit $2',
      [personId, limit],
    );
    return rows.map((row) => ({
      sessionId: row.session_id,
      at: Date.parse(row.at),
      ...deviceIn(row),
      newDevice: row.new_device,
    }));
  },
  async sweep({ signedInBefore, seenBefore }) {
    await pool.query('delete from sign_in_record where at < $1', [new Date(signedInBefore)]);
    await pool.query('delete from known_device where seen_at < $1', [new Date(seenBefore)]);
  },
});
