import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { canonicalBytes } from '@jiangong/event-store';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { defineScheme } from '../../application/define-scheme.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { readScheme } from '../../application/read-scheme.ts';
import { schemesOf } from '../postgres/evaluation-questions.ts';
import { EVALUATION } from './evaluation-token.ts';
import { slicesOf } from './slices.ts';

const SERVICE = 'EvaluationService';

const slices = slicesOf('ListSchemes');

/** Schemes: how a committee scores. */
@Controller()
export class SchemesController {
  private readonly evaluation: Evaluation;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'DefineScheme')
  async defineScheme(request: rpc.DefineSchemeRequest, metadata: Metadata): Promise<rpc.DefineSchemeResponse> {
    const { schemeId, handled } = await defineScheme(this.evaluation)(request, callOf(metadata));
    return { receipt: receiptOf(handled), schemeId };
  }

  @GrpcMethod(SERVICE, 'GetScheme')
  async getScheme({ schemeId }: rpc.GetSchemeRequest): Promise<rpc.GetSchemeResponse> {
    const found = await readScheme(this.evaluation.ground.store, schemeId);
    if (found === undefined) throw refused({ reason: 'SCHEME_NOT_FOUND', field: 'schemeId' });
    const { committeeId, scheme, definedAt } = found;
    return {
      summary: { schemeId, committeeId, nameZh: scheme.nameZh, nameEn: scheme.nameEn, definedAt },
      schemeJson: canonicalBytes(scheme).toString('utf8'),
    };
  }

  @GrpcMethod(SERVICE, 'ListSchemes')
  async listSchemes(request: rpc.ListSchemesRequest): Promise<rpc.ListSchemesResponse> {
    const slice = slices.asked(request);
    const found = await schemesOf(this.evaluation.ground.rows, request.committeeId, slice);
    const { page, nextPageToken } = slices.page(found, slice);
    return { schemes: [...page], nextPageToken };
  }
}
