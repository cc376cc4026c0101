import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { EVIDENCE_BYTES_MAX, type EvidenceReceipt, type EvidenceRefusal } from '../evidence-store.ts';
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

const refused = (reason: EvidenceRefusal['reason']): EvidenceReceipt => ({ kind: 'refused', refusal: { reason } });

const judge = async (content: AsyncIterable<Uint8Array>, path: string, ticket: string): Promise<EvidenceReceipt> => {
  const written = await writeAll(content, path);
  if (written === 'too-large') return refused('EVIDENCE_TOO_LARGE');
  if (written.bytes === 0) return refused('EVIDENCE_EMPTY');
  const mediaType = await mediaTypeOf(path);
  return mediaType === undefined
    ? refused('EVIDENCE_TYPE_NOT_ALLOWED')
    : { kind: 'received', evidence: { ticket, ...written, mediaType } };
};

/** Takes a file in at `path` and judges it there. What is refused, or breaks off, leaves nothing behind. */
export const receiveFile = async (
  content: AsyncIterable<Uint8Array>,
  path: string,
  ticket: string,
): Promise<EvidenceReceipt> => {
  let answer: EvidenceReceipt | undefined;
  try {
    answer = await judge(content, path, ticket);
    return answer;
  } finally {
    if (answer?.kind !== 'received') await rm(path, { force: true });
  }
};
