import type { Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { evidenceDecider, type EvidenceRefusal, type EvidenceRegistered } from '../domain/evidence/evidence-file.ts';
import { EVIDENCE_FILES_MAX } from '../domain/limits.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { evidenceStream } from './streams.ts';

/** Registers evidence files, and tells whether those that an order names are there. */
export const evidenceFiles = (ground: Ground) => {
  const handle = ground.handler(evidenceDecider);
  return {
    register: (
      request: Readonly<{ sha256: string; bytes: number; mediaType: string }>,
      call: CallContext,
    ): Promise<Handled<EvidenceRegistered, EvidenceRefusal>> =>
      handle({
        stream: evidenceStream(request.sha256),
        order: { type: 'RegisterEvidence', ...request },
        body: { rpc: 'RegisterEvidence', ...request },
        context: call,
      }),
    /** The first named file that nobody has added. Longer lists are left to the rule book, which refuses them. */
    missing: async (evidence: readonly string[]): Promise<ReferenceRefusal | undefined> => {
      if (evidence.length > EVIDENCE_FILES_MAX) return undefined;
      const events = await Promise.all(
        evidence.map((sha256) => ground.store.readStream(evidenceStream(sha256), { toRevision: 0 })),
      );
      const index = events.findIndex((found) => found.length === 0);
      return index < 0 ? undefined : { reason: 'EVIDENCE_NOT_FOUND', field: `evidence.${index}` };
    },
  };
};

export type EvidenceFiles = ReturnType<typeof evidenceFiles>;
