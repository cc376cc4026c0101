import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/organizations/v1/orders';
import { GROUND, callOf, receiptOf } from '@jiangong/service-host/nest';
import type { Ground } from '@jiangong/service-host';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { changeOrganization } from '../../application/change-organization.ts';
import { dissolveOrganization } from '../../application/dissolve-organization.ts';
import { foundOrganization } from '../../application/found-organization.ts';
import { moveOrganization } from '../../application/move-organization.ts';
import { organizationOrders } from '../../application/organization-orders.ts';
import { ROOT_ORGANIZATION_ID } from '../../application/organization-stream.ts';
import { restoreOrganization } from '../../application/restore-organization.ts';
import { setUp } from '../../application/set-up.ts';
import { treeKnowledge } from '../postgres/tree-knowledge.ts';

const SERVICE = 'OrganizationsService';

/** Orders to the tree. */
@Controller()
export class OrganizationsController {
  private readonly setUpOnce: ReturnType<typeof setUp>;
  private readonly found: ReturnType<typeof foundOrganization>;
  private readonly move: ReturnType<typeof moveOrganization>;
  private readonly dissolve: ReturnType<typeof dissolveOrganization>;
  private readonly restoring: ReturnType<typeof restoreOrganization>;
  private readonly change: ReturnType<typeof changeOrganization>;

  constructor(@Inject(GROUND) ground: Ground) {
    const organizations = organizationOrders(ground);
    const tree = treeKnowledge(ground);
    this.setUpOnce = setUp(organizations);
    this.found = foundOrganization(ground, organizations);
    this.move = moveOrganization(ground, organizations, tree);
    this.dissolve = dissolveOrganization(organizations, tree);
    this.restoring = restoreOrganization(ground, organizations);
    this.change = changeOrganization(organizations, tree);
  }

  @GrpcMethod(SERVICE, 'SetUp')
  async setUp(request: rpc.SetUpRequest, metadata: Metadata): Promise<rpc.SetUpResponse> {
    return {
      receipt: receiptOf(await this.setUpOnce(request, callOf(metadata))),
      organizationId: ROOT_ORGANIZATION_ID,
    };
  }

  @GrpcMethod(SERVICE, 'FoundOrganization')
  async foundOrganization(
    request: rpc.FoundOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.FoundOrganizationResponse> {
    const { organizationId, handled } = await this.found(request, callOf(metadata));
    return { receipt: receiptOf(handled), organizationId };
  }

  @GrpcMethod(SERVICE, 'RenameOrganization')
  async renameOrganization(
    request: rpc.RenameOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.RenameOrganizationResponse> {
    return { receipt: receiptOf(await this.change.rename(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'MoveOrganization')
  async moveOrganization(
    request: rpc.MoveOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.MoveOrganizationResponse> {
    return { receipt: receiptOf(await this.move(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ClassifyOrganization')
  async classifyOrganization(
    request: rpc.ClassifyOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.ClassifyOrganizationResponse> {
    return { receipt: receiptOf(await this.change.classify(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DissolveOrganization')
  async dissolveOrganization(
    request: rpc.DissolveOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.DissolveOrganizationResponse> {
    return { receipt: receiptOf(await this.dissolve(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeRestoration')
  async proposeRestoration(
    request: rpc.ProposeRestorationRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeRestorationResponse> {
    const { proposalId, handled } = await this.restoring.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RestoreOrganization')
  async restoreOrganization(
    request: rpc.RestoreOrganizationRequest,
    metadata: Metadata,
  ): Promise<rpc.RestoreOrganizationResponse> {
    return { receipt: receiptOf(await this.restoring.restore(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectRestoration')
  async rejectRestoration(
    request: rpc.RejectRestorationRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectRestorationResponse> {
    return { receipt: receiptOf(await this.restoring.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AppointOfficer')
  async appointOfficer(request: rpc.AppointOfficerRequest, metadata: Metadata): Promise<rpc.AppointOfficerResponse> {
    const { appointmentId, handled } = await this.change.appoint(request, callOf(metadata));
    return { receipt: receiptOf(handled), appointmentId };
  }

  @GrpcMethod(SERVICE, 'RelieveOfficer')
  async relieveOfficer(request: rpc.RelieveOfficerRequest, metadata: Metadata): Promise<rpc.RelieveOfficerResponse> {
    return { receipt: receiptOf(await this.change.relieve(request, callOf(metadata))) };
  }
}
