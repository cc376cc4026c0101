import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { type ShownCodeBallot, showVoteCodes } from '../../application/show-vote-codes.ts';
import type { VoteCodes } from '../../application/vote-codes.ts';
import { ballotStageOf, levelMessages } from './ballot-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';
import { VOTE_CODES } from './vote-codes-token.ts';

const SERVICE = 'VoteCodeService';

const ballotMessage = ({ ballot, closesAt, entries, batches }: ShownCodeBallot): rpc.CodeBallot => ({
  ...{ sourceId: ballot.sourceId, stage: ballotStageOf(ballot.kind), issueUntil: ballot.issueUntil, closesAt },
  least: ballot.least,
  entries: entries.map((entry) => ({ ...entry })),
  batches: batches.map((batch) => ({ ...batch })),
});

/** Codes of secret ballots: made and voided by people who are known, used by nobody known. */
@Controller()
export class VoteCodesController {
  private readonly codes: VoteCodes;
  private readonly evaluation: Evaluation;

  constructor(@Inject(VOTE_CODES) codes: VoteCodes, @Inject(EVALUATION) evaluation: Evaluation) {
    this.codes = codes;
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'MakeVoteCodes')
  async makeVoteCodes(request: rpc.MakeVoteCodesRequest, metadata: Metadata): Promise<rpc.MakeVoteCodesResponse> {
    const { handled, batchId, codes } = await this.codes.make(request, callOf(metadata));
    return { receipt: receiptOf(handled), batchId, codes: [...codes] };
  }

  @GrpcMethod(SERVICE, 'ProposeVoidingVoteCodes')
  async proposeVoiding(
    request: rpc.ProposeVoidingVoteCodesRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeVoidingVoteCodesResponse> {
    return { receipt: receiptOf(await this.codes.proposeVoiding(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'VoidVoteCodes')
  async voidVoteCodes(request: rpc.VoidVoteCodesRequest, metadata: Metadata): Promise<rpc.VoidVoteCodesResponse> {
    return { receipt: receiptOf(await this.codes.voidCodes(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectVoidingVoteCodes')
  async rejectVoiding(
    request: rpc.RejectVoidingVoteCodesRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectVoidingVoteCodesResponse> {
    return { receipt: receiptOf(await this.codes.rejectVoiding(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListVoteCodes')
  async listVoteCodes({ roundId }: rpc.ListVoteCodesRequest): Promise<rpc.ListVoteCodesResponse> {
    const { round } = await this.evaluation.readRound(roundId);
    const shown = await showVoteCodes(this.evaluation)(preparedRound(round));
    return { ballots: shown.map(ballotMessage) };
  }

  @GrpcMethod(SERVICE, 'LookAtVoteCode')
  async lookAtVoteCode({ code }: rpc.LookAtVoteCodeRequest): Promise<rpc.LookAtVoteCodeResponse> {
    const { ballot, box, round, rules, closesAt } = await this.codes.look(code);
    return {
      ...{ ballotId: ballot.ballotId, boxId: box.boxId, publicKey: box.publicKey, editionId: ballot.editionId },
      title: round.entries.find(({ entryId }) => entryId === box.entryId)?.title ?? '',
      levels: levelMessages(ballot, rules),
      ...{ stage: ballotStageOf(ballot.kind), opensAt: ballot.issueUntil, closesAt },
    };
  }

  /** Whoever calls is nobody: nothing of the call goes further than this line. */
  @GrpcMethod(SERVICE, 'UseVoteCode')
  async useVoteCode({ code, blinded }: rpc.UseVoteCodeRequest): Promise<rpc.UseVoteCodeResponse> {
    return { blindSignature: await this.codes.use(code, blinded) };
  }
}
