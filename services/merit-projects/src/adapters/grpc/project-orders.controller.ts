import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** A unit's orders to its projects, and the evidence for them. */
@Controller()
export class ProjectOrdersController {
  private readonly useCases: MeritProjects;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.useCases = useCases;
  }

  @GrpcMethod(SERVICE, 'PlanProject')
  async planProject(request: rpc.PlanProjectRequest, metadata: Metadata): Promise<rpc.PlanProjectResponse> {
    const { projectId, handled } = await this.useCases.plans.plan(request, callOf(metadata));
    return { receipt: receiptOf(handled), projectId };
  }

  @GrpcMethod(SERVICE, 'ReviseProject')
  async reviseProject(request: rpc.ReviseProjectRequest, metadata: Metadata): Promise<rpc.ReviseProjectResponse> {
    return { receipt: receiptOf(await this.useCases.plans.revise(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ConfirmProject')
  async confirmProject(request: rpc.ConfirmProjectRequest, metadata: Metadata): Promise<rpc.ConfirmProjectResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.confirm(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CompleteMilestone')
  async completeMilestone(
    request: rpc.CompleteMilestoneRequest,
    metadata: Metadata,
  ): Promise<rpc.CompleteMilestoneResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.completeMilestone(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReportProgress')
  async reportProgress(request: rpc.ReportProgressRequest, metadata: Metadata): Promise<rpc.ReportProgressResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.report(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'FeatureProject')
  async featureProject(request: rpc.FeatureProjectRequest, metadata: Metadata): Promise<rpc.FeatureProjectResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.feature(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DeclareProject')
  async declareProject(request: rpc.DeclareProjectRequest, metadata: Metadata): Promise<rpc.DeclareProjectResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.declare(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawProject')
  async withdrawProject(request: rpc.WithdrawProjectRequest, metadata: Metadata): Promise<rpc.WithdrawProjectResponse> {
    return { receipt: receiptOf(await this.useCases.delivery.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RegisterEvidence')
  async registerEvidence(
    request: rpc.RegisterEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.RegisterEvidenceResponse> {
    return { receipt: receiptOf(await this.useCases.evidence.register(request, callOf(metadata))) };
  }
}
