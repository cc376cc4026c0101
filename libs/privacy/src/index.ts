export {
  ERASED,
  isSealed,
  KEY_PURPOSES,
  KeyDestroyedError,
  KeyMissingError,
  type KeyName,
  type KeyPurpose,
  type KeyVault,
  type Sealed,
  type SealedAt,
} from './key-vault.ts';
export { aadOf, fieldCodec, type FieldPlace, type KeyOf, type SealedFields } from './field-codec.ts';
export { inMemoryKeyVault } from './in-memory-key-vault.ts';
export { proposalReasons } from './proposal-reasons.ts';
export { SEALED_BYTES_MAX } from './vault-over-keys.ts';
