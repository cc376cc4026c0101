import { inMemoryKeyVault } from '@jiangong/privacy';
import { keyVaultContract } from '@jiangong/privacy/testing';

keyVaultContract('in memory', async () => {
  const vault = inMemoryKeyVault();
  return { vault, again: () => vault };
});
