import { randomUUID } from 'node:crypto';
import { ListDestroyedEvidenceRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { childTraceparent } from '@jiangong/telemetry';
import type { DestroyedFile } from '../../application/destroyed-files.ts';
import { type CallFacts, type OutletParts, outletFor } from './outlet.ts';

/** Which files must not be kept, asked in the platform's own name. */
export const destroyedEvidence =
  (parts: OutletParts, deadlineMs: number) =>
  async (afterPosition: number): Promise<readonly DestroyedFile[]> => {
    const facts: CallFacts = {
      ...{ subject: { kind: 'system' }, requestId: randomUUID(), correlationId: randomUUID(), deadlineMs },
      ...{ traceparent: childTraceparent(undefined), expectedRevision: undefined, afterPosition: 0, fresh: true },
    };
    const { files } = await outletFor(parts, facts, () => undefined).call(
      'merit-projects',
      MeritProjectsServiceService.listDestroyedEvidence,
      ListDestroyedEvidenceRequest.fromPartial({ afterPosition }),
    );
    return files;
  };
