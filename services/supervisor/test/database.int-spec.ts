import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@jiangong/database/postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDataDirectory, ensureSecrets, type Secrets } from '../src/data-directory.ts';
import { type PlatformDatabase, startDatabase } from '../src/database.ts';
import { choosePorts } from '../src/ports.ts';
import { SERVICE_NAMES, type ServiceName } from '../src/service-names.ts';

const WITHIN_MS = 60_000;

let directory: string;
let secrets: Secrets;
let database: PlatformDatabase | undefined;

const started = async (): Promise<PlatformDatabase> => {
  const data = await ensureDataDirectory(directory);
  secrets = await ensureSecrets(data);
  const { database: port } = await choosePorts(directory, { host: '127.0.0.1' });
  database = await startDatabase({
    directory: data.database,
    port,
    secrets,
    givenUrl: undefined,
    onTrouble: () => undefined,
  });
  return database;
};

const as = async <T>(service: ServiceName, sql: string): Promise<T[]> => {
  const pool = createPool({ url: database?.urlFor(service) ?? '', connectionsMax: 1 });
  try {
    return (await pool.query<T>(sql)).rows;
  } finally {
    await pool.close();
  }
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-database-'));
  await chmod(directory, 0o711);
});
afterAll(async () => {
  await database?.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the database of the platform', () => {
  it(
    'gives each service its role and its schema, the log and the public facts, and keeps its data between runs',
    async () => {
      await started();
      for (const service of SERVICE_NAMES) {
        const schema = service.replaceAll('-', '_');
        expect(await as(service, 'select current_user as "user"')).toEqual([{ user: `jiangong_${schema}` }]);
        await as(service, `create table ${schema}.kept (x int)`);
        expect(await as(service, 'select position from messaging.public_fact')).toEqual([]);
      }
      await expect(as('audit', 'create table membership.stolen (x int)')).rejects.toThrow('permission denied');
      await expect(as('audit', 'select * from membership.kept')).rejects.toThrow('permission denied');
      // The gateway owns no facts: its role reads the log, but the append function is not for it.
      expect(await as('gateway', 'select position from log.event')).toEqual([]);
      for (const service of SERVICE_NAMES) {
        const [may] = await as<{ append: boolean }>(
          service,
          `select pg_has_role(current_user, 'jiangong_log_writer', 'usage') as append`,
        );
        expect(may).toEqual({ append: service !== 'gateway' });
      }
      await expect(as('audit', 'create role intruder superuser')).rejects.toThrow('permission denied');
      await database?.stop();
      await started();
      expect(await as('audit', 'select x from audit.kept')).toEqual([]);
    },
    WITHIN_MS,
  );
});
