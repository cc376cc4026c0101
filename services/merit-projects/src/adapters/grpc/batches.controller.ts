import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/batches';
import { callOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Outcome } from '../../application/batches.ts';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const outcomeOut = ({ entryId, outcome, refusal, texts, revision, noticeUntil }: Outcome): rpc.EntryOutcome => ({
  ...{ entryId, outcome, revision, reason: refusal?.reason ?? '', field: refusal?.field ?? '' },
  ...{ zh: texts?.zh ?? '', en: texts?.en ?? '', detailsJson: JSON.stringify(refusal?.details ?? {}) },
  noticeUntil,
});

const answerOf = (outcomes: readonly Outcome[]): rpc.PublishEntriesResponse => ({
  outcomes: outcomes.map(outcomeOut),
  position: Math.max(0, ...outcomes.map(({ position }) => position)),
});

/** The same order for several entries, answered entry by entry. */
@Controller()
export class BatchesController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'PassReviews')
  async passReviews(request: rpc.PassReviewsRequest, metadata: Metadata): Promise<rpc.PassReviewsResponse> {
    return answerOf(await this.useCases.batches.pass(request, callOf(metadata)));
  }

  @GrpcMethod(SERVICE, 'RequestClearances')
  async requestClearances(
    request: rpc.RequestClearancesRequest,
    metadata: Metadata,
  ): Promise<rpc.RequestClearancesResponse> {
    return answerOf(await this.useCases.batches.requestClearances(request, callOf(metadata)));
  }

  @GrpcMethod(SERVICE, 'PublishEntries')
  async publishEntries(request: rpc.PublishEntriesRequest, metadata: Metadata): Promise<rpc.PublishEntriesResponse> {
    return answerOf(await this.useCases.batches.publish(request, callOf(metadata)));
  }
}
