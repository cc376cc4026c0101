import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { proposalReasons } from '@jiangong/privacy';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { proposeActs } from '../../application/propose-acts.ts';
import { roundStream } from '../../application/streams.ts';
import { hasLapsed } from '../../domain/round/lapsing.ts';
import { termsMessage, termsOf } from './act-terms.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'RoundService';

/** What one person proposes about a round, and another carries out or turns down. */
@Controller()
export class ProposalsController {
  private readonly evaluation: Evaluation;
  private readonly acts: ReturnType<typeof proposeActs>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.acts = proposeActs(evaluation);
  }

  @GrpcMethod(SERVICE, 'ProposeAct')
  async proposeAct(
    { roundId, terms, why }: rpc.ProposeActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeActResponse> {
    const { proposalId, handled } = await this.acts.propose({ roundId, terms: termsOf(terms), why }, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutAct')
  async carryOutAct(request: rpc.CarryOutActRequest, metadata: Metadata): Promise<rpc.CarryOutActResponse> {
    return { receipt: receiptOf(await this.acts.carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectProposal')
  async rejectProposal(request: rpc.RejectProposalRequest, metadata: Metadata): Promise<rpc.RejectProposalResponse> {
    return { receipt: receiptOf(await this.acts.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListProposals')
  async listProposals({ roundId }: rpc.ListProposalsRequest): Promise<rpc.ListProposalsResponse> {
    const { round: read } = await this.evaluation.readRound(roundId);
    const round = preparedRound(read);
    const { privacy, store } = this.evaluation.ground;
    const reasons = await proposalReasons(privacy, await store.readStream(roundStream(roundId)));
    return {
      proposals: round.proposals.map((proposal) => ({
        proposalId: proposal.proposalId,
        terms: termsMessage(proposal.terms),
        proposedBy: proposal.proposedBy,
        role: proposal.role,
        proposedAt: proposal.proposedAt,
        lapsed: hasLapsed(round, proposal),
        why: reasons.get(proposal.proposalId) ?? '',
      })),
    };
  }
}
