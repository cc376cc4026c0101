import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/claims';
import { callOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { ClaimAnswer, ClaimTold } from '../../application/told-claims.ts';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const outcomeOut = ({ entryId, outcome, refusal, texts, claimedBy, until }: ClaimTold): rpc.ClaimOutcome => ({
  ...{ entryId, outcome, reason: refusal?.reason ?? '', field: refusal?.field ?? '' },
  ...{ zh: texts?.zh ?? '', en: texts?.en ?? '', detailsJson: JSON.stringify(refusal?.details ?? {}) },
  ...{ claimedBy, claimedUntil: until },
});

const answerOf = ({ told, position }: ClaimAnswer): rpc.ClaimReviewsResponse => ({
  outcomes: told.map(outcomeOut),
  position,
});

/** Who is reviewing what, answered entry by entry. */
@Controller()
export class ClaimsController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'ClaimReviews')
  async claimReviews(request: rpc.ClaimReviewsRequest, metadata: Metadata): Promise<rpc.ClaimReviewsResponse> {
    return answerOf(await this.useCases.reviewClaims.claim(request, callOf(metadata)));
  }

  @GrpcMethod(SERVICE, 'ReleaseReviews')
  async releaseReviews(request: rpc.ReleaseReviewsRequest, metadata: Metadata): Promise<rpc.ReleaseReviewsResponse> {
    return answerOf(await this.useCases.reviewClaims.release(request, callOf(metadata)));
  }

  @GrpcMethod(SERVICE, 'TakeOverReviews')
  async takeOverReviews(request: rpc.TakeOverReviewsRequest, metadata: Metadata): Promise<rpc.TakeOverReviewsResponse> {
    return answerOf(await this.useCases.reviewClaims.takeOver(request, callOf(metadata)));
  }
}
