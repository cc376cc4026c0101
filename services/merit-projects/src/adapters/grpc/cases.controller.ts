import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import { type Ground, isPosition, pagesOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { clearanceLines, objectionSummaries } from '../postgres/case-lines.ts';
import { positionOf } from './position-of.ts';
import { SERVICE } from './tokens.ts';

const clearancePages = pagesOf('ListClearances', isPosition);
const summaryPages = pagesOf('ListObjectionSummaries', isPosition);

/** How clearances and objections stand. Nothing that is sealed is opened for it, so nothing is recorded. */
@Controller()
export class CasesController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ListClearances')
  async listClearances(request: rpc.ListClearancesRequest): Promise<rpc.ListClearancesResponse> {
    const asked = clearancePages.asked(request);
    const { organizationId, editionId, states: wanted } = request;
    const found = await clearanceLines(this.ground.rows, { organizationId, editionId, words: wanted, page: asked });
    const { page, nextPageToken } = clearancePages.page(found.rows, asked, positionOf);
    return { clearances: [...page], nextPageToken, total: found.total, states: [...found.words] };
  }

  @GrpcMethod(SERVICE, 'ListObjectionSummaries')
  async listObjectionSummaries(
    request: rpc.ListObjectionSummariesRequest,
    metadata: Metadata,
  ): Promise<rpc.ListObjectionSummariesResponse> {
    const asked = summaryPages.asked(request);
    const { organizationId, editionId, entryId, statuses: words } = request;
    const personId = callOf(metadata).caller.personId ?? '';
    const of = { organizationId, editionId, entryId, words, personId, page: asked };
    const found = await objectionSummaries(this.ground.rows, of);
    const { page, nextPageToken } = summaryPages.page(found.rows, asked, positionOf);
    return { objections: [...page], nextPageToken, total: found.total, statuses: [...found.words] };
  }
}
