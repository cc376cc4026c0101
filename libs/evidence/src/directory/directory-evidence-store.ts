import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceStore, ReceivedEvidence } from '../evidence-store.ts';
import { receiveFile } from '../incoming/receive-file.ts';

const isHash = (sha256: string): boolean => /^[0-9a-f]{64}$/u.test(sha256);

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** A rename is durable once its folder is. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Files at `<directory>/ab/<sha256>`. One process writes to a directory: what was coming in when it ended is thrown away. */
export const directoryEvidenceStore = async (directory: string): Promise<EvidenceStore> => {
  const incoming = join(directory, 'incoming');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const incomingPath = ({ ticket }: Pick<ReceivedEvidence, 'ticket'>): string => join(incoming, ticket);
  const folderOf = (sha256: string): string => join(directory, sha256.slice(0, 2));
  return {
    receive: async (content) => {
      const ticket = randomUUID();
      return receiveFile(content, incomingPath({ ticket }), ticket);
    },
    keep: async (received) => {
      const folder = folderOf(received.sha256);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await syncFolder(directory);
      await rename(incomingPath(received), join(folder, received.sha256));
      await syncFolder(folder);
    },
    drop: (received) => rm(incomingPath(received), { force: true }),
    open: async (sha256, range) => {
      if (!isHash(sha256)) return undefined;
      const path = join(folderOf(sha256), sha256);
      const known = await stat(path).catch((error: unknown) => {
        if (isAbsent(error)) return undefined;
        throw error;
      });
      if (known === undefined) return undefined;
      return createReadStream(path, range === undefined ? {} : { start: range.first, end: range.last });
    },
    destroy: async (sha256) => {
      if (!isHash(sha256)) return;
      const folder = folderOf(sha256);
      try {
        await unlink(join(folder, sha256));
      } catch (error) {
        if (isAbsent(error)) return;
        throw error;
      }
      await syncFolder(folder);
    },
  };
};
