import type { Decider, Fact, Refusal } from '@jiangong/event-store';

/** Evidence files are known by their content: the same bytes are one file, whoever adds them. */
export type EvidenceRegistered = Fact<
  'EvidenceRegistered.v1',
  Readonly<{ sha256: string; bytes: number; mediaType: string }>
>;

export type RegisterEvidence = Readonly<{ type: 'RegisterEvidence'; sha256: string; bytes: number; mediaType: string }>;

export type EvidenceReason = 'EVIDENCE_INVALID' | 'EVIDENCE_TYPE_NOT_ALLOWED' | 'EVIDENCE_TOO_LARGE';

export type EvidenceRefusal = Refusal<EvidenceReason>;

export type EvidenceFile = Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'registered' }>;

export const EVIDENCE_BYTES_MAX = 20_000_000;

/** Told from the content by the gateway; a name or a claim of the sender counts for nothing. */
export const EVIDENCE_MEDIA_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
] as const;

const decide = (
  file: EvidenceFile,
  { sha256, bytes, mediaType }: RegisterEvidence,
): readonly EvidenceRegistered[] | EvidenceRefusal => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return { reason: 'EVIDENCE_INVALID', field: 'sha256' };
  if (!Number.isInteger(bytes) || bytes < 1) return { reason: 'EVIDENCE_INVALID', field: 'bytes' };
  if (bytes > EVIDENCE_BYTES_MAX)
    return { reason: 'EVIDENCE_TOO_LARGE', field: 'bytes', details: { bytesMax: EVIDENCE_BYTES_MAX } };
  if (!(EVIDENCE_MEDIA_TYPES as readonly string[]).includes(mediaType))
    return { reason: 'EVIDENCE_TYPE_NOT_ALLOWED', field: 'mediaType' };
  return file.kind === 'registered' ? [] : [{ type: 'EvidenceRegistered.v1', data: { sha256, bytes, mediaType } }];
};

/** The rule over one evidence file (stream `merit-projects.evidence-<id>`): of an allowed type and size; twice is once. */
export const evidenceDecider: Decider<EvidenceFile, RegisterEvidence, EvidenceRegistered, EvidenceRefusal> = {
  initial: { kind: 'absent' },
  evolve: () => ({ kind: 'registered' }),
  decide,
};
