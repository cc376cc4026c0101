import { open, readFile, stat } from 'node:fs/promises';
import { KEY_BYTES, newKey } from '../aes-gcm.ts';

/** The key that wraps all data keys. Never logged, never in the database. */
export type MasterKey = Readonly<{ bytes: Buffer }>;

const READABLE_BY_OTHERS = 0o077;

/** Reads the master key: one line of base64url, 32 bytes, a file that nobody but its owner may read. */
export const readMasterKeyFile = async (path: string): Promise<MasterKey> => {
  const { mode } = await stat(path);
  if ((mode & READABLE_BY_OTHERS) !== 0) throw new Error('the master key file must have mode 0600');
  const bytes = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url');
  if (bytes.length !== KEY_BYTES) throw new Error(`the master key file must hold ${KEY_BYTES} bytes as base64url`);
  return { bytes };
};

/** Makes the file at the first start, durable before it is used; an existing one is read and left as it is. */
export const ensureMasterKeyFile = async (path: string): Promise<MasterKey> => {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (file) {
    try {
      await file.writeFile(`${newKey().toString('base64url')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  return readMasterKeyFile(path);
};
