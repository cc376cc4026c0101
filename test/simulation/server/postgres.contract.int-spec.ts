import { jest } from '@jest/globals';
import { createListener, createPool } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { SCHEMA } from './contract-bench.ts';
import { databaseContract } from './database-contract.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

databaseContract('postgres', async () => {
  const database = await freshDatabase();
  const url = database.url('merit-projects');
  const pool = createPool({ url, schema: SCHEMA, connectionsMax: 4 });
  const listener = createListener({ url });
  return {
    pool,
    listener,
    close: async () => {
      await listener.close();
      await pool.close();
      await database.drop();
    },
  };
});
