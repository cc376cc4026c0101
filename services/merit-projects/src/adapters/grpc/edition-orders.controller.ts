import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** Orders to editions and their calendar. */
@Controller()
export class EditionOrdersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'OpenEdition')
  async openEdition(request: rpc.OpenEditionRequest, metadata: Metadata): Promise<rpc.OpenEditionResponse> {
    const { editionId, handled } = await this.useCases.editions.open(request, callOf(metadata));
    return { receipt: receiptOf(handled), editionId };
  }

  @GrpcMethod(SERVICE, 'AmendEdition')
  async amendEdition(request: rpc.AmendEditionRequest, metadata: Metadata): Promise<rpc.AmendEditionResponse> {
    return { receipt: receiptOf(await this.useCases.editions.amend(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RescheduleStage')
  async rescheduleStage(request: rpc.RescheduleStageRequest, metadata: Metadata): Promise<rpc.RescheduleStageResponse> {
    return { receipt: receiptOf(await this.useCases.editions.reschedule(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenStage')
  async reopenStage(request: rpc.ReopenStageRequest, metadata: Metadata): Promise<rpc.ReopenStageResponse> {
    return { receipt: receiptOf(await this.useCases.editions.reopen(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AllowLateEntry')
  async allowLateEntry(request: rpc.AllowLateEntryRequest, metadata: Metadata): Promise<rpc.AllowLateEntryResponse> {
    return { receipt: receiptOf(await this.useCases.editions.allowLateEntry(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EndLateEntry')
  async endLateEntry(request: rpc.EndLateEntryRequest, metadata: Metadata): Promise<rpc.EndLateEntryResponse> {
    return { receipt: receiptOf(await this.useCases.editions.endLateEntry(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SetReviewList')
  async setReviewList(request: rpc.SetReviewListRequest, metadata: Metadata): Promise<rpc.SetReviewListResponse> {
    return { receipt: receiptOf(await this.useCases.editions.setReviewList(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeEditionAct')
  async proposeEditionAct(
    request: rpc.ProposeEditionActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeEditionActResponse> {
    const { proposalId, handled } = await this.useCases.editions.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectEditionProposal')
  async rejectEditionProposal(
    request: rpc.RejectEditionProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectEditionProposalResponse> {
    return { receipt: receiptOf(await this.useCases.editions.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CloseEdition')
  async closeEdition(request: rpc.CloseEditionRequest, metadata: Metadata): Promise<rpc.CloseEditionResponse> {
    return { receipt: receiptOf(await this.useCases.editions.close(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AbandonEdition')
  async abandonEdition(request: rpc.AbandonEditionRequest, metadata: Metadata): Promise<rpc.AbandonEditionResponse> {
    return { receipt: receiptOf(await this.useCases.editions.abandon(request, callOf(metadata))) };
  }
}
