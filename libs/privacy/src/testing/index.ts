export { keyVaultContract } from './key-vault-contract.ts';
