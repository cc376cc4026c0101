/**
 * What a key protects. `person`: one person's data; `round`: submitted score sheets; `draft`: one unsubmitted sheet; `prose`: what
 * people wrote about one round, decision, honour, edition or year of holidays; `dossier`: what people wrote about one entry;
 * `discipline`: reasons of inspectors in one edition; `objection`: who objected; `organization`: what people wrote about one; `webhook`: what another
 * system knows us by; `ballot`: the private keys of one secret ballot, and what waits in its boxes, until it is closed.
 */
export const KEY_PURPOSES = [
  'person',
  'round',
  'draft',
  'prose',
  'dossier',
  'discipline',
  'problem',
  'objection',
  'organization',
  'webhook',
  'ballot',
] as const;

export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** `person/<id>`, `round/<id>` … */
export type KeyName = `${KeyPurpose}/${string}`;

/**
 * A value that stands encrypted in an event. `keyId` is the key's name; `nonce` (12 bytes) and `ciphertext` (with its 16-byte
 * tag) are base64url. Frozen: sealed values are in stored events for ever.
 */
export type Sealed = Readonly<{ keyId: string; nonce: string; ciphertext: string }>;

/** What a sealed value reads as once its key is destroyed. */
export const ERASED = 'ERASED';

/** A value to open, and what it was bound to when it was sealed. */
export type SealedAt = Readonly<{ sealed: Sealed; aad: string }>;

/**
 * Seals values under named keys and destroys keys. Every adapter passes `testing/key-vault-contract`.
 *
 * - `seal` makes the key at first use. `aad` binds the value to its place: it opens nowhere else. Throws `KeyDestroyedError`
 *   for a destroyed name: a name never comes back to life.
 * - `open` and `openAll` (one look-up for many) give the value, or `ERASED` when its key was destroyed. They throw when the
 *   key was never there (a lost vault is not an erasure) and when the value was altered or moved.
 * - `fingerprint` is a keyed hash (HMAC-SHA-256, base64url): the same value under the same name gives the same one, and nobody
 *   without the key can find the value by trying. For request hashes: a plain hash of a name or a score could be guessed
 *   back from the log. `ERASED` once the key is destroyed.
 * - `destroy` is final and may be repeated, also for a key that was never used.
 *
 * Not promised: that another process forgets a destroyed key at once; it does within `KEY_CACHE_AGE_MAX_MS`. Nor that a
 * backup of the vault taken before forgets it.
 */
export interface KeyVault {
  seal(keyName: KeyName, value: unknown, aad: string): Promise<Sealed>;
  open(sealed: Sealed, aad: string): Promise<unknown>;
  openAll(items: readonly SealedAt[]): Promise<readonly unknown[]>;
  fingerprint(keyName: KeyName, value: unknown): Promise<string>;
  destroy(keyName: KeyName): Promise<void>;
}

/** Somebody tried to seal under a name whose key was destroyed. */
export class KeyDestroyedError extends Error {
  constructor(keyName: string) {
    super(`the key ${keyName} was destroyed`);
    this.name = 'KeyDestroyedError';
  }
}

/** A sealed value names a key that the vault never had: the vault was lost or belongs to another installation. */
export class KeyMissingError extends Error {
  constructor(keyName: string) {
    super(`the vault has no key ${keyName} and no record of its destruction`);
    this.name = 'KeyMissingError';
  }
}

const KEY_NAME = new RegExp(`^(${KEY_PURPOSES.join('|')})/[0-9A-Za-z-]{1,80}$`);

/** Throws on a name that is no key name: a bug of the caller. */
export const checkedKeyName = (keyName: string): KeyName => {
  if (!KEY_NAME.test(keyName)) throw new Error(`not a key name: ${keyName.slice(0, 100)}`);
  return keyName as KeyName;
};

/** Tells a sealed value from any other JSON. */
export const isSealed = (value: unknown): value is Sealed => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { keyId, nonce, ciphertext } = value as Record<string, unknown>;
  return typeof keyId === 'string' && typeof nonce === 'string' && typeof ciphertext === 'string';
};
