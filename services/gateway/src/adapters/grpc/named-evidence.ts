import { randomUUID } from 'node:crypto';
import { GetNamedEvidenceRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { childTraceparent } from '@jiangong/telemetry';
import { type OutletParts, outletFor } from './outlet.ts';

export type NamedFile = Readonly<{ mediaType: string; bytes: number; destroyedAt: string }>;

/** What is known of a file that one of these persons had added himself, asked in the platform's own name. Refusal: EVIDENCE_NOT_FOUND. */
export const namedEvidence =
  (parts: OutletParts, deadlineMs: number) =>
  async (sha256: string, namedBy: readonly string[]): Promise<NamedFile> =>
    outletFor(
      parts,
      {
        ...{ subject: { kind: 'system' }, requestId: randomUUID(), correlationId: randomUUID(), deadlineMs },
        ...{ traceparent: childTraceparent(undefined), expectedRevision: undefined, afterPosition: 0, fresh: true },
      },
      () => undefined,
    ).call(
      'merit-projects',
      MeritProjectsServiceService.getNamedEvidence,
      GetNamedEvidenceRequest.fromPartial({ sha256, namedBy: [...namedBy] }),
    );
