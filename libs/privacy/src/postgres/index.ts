export { KEY_CACHE_AGE_MAX_MS, KEY_CACHE_KEYS_MAX } from './key-cache.ts';
export { ensureMasterKeyFile, type MasterKey, readMasterKeyFile } from './master-key-file.ts';
export { keyVaultTables, postgresKeyVault, type VaultSql } from './postgres-key-vault.ts';
