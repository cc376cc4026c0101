import type { FactTransport } from '../fact-transport.ts';
import { postgresPublicFactLog } from './postgres-public-fact-log.ts';
import { translatorSql } from './log-sql.ts';

/** Straight through the one database: consumers read the rows that the translators write. Nothing waits on the way. */
export const logTransport: FactTransport = {
  open: async ({ pool, listener }) => ({
    facts: postgresPublicFactLog(pool, listener),
    earliest: async () => {
      const { rows } = await pool.query<{ position: number | null }>(translatorSql.earliest);
      return rows[0]?.position ?? 0;
    },
    lag: () => ({ relay: undefined, inbox: {} }),
    stop: async () => undefined,
  }),
};
