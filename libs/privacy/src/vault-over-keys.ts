import { canonicalBytes } from '@jiangong/event-store';
import { decrypt, encrypt, keyedHash } from './aes-gcm.ts';
import {
  checkedKeyName,
  ERASED,
  KeyDestroyedError,
  KeyMissingError,
  type KeyName,
  type KeyVault,
  type Sealed,
} from './key-vault.ts';

/** What a vault knows of a name: its key, that the key is gone, or nothing (absent from the answer). */
export type KnownKey = Buffer | 'destroyed';

/** Where data keys live. `create` gives the key that won when two create at once. */
export interface KeyStore {
  find(keyNames: readonly string[]): Promise<ReadonlyMap<string, KnownKey>>;
  create(keyName: string): Promise<KnownKey>;
  destroy(keyName: string): Promise<void>;
}

/** Plaintexts are padded to a multiple of this, so that a length tells little about a name or a score. */
const PADDED_BYTES = 64;

/** A sealed value may have at most so many bytes of JSON. */
export const SEALED_BYTES_MAX = 500_000;

/** JSON takes trailing blanks, so padding needs no marker. */
const padded = (json: string): Buffer => {
  const bytes = Buffer.from(json, 'utf8');
  if (bytes.length > SEALED_BYTES_MAX) throw new Error(`a sealed value of ${bytes.length} bytes`);
  return Buffer.concat([bytes, Buffer.alloc((PADDED_BYTES - (bytes.length % PADDED_BYTES)) % PADDED_BYTES, ' ')]);
};

const opened = (sealed: Sealed, aad: string, key: KnownKey | undefined): unknown => {
  if (key === undefined) throw new KeyMissingError(sealed.keyId);
  if (key === 'destroyed') return ERASED;
  const box = {
    nonce: Buffer.from(sealed.nonce, 'base64url'),
    ciphertext: Buffer.from(sealed.ciphertext, 'base64url'),
  };
  return JSON.parse(decrypt(key, box, aad).toString('utf8'));
};

/** The vault's rules over any store of keys. */
export const vaultOverKeys = (keys: KeyStore): KeyVault => {
  const keyOf = async (keyName: KeyName): Promise<KnownKey> => {
    checkedKeyName(keyName);
    return (await keys.find([keyName])).get(keyName) ?? keys.create(keyName);
  };
  return {
    seal: async (keyName, value, aad) => {
      const json = JSON.stringify(value);
      if (json === undefined || value === ERASED) throw new Error('nothing to seal, or the mark of an erased value');
      const key = await keyOf(keyName);
      if (key === 'destroyed') throw new KeyDestroyedError(keyName);
      const { nonce, ciphertext } = encrypt(key, padded(json), aad);
      return { keyId: keyName, nonce: nonce.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
    },
    open: async (sealed, aad) => opened(sealed, aad, (await keys.find([sealed.keyId])).get(sealed.keyId)),
    openAll: async (items) => {
      const found = await keys.find([...new Set(items.map(({ sealed }) => sealed.keyId))]);
      return items.map(({ sealed, aad }) => opened(sealed, aad, found.get(sealed.keyId)));
    },
    fingerprint: async (keyName, value) => {
      const key = await keyOf(keyName);
      return key === 'destroyed' ? ERASED : keyedHash(key, canonicalBytes(value)).toString('base64url');
    },
    destroy: async (keyName) => keys.destroy(checkedKeyName(keyName)),
  };
};
