import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Box = Readonly<{ nonce: Buffer; ciphertext: Buffer }>;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** AES-256-GCM under a fresh random nonce; the tag ends the ciphertext. */
export const encrypt = (key: Buffer, plaintext: Buffer, aad: string): Box => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  return { nonce, ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]) };
};

/** Throws when the key, the aad or any byte is another. */
export const decrypt = (key: Buffer, { nonce, ciphertext }: Box, aad: string): Buffer => {
  if (nonce.length !== NONCE_BYTES || ciphertext.length < TAG_BYTES) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(ciphertext.subarray(0, -TAG_BYTES)), decipher.final()]);
};

/** HMAC-SHA-256 under a key derived from `key`, so that one secret never serves two algorithms. */
export const keyedHash = (key: Buffer, bytes: Buffer): Buffer => {
  const derived = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'jiangong fingerprint', KEY_BYTES));
  return createHmac('sha256', derived).update(bytes).digest();
};
