import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SqlClient } from '@jiangong/database';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose, from the installation's one master key. */
export const keyFor = (masterKey: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', masterKey, 'jiangong-gateway', purpose, 32));

const seal = (key: Buffer, name: string, plain: Buffer): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

const open = (key: Buffer, name: string, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(name, 'utf8'))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
};

/** A secret of the installation: made once, kept sealed under the master key, the same for every gateway. */
export const sealedSecret = async (sql: SqlClient, masterKey: Buffer, secret: { name: string; make: () => Promise<Buffer> }): Promise<Buffer> => {
  const key = keyFor(masterKey, 'sealed-secrets');
  const read = async () => sql.query<{ sealed: Buffer }>('select sealed from sealed_secret where name = $1', [secret.name]);
  const found = (await read()).rows[0];
  if (found !== undefined) return open(key, secret.name, found.sealed);
  await sql.query('insert into sealed_secret (name, sealed) values ($1, $2) on conflict do nothing', [secret.name, seal(key, secret.name, await secret.make())]);
  const kept = (await read()).rows[0];
  if (kept === undefined) throw new Error(`the secret ${secret.name} could not be kept`);
  return open(key, secret.name, kept.sealed);
};
