import type { Metadata } from '@grpc/grpc-js';
import { localDateOf } from '@jiangong/calendar';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/policies';
import { type Ground, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import { policiesOf, policyOf, policyProposalsOf } from '../postgres/policy-questions.ts';
import { programmesAtTheFrontDoor as programmes } from '../programmes/programmes-at-the-front-door.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

/** What committees set the committees below them. */
@Controller()
export class PoliciesController {
  private readonly useCases: MeritProjects;
  private readonly ground: Ground;

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects, @Inject(GROUND) ground: Ground) {
    this.useCases = useCases;
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'ProposePolicyAct')
  async proposePolicyAct(
    request: rpc.ProposePolicyActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposePolicyActResponse> {
    const { proposalId, handled } = await this.useCases.policies.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutPolicyAct')
  async carryOutPolicyAct(
    request: rpc.CarryOutPolicyActRequest,
    metadata: Metadata,
  ): Promise<rpc.CarryOutPolicyActResponse> {
    return { receipt: receiptOf(await this.useCases.policies.carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectPolicyAct')
  async rejectPolicyAct(request: rpc.RejectPolicyActRequest, metadata: Metadata): Promise<rpc.RejectPolicyActResponse> {
    return { receipt: receiptOf(await this.useCases.policies.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListPolicies')
  async listPolicies(): Promise<rpc.ListPoliciesResponse> {
    return { policies: await policiesOf(this.ground.rows, programmes) };
  }

  @GrpcMethod(SERVICE, 'GetPolicy')
  async getPolicy({ committeeId, year }: rpc.GetPolicyRequest, metadata: Metadata): Promise<rpc.GetPolicyResponse> {
    const asked = year === 0 ? Number(localDateOf(callOf(metadata).now).slice(0, 4)) : year;
    const policy = await policyOf(this.ground.rows, programmes, { committeeId, year: asked });
    if (!policy) throw refused({ reason: 'POLICY_NOT_ADOPTED', field: 'committeeId' });
    return policy;
  }

  @GrpcMethod(SERVICE, 'ListPolicyProposals')
  async listPolicyProposals({ committeeId }: rpc.ListPolicyProposalsRequest): Promise<rpc.ListPolicyProposalsResponse> {
    const { rows, privacy } = this.ground;
    return { proposals: await policyProposalsOf(rows, programmes, { committeeId, privacy }) };
  }
}
