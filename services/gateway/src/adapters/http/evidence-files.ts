import { Readable } from 'node:stream';
import type { ReceivedEvidence } from '@jiangong/evidence';
import { directoryEvidenceStore } from '@jiangong/evidence/directory';
import { EdgeError } from '../../application/problem.ts';

/** A file that has come in and is not kept yet. */
export type Incoming = ReceivedEvidence;

export interface EvidenceFiles {
  /** Takes a stream in, measures it and looks what it is; throws `EdgeError` when it may not be evidence. Nothing is kept before `keep`. */
  receive(stream: Readable): Promise<Incoming>;
  /** Keeps it under its hash, durably; the same content twice is one file. */
  keep(incoming: Incoming): Promise<void>;
  drop(incoming: Incoming): Promise<void>;
  /** Undefined when there is no such file here. */
  open(sha256: string): Promise<Readable | undefined>;
}

const EDGE_REASONS = {
  EVIDENCE_EMPTY: 'EVIDENCE_TYPE_NOT_ALLOWED',
  EVIDENCE_TOO_LARGE: 'BODY_TOO_LARGE',
  EVIDENCE_TYPE_NOT_ALLOWED: 'EVIDENCE_TYPE_NOT_ALLOWED',
} as const;

/** Evidence as files named by their hash (libs/evidence), with the edge's own reasons. */
export const evidenceFiles = async (directory: string): Promise<EvidenceFiles> => {
  const store = await directoryEvidenceStore(directory);
  return {
    receive: async (stream) => {
      const answer = await store.receive(stream);
      if (answer.kind === 'refused') throw new EdgeError(EDGE_REASONS[answer.refusal.reason]);
      return answer.evidence;
    },
    keep: (incoming) => store.keep(incoming),
    drop: (incoming) => store.drop(incoming),
    open: async (sha256) => {
      const content = await store.open(sha256);
      return content === undefined ? undefined : Readable.from(content);
    },
  };
};
