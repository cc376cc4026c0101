/** One evidence file. */
export const EVIDENCE_BYTES_MAX = 20_000_000;

/** What may be evidence, told from the content: a name or a claim of the sender counts for nothing. */
export const EVIDENCE_MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
] as const;

export type EvidenceMediaType = (typeof EVIDENCE_MEDIA_TYPES)[number];

/** What a file of a type is called at its end, so that whoever saves it can open it. */
export const EVIDENCE_EXTENSIONS: Readonly<Record<EvidenceMediaType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
};

/** Part of a file: its first and its last byte, from 0, both within the file. */
export type ByteRange = Readonly<{ first: number; last: number }>;

/** A file that has come in whole and is not kept yet. `ticket` is the adapter's own name for it. */
export type ReceivedEvidence = Readonly<{
  ticket: string;
  sha256: string;
  bytes: number;
  mediaType: EvidenceMediaType;
}>;

export type EvidenceRefusal = Readonly<{
  reason: 'EVIDENCE_EMPTY' | 'EVIDENCE_TOO_LARGE' | 'EVIDENCE_TYPE_NOT_ALLOWED';
}>;

export type EvidenceReceipt =
  | Readonly<{ kind: 'received'; evidence: ReceivedEvidence }>
  | Readonly<{ kind: 'refused'; refusal: EvidenceRefusal }>;

/**
 * Evidence files by the SHA-256 of their bytes, lower-case hex. Every adapter passes `testing/evidence-store-contract`.
 *
 * - `receive` takes a file in and judges it; it reads no more than `EVIDENCE_BYTES_MAX` and leaves nothing behind when it
 *   refuses or rejects. What is received is not yet to be opened.
 * - `keep` makes a received file durable under its hash before it resolves; the same content kept twice is one file.
 * - `drop` gives a received file up; after `keep` it does nothing.
 * - `open` gives the bytes of a kept file, or of a part of it, or `undefined` when there is none (also for what is no hash).
 * - `destroy` takes a kept file away, every version that a store has of it, durably before it resolves; what is not there is gone already.
 *   The port remembers nothing of it: that the same content is not kept again is for whoever calls `keep`.
 *
 * Not promised: that a received file that was neither kept nor dropped survives the process.
 */
export interface EvidenceStore {
  receive(content: AsyncIterable<Uint8Array>): Promise<EvidenceReceipt>;
  keep(received: ReceivedEvidence): Promise<void>;
  drop(received: ReceivedEvidence): Promise<void>;
  open(sha256: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>;
  destroy(sha256: string): Promise<void>;
}
