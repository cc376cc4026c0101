import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { factOf } from '../../application/publish-entries.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** The reviewers', the inspectors' and the public's orders to a declared entry. */
@Controller()
export class ReviewOrdersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'ReturnEntry')
  async returnEntry(request: rpc.ReturnEntryRequest, metadata: Metadata): Promise<rpc.ReturnEntryResponse> {
    return { receipt: receiptOf(await this.useCases.review.returnIt(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReviewEntry')
  async reviewEntry(request: rpc.ReviewEntryRequest, metadata: Metadata): Promise<rpc.ReviewEntryResponse> {
    return { receipt: receiptOf(await this.useCases.review.review(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RequestClearance')
  async requestClearance(
    request: rpc.RequestClearanceRequest,
    metadata: Metadata,
  ): Promise<rpc.RequestClearanceResponse> {
    const { clearanceId, handled } = await this.useCases.review.requestClearance(request, callOf(metadata));
    return { receipt: receiptOf(handled), clearanceId };
  }

  @GrpcMethod(SERVICE, 'GiveClearance')
  async giveClearance(request: rpc.GiveClearanceRequest, metadata: Metadata): Promise<rpc.GiveClearanceResponse> {
    return { receipt: receiptOf(await this.useCases.review.giveClearance(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'BlockEntry')
  async blockEntry(request: rpc.BlockEntryRequest, metadata: Metadata): Promise<rpc.BlockEntryResponse> {
    return { receipt: receiptOf(await this.useCases.review.block(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'LiftBlock')
  async liftBlock(request: rpc.LiftBlockRequest, metadata: Metadata): Promise<rpc.LiftBlockResponse> {
    return { receipt: receiptOf(await this.useCases.review.liftBlock(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeEntryAct')
  async proposeEntryAct(request: rpc.ProposeEntryActRequest, metadata: Metadata): Promise<rpc.ProposeEntryActResponse> {
    const { proposalId, handled } = await this.useCases.review.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectEntryProposal')
  async rejectEntryProposal(
    request: rpc.RejectEntryProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectEntryProposalResponse> {
    return { receipt: receiptOf(await this.useCases.review.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RemoveEntry')
  async removeEntry(request: rpc.RemoveEntryRequest, metadata: Metadata): Promise<rpc.RemoveEntryResponse> {
    return { receipt: receiptOf(await this.useCases.review.remove(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'UndoAct')
  async undoAct(request: rpc.UndoActRequest, metadata: Metadata): Promise<rpc.UndoActResponse> {
    return { receipt: receiptOf(await this.useCases.review.undo(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'PublishEntry')
  async publishEntry(request: rpc.PublishEntryRequest, metadata: Metadata): Promise<rpc.PublishEntryResponse> {
    const handled = await this.useCases.notice.publish(request, callOf(metadata));
    return { receipt: receiptOf(handled), noticeUntil: factOf(handled, 'EntryPublished.v1')?.data.noticeUntil ?? '' };
  }

  @GrpcMethod(SERVICE, 'ReceiveObjection')
  async receiveObjection(
    request: rpc.ReceiveObjectionRequest,
    metadata: Metadata,
  ): Promise<rpc.ReceiveObjectionResponse> {
    const { objectionId, handled } = await this.useCases.notice.object(request, callOf(metadata));
    const answerDueAt = factOf(handled, 'ObjectionReceived.v1')?.data.answerDueAt ?? '';
    return { receipt: receiptOf(handled), objectionId, answerDueAt };
  }

  @GrpcMethod(SERVICE, 'SettleObjection')
  async settleObjection(request: rpc.SettleObjectionRequest, metadata: Metadata): Promise<rpc.SettleObjectionResponse> {
    return { receipt: receiptOf(await this.useCases.notice.settle(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenObjection')
  async reopenObjection(request: rpc.ReopenObjectionRequest, metadata: Metadata): Promise<rpc.ReopenObjectionResponse> {
    const handled = await this.useCases.notice.reopen(request, callOf(metadata));
    return {
      receipt: receiptOf(handled),
      answerDueAt: factOf(handled, 'ObjectionReopened.v1')?.data.answerDueAt ?? '',
    };
  }
}
