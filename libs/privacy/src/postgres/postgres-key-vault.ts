import { decrypt, encrypt, newKey } from '../aes-gcm.ts';
import type { KeyVault } from '../key-vault.ts';
import { type KeyStore, type KnownKey, vaultOverKeys } from '../vault-over-keys.ts';
import { KEY_CACHE_AGE_MAX_MS, KEY_CACHE_KEYS_MAX, keyCache } from './key-cache.ts';
import type { MasterKey } from './master-key-file.ts';

/** The part of a database client that the vault needs. */
export type VaultSql = Readonly<{
  query<T>(text: string, values?: unknown[]): Promise<{ rows: T[] }>;
}>;

/**
 * One row a key name for ever: `wrapped` is the data key under the master key (12 bytes nonce, then ciphertext and tag), or
 * null once destroyed. One row, not a second table of tombstones, so that making and destroying a key at once meet on the
 * primary key. Unqualified: each service keeps its own keys in its own schema.
 */
export const keyVaultTables = `create table if not exists data_key (
  key_name text primary key,
  wrapped bytea
)`;

type KeyRow = Readonly<{ key_name: string; wrapped: Buffer | null }>;

const NONCE_BYTES = 12;

const wrap = (master: MasterKey, name: string, key: Buffer): Buffer => {
  const { nonce, ciphertext } = encrypt(master.bytes, key, name);
  return Buffer.concat([nonce, ciphertext]);
};

const unwrap = (master: MasterKey, { key_name, wrapped }: KeyRow): KnownKey => {
  if (wrapped === null) return 'destroyed';
  const box = { nonce: wrapped.subarray(0, NONCE_BYTES), ciphertext: wrapped.subarray(NONCE_BYTES) };
  return decrypt(master.bytes, box, key_name);
};

const keysInPostgres = (sql: VaultSql, master: MasterKey, cache: ReturnType<typeof keyCache>): KeyStore => {
  const remember = (row: KeyRow): KnownKey => {
    const key = unwrap(master, row);
    cache.put(row.key_name, key);
    return key;
  };
  const find = async (names: readonly string[]): Promise<ReadonlyMap<string, KnownKey>> => {
    const known = new Map<string, KnownKey>();
    for (const name of names) {
      const key = cache.get(name);
      if (key !== undefined) known.set(name, key);
    }
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length === 0) return known;
    const { rows } = await sql.query<KeyRow>(
      'select key_name, wrapped from data_key where key_name = any($1::text[])',
      [unknown],
    );
    for (const row of rows) known.set(row.key_name, remember(row));
    return known;
  };
  return {
    find,
    create: async (name) => {
      await sql.query('insert into data_key (key_name, wrapped) values ($1, $2) on conflict do nothing', [
        name,
        wrap(master, name, newKey()),
      ]);
      const key = (await find([name])).get(name);
      if (key === undefined) throw new Error(`the key ${name} vanished while it was made`);
      return key;
    },
    destroy: async (name) => {
      await sql.query(
        'insert into data_key (key_name, wrapped) values ($1, null) on conflict (key_name) do update set wrapped = null',
        [name],
      );
      cache.put(name, 'destroyed');
    },
  };
};

/** Data keys in `data_key`, each wrapped by the master key. `sql` has the schema with `keyVaultTables` on its search path. */
export const postgresKeyVault = (options: {
  sql: VaultSql;
  masterKey: MasterKey;
  cacheKeysMax?: number;
  cacheAgeMaxMs?: number;
}): KeyVault => {
  const { sql, masterKey, cacheKeysMax = KEY_CACHE_KEYS_MAX, cacheAgeMaxMs = KEY_CACHE_AGE_MAX_MS } = options;
  const cache = keyCache(cacheKeysMax, cacheAgeMaxMs, () => performance.now());
  return vaultOverKeys(keysInPostgres(sql, masterKey, cache));
};
