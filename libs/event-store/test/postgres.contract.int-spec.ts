import { createListener } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { eventStoreContract } from '@jiangong/event-store/testing';

eventStoreContract('postgres', async () => {
  const database = await freshDatabase();
  const url = database.url('merit-projects');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  return {
    store,
    close: async () => {
      await store.close();
      await listener.close();
      await database.drop();
    },
  };
});
