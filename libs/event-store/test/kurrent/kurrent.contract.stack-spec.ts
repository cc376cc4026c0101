import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { createListener } from '@jiangong/database/postgres';
import { freshDatabase } from '@jiangong/database/testing';
import { createKurrentEventStore, type KurrentConnection } from '@jiangong/event-store/kurrent';
import { eventStoreContract } from '@jiangong/event-store/testing';
import { describeOn } from '@jiangong/test-servers';

jest.setTimeout(60_000);

/** The run's address may hold a password; the adapter takes it from a file only. */
const connectionOfRun = (): KurrentConnection => {
  const {
    KURRENTDB_URL: given = '',
    KURRENTDB_CA_FILE: caFile,
    KURRENTDB_USER_CERT_FILE: userCertFile,
    KURRENTDB_USER_KEY_FILE: userKeyFile,
  } = process.env;
  const [, before, password, after] = /^([a-z+]+:\/\/[^:@/?]+):([^@/?]*)(@.*)$/u.exec(given) ?? [];
  if (before === undefined || password === undefined || after === undefined)
    return { url: given, passwordFile: process.env['KURRENTDB_PASSWORD_FILE'], caFile, userCertFile, userKeyFile };
  const passwordFile = join(mkdtempSync(join(tmpdir(), 'kurrentdb-')), 'password');
  writeFileSync(passwordFile, decodeURIComponent(password), { mode: 0o600 });
  return { url: `${before}${after}`, passwordFile, caFile, userCertFile, userKeyFile };
};

// A prefix of its own makes the log empty, whatever else the server keeps.
describeOn('kurrentdb', 'a real KurrentDB', () => {
  eventStoreContract('kurrent', async () => {
    const database = await freshDatabase();
    const databaseUrl = database.url('merit-projects');
    const listener = createListener({ url: databaseUrl });
    const store = createKurrentEventStore({
      connection: connectionOfRun(),
      databaseUrl,
      listener,
      streamPrefix: `contract-${randomUUID()}.`,
    });
    return {
      store,
      close: async () => {
        await store.close();
        await listener.close();
        await database.drop();
      },
    };
  });
});
