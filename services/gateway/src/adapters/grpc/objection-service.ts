import { randomUUID } from 'node:crypto';
import { RegisterEvidenceRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { GetObjectionStatusRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { ReceiveObjectionRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { childTraceparent } from '@jiangong/telemetry';
import type { ObjectionService } from '../../application/confirm-objection.ts';
import { receiptOut } from '../../routes/receipt.ts';
import { type OutletParts, outletFor } from './outlet.ts';
import { refusalOf } from './refusal-from-grpc.ts';
import type { TokenSubject } from './service-tokens.ts';

/** The calls of a confirmed objection: as nobody, or as the platform, with a correlation and a trace that no other request shares. */
export const objectionService = (parts: OutletParts, deadlineMs: number): ObjectionService => {
  const outlet = (subject: TokenSubject, requestId: string) =>
    outletFor(
      parts,
      {
        subject,
        requestId,
        correlationId: randomUUID(),
        traceparent: childTraceparent(undefined),
        expectedRevision: undefined,
        afterPosition: 0,
        deadlineMs,
        // In nobody's name.
        fresh: true,
      },
      () => undefined,
    );
  return {
    async registerEvidence({ requestId, ...file }) {
      const request = RegisterEvidenceRequest.fromPartial(file);
      await outlet({ kind: 'system' }, requestId).call(
        'merit-projects',
        MeritProjectsServiceService.registerEvidence,
        request,
      );
    },
    async receive({ requestId, evidence, ...order }) {
      const request = ReceiveObjectionRequest.fromPartial({ ...order, evidence: [...evidence] });
      const answer = await outlet({ kind: 'anonymous' }, requestId).call(
        'merit-projects',
        MeritProjectsServiceService.receiveObjection,
        request,
      );
      return { objectionId: answer.objectionId, answerDueAt: answer.answerDueAt, receipt: receiptOut(answer.receipt) };
    },
    async status(objectionId) {
      try {
        return await outlet({ kind: 'system' }, randomUUID()).call(
          'merit-projects',
          MeritProjectsServiceService.getObjectionStatus,
          GetObjectionStatusRequest.fromPartial({ objectionId }),
        );
      } catch (error) {
        if (refusalOf(error) === 'OBJECTION_NOT_FOUND') return undefined;
        throw error;
      }
    },
  };
};
