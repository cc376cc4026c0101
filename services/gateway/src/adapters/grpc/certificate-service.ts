import { randomUUID } from 'node:crypto';
import {
  type Honour,
  HonourServiceService,
  VerifyCertificateRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { childTraceparent } from '@jiangong/telemetry';
import { present } from '../../routes/evaluation/shapes.ts';
import { type OutletParts, outletFor } from './outlet.ts';

/** What a certificate's number stands for, asked in nobody's name. */
export const certificateService =
  (parts: OutletParts, deadlineMs: number) =>
  async (certificateNumber: string): Promise<Honour> => {
    const outlet = outletFor(
      parts,
      {
        subject: { kind: 'anonymous' },
        requestId: randomUUID(),
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
    const request = VerifyCertificateRequest.fromPartial({ certificateNumber });
    const { honour } = await outlet.call('evaluation', HonourServiceService.verifyCertificate, request);
    return present(honour, 'an honour');
  };
