import { open, readFile, stat } from 'node:fs/promises';
import { KEY_BYTES, newKey } from '../aes-gcm.ts';

/** The key that wraps all data keys. Never logged, never in the database. */
export type MasterKey = Readonly<{ bytes: Buffer }>;

const OPEN_TO_OTHERS = 0o077;

/** A cluster mounts secrets that belong to its own root and lets one process read them by its group (0440). */
const OPEN_BEYOND_READING_BY_GROUP = 0o037;

/** Whether somebody may read it who is not meant to. A file of our own is for us alone; one that was handed to us, for our group. */
export const isTooOpen = (
  { mode, uid }: Readonly<{ mode: number; uid: number }>,
  ownUid: number | undefined,
): boolean => (mode & (uid === ownUid || ownUid === 0 ? OPEN_TO_OTHERS : OPEN_BEYOND_READING_BY_GROUP)) !== 0;

/** Reads the master key: one line of base64url, 32 bytes, a file that nobody may read but who is meant to. */
export const readMasterKeyFile = async (path: string): Promise<MasterKey> => {
  if (isTooOpen(await stat(path), process.getuid?.()))
    throw new Error('the master key file must have mode 0600 (0440 where a cluster hands it over)');
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
