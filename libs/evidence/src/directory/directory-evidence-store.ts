import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EVIDENCE_BYTES_MAX, type EvidenceReceipt, type EvidenceStore, type ReceivedEvidence } from '../evidence-store.ts';
import { mediaTypeOf } from './media-type.ts';

type Written = Readonly<{ sha256: string; bytes: number }>;

/** Writes and hashes a stream, durably; stops as soon as it is too long. */
const writeAll = async (content: AsyncIterable<Uint8Array>, path: string): Promise<Written | 'too-large'> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const part of content) {
      bytes += part.length;
      if (bytes > EVIDENCE_BYTES_MAX) return 'too-large';
      hash.update(part);
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
};

/** A rename is durable once its folder is. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const refused = (reason: 'EVIDENCE_EMPTY' | 'EVIDENCE_TOO_LARGE' | 'EVIDENCE_TYPE_NOT_ALLOWED'): EvidenceReceipt => ({
  kind: 'refused',
  refusal: { reason },
});

const judge = async (content: AsyncIterable<Uint8Array>, path: string, ticket: string): Promise<EvidenceReceipt> => {
  const written = await writeAll(content, path);
  if (written === 'too-large') return refused('EVIDENCE_TOO_LARGE');
  if (written.bytes === 0) return refused('EVIDENCE_EMPTY');
  const mediaType = await mediaTypeOf(path);
  return mediaType === undefined ? refused('EVIDENCE_TYPE_NOT_ALLOWED') : { kind: 'received', evidence: { ticket, ...written, mediaType } };
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
      const path = incomingPath({ ticket });
      let answer: EvidenceReceipt | undefined;
      try {
        answer = await judge(content, path, ticket);
        return answer;
      } finally {
        if (answer?.kind !== 'received') await rm(path, { force: true });
      }
    },
    keep: async (received) => {
      const folder = folderOf(received.sha256);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await syncFolder(directory);
      await rename(incomingPath(received), join(folder, received.sha256));
      await syncFolder(folder);
    },
    drop: (received) => rm(incomingPath(received), { force: true }),
    open: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const path = join(folderOf(sha256), sha256);
      const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return known === undefined ? undefined : createReadStream(path);
    },
  };
};
