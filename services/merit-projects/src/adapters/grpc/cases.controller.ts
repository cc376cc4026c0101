import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import { type Ground, listsOf, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { CLEARANCE_SORTS, clearanceLines, objectionSummaries, SUMMARY_SORTS } from '../postgres/case-lines.ts';
import { SERVICE } from './tokens.ts';

const clearanceLists = listsOf('ListClearances', CLEARANCE_SORTS);
const summaryLists = listsOf('ListObjectionSummaries', SUMMARY_SORTS);

/** How clearances and objections stand. Nothing that is sealed is opened for it, so nothing is recorded. */
@Controller()
export class CasesController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ListClearances')
  async listClearances(request: rpc.ListClearancesRequest): Promise<rpc.ListClearancesResponse> {
    const asked = clearanceLists.asked(request);
    const { organizationId, editionId } = request;
    const states = wordsOf(request.state, 'state');
    const found = await clearanceLines(this.ground.rows, { ...asked, organizationId, editionId, states });
    const { page, nextPageToken, counts } = clearanceLists.told(found, asked);
    return { clearances: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListObjectionSummaries')
  async listObjectionSummaries(
    request: rpc.ListObjectionSummariesRequest,
    metadata: Metadata,
  ): Promise<rpc.ListObjectionSummariesResponse> {
    const asked = summaryLists.asked(request);
    const { organizationId, editionId, entryId } = request;
    const found = await objectionSummaries(this.ground.rows, {
      ...{ ...asked, organizationId, editionId, entryId },
      statuses: wordsOf(request.status, 'status'),
      against: wordsOf(request.against, 'against'),
      personId: callOf(metadata).caller.personId ?? '',
    });
    const { page, nextPageToken, counts } = summaryLists.told(found, asked);
    return { objections: [...page], nextPageToken, counts };
  }
}
