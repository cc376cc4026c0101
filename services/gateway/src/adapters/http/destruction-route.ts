import { DestroyEvidenceRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import { destructionParams } from '../../routes/merit-projects/file-routes.ts';
import { why } from '../../routes/merit-projects/shapes.ts';
import { accepted, receiptAnswer } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import type { LocalContext } from './register-routes.ts';

export type DestructionParts = Readonly<{
  evidence: EvidenceStore;
  preview: Readonly<{ forget: (sha256: string) => void }>;
}>;

/** The second person destroys a file. Accepted, it is gone for whoever asks; its bytes go before the answer, or with the next sweep. */
export const destructionRoute = ({ evidence, preview }: DestructionParts): Route<LocalContext> =>
  localRoute({
    method: 'POST',
    path: '/v1/entries/{entryId}/files/{sha256}/destruction/{proposalId}/carry-out',
    summary: {
      zh: '销毁材料（两人办理，不可恢复）',
      en: 'Destroy a file for every entry that names it; by two persons, and for ever',
    },
    tags: ['evidence'],
    params: destructionParams,
    body: z.strictObject({ why: why() }),
    answer: receiptAnswer,
    handle: async ({ params, body }, { request }: LocalContext, outlet) => {
      const order = DestroyEvidenceRequest.fromPartial({ ...params, ...body });
      const response = await outlet.call('merit-projects', MeritProjectsServiceService.destroyEvidence, order);
      preview.forget(params.sha256);
      await evidence.destroy(params.sha256).catch((error: unknown) => {
        // The decision stands in the log, and nobody is shown the file: the sweep takes the bytes away.
        request.log.warn({ err: error }, 'the bytes of a destroyed file are still there; the sweep tries again');
      });
      return accepted(response);
    },
  });
