import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileTypeFromFile } from 'file-type';
import { EdgeError } from '../../application/problem.ts';

/** One evidence file. */
export const EVIDENCE_BYTES_MAX = 20_000_000;

/** What may be evidence, told from the content, never from a name. */
const ALLOWED = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'video/mp4',
]);

/** A file that has come in and is not kept yet. */
export type Incoming = Readonly<{ path: string; sha256: string; bytes: number; mediaType: string }>;

export interface EvidenceFiles {
  /** Takes a stream in, measures it and looks what it is. Nothing is kept before `keep`. */
  receive(stream: Readable): Promise<Incoming>;
  /** Keeps it under its hash, durably; the same content twice is one file. */
  keep(incoming: Incoming): Promise<void>;
  drop(incoming: Incoming): Promise<void>;
  /** Undefined when there is no such file here. */
  open(sha256: string): Promise<Readable | undefined>;
}

const writeAll = async (stream: Readable, path: string): Promise<{ sha256: string; bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of stream) {
      const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), 'utf8');
      bytes += part.length;
      if (bytes > EVIDENCE_BYTES_MAX) throw new EdgeError('BODY_TOO_LARGE');
      hash.update(part);
      await file.write(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Evidence as files named by their hash: `<dir>/ab/<sha256>`. */
export const evidenceFiles = async (directory: string): Promise<EvidenceFiles> => {
  const incoming = join(directory, 'incoming');
  // What was coming in when the process ended was never acknowledged.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string): { folder: string; path: string } => {
    const folder = join(directory, sha256.slice(0, 2));
    return { folder, path: join(folder, sha256) };
  };
  return {
    async receive(stream) {
      const path = join(incoming, randomUUID());
      try {
        const written = await writeAll(stream, path);
        const type = await fileTypeFromFile(path);
        if (type === undefined || !ALLOWED.has(type.mime)) throw new EdgeError('EVIDENCE_TYPE_NOT_ALLOWED');
        return { path, ...written, mediaType: type.mime };
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    async keep({ path, sha256 }) {
      const place = placeOf(sha256);
      await mkdir(place.folder, { recursive: true, mode: 0o700 });
      await rename(path, place.path);
      await syncFolder(place.folder);
    },
    async drop({ path }) {
      await rm(path, { force: true });
    },
    async open(sha256) {
      const { path } = placeOf(sha256);
      const known = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return known === undefined ? undefined : createReadStream(path);
    },
  };
};
