import { createListener } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { createKurrentEventStore } from '@jiangong/event-store/kurrent';
import { eventStoreContract } from '@jiangong/event-store/testing';
import { StandInLog } from './stand-in-log.ts';
import { startStandIn } from './stand-in-server.ts';

// The contract over our stand-in, by both ways the client has to append. What a real server does is for kurrent.contract.stack-spec.ts to say.
for (const batchAppend of [true, false])
  eventStoreContract(`kurrent, over the stand-in, ${batchAppend ? 'batch append' : 'unary append'}`, async () => {
    const log = new StandInLog();
    const standIn = await startStandIn({ log, batchAppend });
    const database = await freshDatabase();
    const databaseUrl = database.url('merit-projects');
    const listener = createListener({ url: databaseUrl });
    const connection = { url: `kurrentdb://127.0.0.1:${standIn.port}?tls=false` };
    const store = createKurrentEventStore({ connection, databaseUrl, listener });
    return {
      store,
      close: async () => {
        await store.close();
        await listener.close();
        await database.drop();
        standIn.kill();
      },
    };
  });
