import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/recommendation_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Decisions } from '../../application/decisions.ts';
import { changeRecommendations } from '../../application/put-forward.ts';
import { type RecommendationRead, recommendationsOf } from '../../application/recommendations-read.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'RecommendationService';

const messageOf = ({ zh, en, to, outside, proposals, ...told }: RecommendationRead): rpc.Recommendation => ({
  ...told,
  ruleZh: zh,
  ruleEn: en,
  ...to,
  decided: outside ?? undefined,
  proposals: [...proposals],
});

/** Entries on their way upwards, and what was decided there. */
@Controller()
export class RecommendationsController {
  private readonly decisions: Decisions;
  private readonly change: ReturnType<typeof changeRecommendations>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.decisions = decisions;
    this.change = changeRecommendations(decisions);
  }

  @GrpcMethod(SERVICE, 'ListRecommendations')
  async list({ roundId }: rpc.ListRecommendationsRequest): Promise<rpc.ListRecommendationsResponse> {
    const found = await this.decisions.find(roundId);
    if (found.kind === 'absent') throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    // Before it is closed nobody is recommended.
    if (found.kind === 'refused') return { recommendations: [] };
    const read = await recommendationsOf(this.decisions)(found.decidable);
    return { recommendations: read.map(messageOf) };
  }

  @GrpcMethod(SERVICE, 'PutForward')
  async putForward(request: rpc.PutForwardRequest, metadata: Metadata): Promise<rpc.PutForwardResponse> {
    const { recommendationId, handled } = await this.change.putForward(request, callOf(metadata));
    return { receipt: receiptOf(handled), recommendationId };
  }

  @GrpcMethod(SERVICE, 'CorrectPutForward')
  async correct(request: rpc.CorrectPutForwardRequest, metadata: Metadata): Promise<rpc.CorrectPutForwardResponse> {
    return { receipt: receiptOf(await this.change.correct(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RecordOutsideDecision')
  async recordOutside(
    request: rpc.RecordOutsideDecisionRequest,
    metadata: Metadata,
  ): Promise<rpc.RecordOutsideDecisionResponse> {
    return { receipt: receiptOf(await this.change.recordOutside(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeRecommendationAct')
  async propose(
    request: rpc.ProposeRecommendationActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeRecommendationActResponse> {
    const { proposalId, handled } = await this.change.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectRecommendationProposal')
  async reject(
    request: rpc.RejectRecommendationProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectRecommendationProposalResponse> {
    return { receipt: receiptOf(await this.change.answer('RejectRecommendationProposal', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CarryOutRecommendationProposal')
  async carryOut(
    request: rpc.CarryOutRecommendationProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.CarryOutRecommendationProposalResponse> {
    return {
      receipt: receiptOf(await this.change.answer('CarryOutRecommendationProposal', request, callOf(metadata))),
    };
  }
}
