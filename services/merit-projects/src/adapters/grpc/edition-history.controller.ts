import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/plans';
import type { Ground } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { type EditionHistory, editionHistory } from '../../application/edition-history.ts';
import { whyOf } from '../postgres/kept-prose.ts';
import { documentsNamed } from '../postgres/template-projection.ts';
import { SERVICE } from './tokens.ts';

/** What happened to editions, and what was changed in their plans. */
@Controller()
export class EditionHistoryController {
  private readonly told: EditionHistory;

  constructor(@Inject(GROUND) ground: Ground) {
    this.told = editionHistory(ground, whyOf(ground.privacy), documentsNamed(ground.rows));
  }

  @GrpcMethod(SERVICE, 'GetEditionHistory')
  async getEditionHistory(request: rpc.GetEditionHistoryRequest): Promise<rpc.GetEditionHistoryResponse> {
    return this.told.history(request);
  }

  @GrpcMethod(SERVICE, 'ListAmendments')
  async listAmendments(request: rpc.ListAmendmentsRequest): Promise<rpc.ListAmendmentsResponse> {
    return this.told.amendments(request);
  }
}
