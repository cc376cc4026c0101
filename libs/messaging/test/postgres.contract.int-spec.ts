import { jest } from '@jest/globals';
import { createListener, createPool } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import type { PublicFact } from '@jiangong/messaging';
import { postgresPublicFactLog, TRANSLATED_CHANNEL } from '@jiangong/messaging/log';
import { publicFactLogContract } from '@jiangong/messaging/testing';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

publicFactLogContract('postgres', async () => {
  const database = await freshDatabase();
  const pool = createPool({ url: database.url('gateway'), schema: 'gateway', connectionsMax: 2 });
  const listener = createListener({ url: database.url('gateway') });
  const publish = async (context: string, facts: readonly PublicFact[], through: number): Promise<void> => {
    await database.admin.transaction(async (client) => {
      for (const fact of facts)
        await client.query('insert into messaging.public_fact values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
          fact.position,
          fact.ordinal,
          fact.context,
          fact.stream,
          fact.revision,
          fact.eventId,
          fact.type,
          JSON.stringify(fact.data),
          fact.occurredAt,
          fact.correlationId,
          fact.traceparent,
        ]);
      await client.query(
        'insert into messaging.translator values ($1, $2) on conflict (context) do update set position = $2',
        [context, through],
      );
      await client.query('select pg_notify($1, $2)', [TRANSLATED_CHANNEL, `${context} ${through}`]);
    });
  };
  return {
    facts: postgresPublicFactLog(pool, listener),
    publish,
    close: async () => {
      await listener.close();
      await pool.close();
      await database.drop();
    },
  };
});
