import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool } from '@jiangong/database/postgres';
import { type FreshDatabase, freshDatabase } from '@jiangong/database/testing';
import type { Database } from '@jiangong/database';
import { ERASED } from '@jiangong/privacy';
import {
  ensureMasterKeyFile,
  keyVaultTables,
  type MasterKey,
  postgresKeyVault,
  readMasterKeyFile,
} from '@jiangong/privacy/postgres';
import { keyVaultContract } from '@jiangong/privacy/testing';

let fresh: FreshDatabase;
let sql: Database;
let directory: string;
let masterKey: MasterKey;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-vault-'));
  masterKey = await ensureMasterKeyFile(join(directory, 'master.key'));
  fresh = await freshDatabase();
  sql = createPool({ url: fresh.url('membership'), schema: 'membership', connectionsMax: 3 });
  await sql.query(keyVaultTables);
}, 60_000);

afterAll(async () => {
  await sql.close();
  await fresh.drop();
  await rm(directory, { recursive: true });
});

keyVaultContract('in PostgreSQL', async () => {
  await sql.query('truncate data_key');
  return { vault: postgresKeyVault({ sql, masterKey }), again: () => postgresKeyVault({ sql, masterKey }) };
});

describe('keys in PostgreSQL', () => {
  const rows = async (): Promise<readonly { key_name: string; wrapped: Buffer | null }[]> =>
    (
      await sql.query<{ key_name: string; wrapped: Buffer | null }>(
        'select key_name, wrapped from data_key order by key_name',
      )
    ).rows;

  it('keeps only wrapped keys, and none once destroyed', async () => {
    await sql.query('truncate data_key');
    const vault = postgresKeyVault({ sql, masterKey });
    await vault.seal('person/w1', '王小明', 'aad');
    expect((await rows())[0]?.wrapped).toHaveLength(12 + 32 + 16);
    await vault.destroy('person/w1');
    expect(await rows()).toEqual([{ key_name: 'person/w1', wrapped: null }]);
  });

  it('does not open a wrapped key under another name or another master key', async () => {
    await sql.query('truncate data_key');
    const sealed = await postgresKeyVault({ sql, masterKey }).seal('person/s1', '王小明', 'aad');
    await sql.query("insert into data_key (key_name, wrapped) select 'person/s2', wrapped from data_key");
    await expect(postgresKeyVault({ sql, masterKey }).open({ ...sealed, keyId: 'person/s2' }, 'aad')).rejects.toThrow();
    const stranger = await ensureMasterKeyFile(join(directory, 'stranger.key'));
    await expect(postgresKeyVault({ sql, masterKey: stranger }).open(sealed, 'aad')).rejects.toThrow();
  });

  it('forgets a key that another process destroyed, within its age', async () => {
    const mine = postgresKeyVault({ sql, masterKey, cacheAgeMaxMs: 0 });
    const sealed = await mine.seal('person/f1', '王小明', 'aad');
    await postgresKeyVault({ sql, masterKey }).destroy('person/f1');
    expect(await mine.open(sealed, 'aad')).toBe(ERASED);
  });
});

describe('the master key file', () => {
  it('is made once, for its owner only, and read again as it is', async () => {
    const path = join(directory, 'master.key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await ensureMasterKeyFile(path)).bytes.equals(masterKey.bytes)).toBe(true);
    expect((await readFile(path, 'utf8')).trim()).toHaveLength(43);
  });

  it('is refused when others may read it', async () => {
    const path = join(directory, 'open.key');
    await ensureMasterKeyFile(path);
    await chmod(path, 0o640);
    await expect(readMasterKeyFile(path)).rejects.toThrow('0600');
  });
});
