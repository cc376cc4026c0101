import { newKey } from './aes-gcm.ts';
import type { KeyVault } from './key-vault.ts';
import { type KnownKey, vaultOverKeys } from './vault-over-keys.ts';

/** A vault that forgets everything with the process: for tests. */
export const inMemoryKeyVault = (): KeyVault => {
  const keys = new Map<string, KnownKey>();
  return vaultOverKeys({
    find: async (names) =>
      new Map(
        names.flatMap((name) => {
          const key = keys.get(name);
          return key === undefined ? [] : [[name, key] as const];
        }),
      ),
    create: async (name) => {
      const key = keys.get(name) ?? newKey();
      keys.set(name, key);
      return key;
    },
    destroy: async (name) => {
      keys.set(name, 'destroyed');
    },
  });
};
