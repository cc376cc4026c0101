import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** A nominator's orders to its entries, and the evidence for them. */
@Controller()
export class EntryOrdersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'PlanEntry')
  async planEntry(request: rpc.PlanEntryRequest, metadata: Metadata): Promise<rpc.PlanEntryResponse> {
    const { entryId, handled } = await this.useCases.plans.plan(request, callOf(metadata));
    return { receipt: receiptOf(handled), entryId };
  }

  @GrpcMethod(SERVICE, 'ReviseEntry')
  async reviseEntry(request: rpc.ReviseEntryRequest, metadata: Metadata): Promise<rpc.ReviseEntryResponse> {
    return { receipt: receiptOf(await this.useCases.plans.revise(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'PlanMilestones')
  async planMilestones(request: rpc.PlanMilestonesRequest, metadata: Metadata): Promise<rpc.PlanMilestonesResponse> {
    return { receipt: receiptOf(await this.useCases.ownPlans.planOwn(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ConfirmEntry')
  async confirmEntry(request: rpc.ConfirmEntryRequest, metadata: Metadata): Promise<rpc.ConfirmEntryResponse> {
    return { receipt: receiptOf(await this.useCases.plans.confirm(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'NominateEntry')
  async nominateEntry(request: rpc.NominateEntryRequest, metadata: Metadata): Promise<rpc.NominateEntryResponse> {
    const { entryId, alsoIn, handled } = await this.useCases.declarations.nominate(request, callOf(metadata));
    return { receipt: receiptOf(handled), entryId, alsoIn: [...alsoIn] };
  }

  @GrpcMethod(SERVICE, 'CompleteMilestone')
  async completeMilestone(
    request: rpc.CompleteMilestoneRequest,
    metadata: Metadata,
  ): Promise<rpc.CompleteMilestoneResponse> {
    return { receipt: receiptOf(await this.useCases.dossier.completeMilestone(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenMilestone')
  async reopenMilestone(request: rpc.ReopenMilestoneRequest, metadata: Metadata): Promise<rpc.ReopenMilestoneResponse> {
    return { receipt: receiptOf(await this.useCases.dossier.reopenMilestone(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReportProgress')
  async reportProgress(request: rpc.ReportProgressRequest, metadata: Metadata): Promise<rpc.ReportProgressResponse> {
    return { receipt: receiptOf(await this.useCases.dossier.report(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'FeatureEntry')
  async featureEntry(request: rpc.FeatureEntryRequest, metadata: Metadata): Promise<rpc.FeatureEntryResponse> {
    return { receipt: receiptOf(await this.useCases.dossier.feature(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EndFeaturing')
  async endFeaturing(request: rpc.EndFeaturingRequest, metadata: Metadata): Promise<rpc.EndFeaturingResponse> {
    return { receipt: receiptOf(await this.useCases.dossier.endFeaturing(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DeclareEntry')
  async declareEntry(request: rpc.DeclareEntryRequest, metadata: Metadata): Promise<rpc.DeclareEntryResponse> {
    return { receipt: receiptOf(await this.useCases.declarations.declare(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawEntry')
  async withdrawEntry(request: rpc.WithdrawEntryRequest, metadata: Metadata): Promise<rpc.WithdrawEntryResponse> {
    return { receipt: receiptOf(await this.useCases.declarations.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'HandOverEntry')
  async handOverEntry(request: rpc.HandOverEntryRequest, metadata: Metadata): Promise<rpc.HandOverEntryResponse> {
    return { receipt: receiptOf(await this.useCases.declarations.handOver(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RegisterEvidence')
  async registerEvidence(
    request: rpc.RegisterEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.RegisterEvidenceResponse> {
    return { receipt: receiptOf(await this.useCases.evidence.register(request, callOf(metadata))) };
  }
}
