import type { Metadata } from '@grpc/grpc-js';
import type * as erasureRpc from '@jiangong/contracts/jiangong/membership/v1/erasure';
import type * as rpc from '@jiangong/contracts/jiangong/membership/v1/records';
import type * as roleRpc from '@jiangong/contracts/jiangong/membership/v1/roles';
import type * as signInRpc from '@jiangong/contracts/jiangong/membership/v1/sign_in';
import type * as stageRpc from '@jiangong/contracts/jiangong/membership/v1/stages';
import type { Ground } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { changePerson } from '../../application/change-person.ts';
import { changeRoles } from '../../application/change-roles.ts';
import { correctStage } from '../../application/correct-stage.ts';
import { waysIn } from '../../application/ways-in.ts';
import { erasePerson } from '../../application/erase-person.ts';
import { personOrders } from '../../application/person-orders.ts';
import { FIRST_PERSON_ID } from '../../application/person-stream.ts';
import { registerPerson } from '../../application/register-person.ts';
import { setUp } from '../../application/set-up.ts';
import { treeKnowledge } from '../postgres/tree-knowledge.ts';

const SERVICE = 'MembershipService';

/** Orders that concern people. */
@Controller()
export class MembershipController {
  private readonly setUpOnce: ReturnType<typeof setUp>;
  private readonly register: ReturnType<typeof registerPerson>;
  private readonly change: ReturnType<typeof changePerson>;
  private readonly roles: ReturnType<typeof changeRoles>;
  private readonly corrections: ReturnType<typeof correctStage>;
  private readonly wayIn: ReturnType<typeof waysIn>;
  private readonly erasure: ReturnType<typeof erasePerson>;

  constructor(@Inject(GROUND) ground: Ground) {
    const people = personOrders(ground);
    const tree = treeKnowledge(ground);
    this.setUpOnce = setUp(people);
    this.register = registerPerson(people, tree);
    this.change = changePerson(people, tree);
    this.roles = changeRoles(people, tree, ground);
    this.corrections = correctStage(people);
    this.wayIn = waysIn(people);
    this.erasure = erasePerson(people, ground.privacy);
  }

  @GrpcMethod(SERVICE, 'SetUp')
  async setUp(request: rpc.SetUpRequest, metadata: Metadata): Promise<rpc.SetUpResponse> {
    return { receipt: receiptOf(await this.setUpOnce(request, callOf(metadata))), personId: FIRST_PERSON_ID };
  }

  @GrpcMethod(SERVICE, 'RegisterPerson')
  async registerPerson(request: rpc.RegisterPersonRequest, metadata: Metadata): Promise<rpc.RegisterPersonResponse> {
    const { personId, handled } = await this.register(request, callOf(metadata));
    return { receipt: receiptOf(handled), personId };
  }

  @GrpcMethod(SERVICE, 'CorrectPerson')
  async correctPerson(request: rpc.CorrectPersonRequest, metadata: Metadata): Promise<rpc.CorrectPersonResponse> {
    return { receipt: receiptOf(await this.change.correct(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'MovePerson')
  async movePerson(request: rpc.MovePersonRequest, metadata: Metadata): Promise<rpc.MovePersonResponse> {
    return { receipt: receiptOf(await this.change.move(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ChangeStage')
  async changeStage(request: stageRpc.ChangeStageRequest, metadata: Metadata): Promise<stageRpc.ChangeStageResponse> {
    return { receipt: receiptOf(await this.change.changeStage(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RecordExit')
  async recordExit(request: stageRpc.RecordExitRequest, metadata: Metadata): Promise<stageRpc.RecordExitResponse> {
    return { receipt: receiptOf(await this.change.exit(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawScheduledAct')
  async withdrawScheduledAct(
    request: stageRpc.WithdrawScheduledActRequest,
    metadata: Metadata,
  ): Promise<stageRpc.WithdrawScheduledActResponse> {
    return { receipt: receiptOf(await this.change.withdrawScheduled(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeCorrection')
  async proposeCorrection(
    request: stageRpc.ProposeCorrectionRequest,
    metadata: Metadata,
  ): Promise<stageRpc.ProposeCorrectionResponse> {
    const { proposalId, handled } = await this.corrections.propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutCorrection')
  async carryOutCorrection(
    request: stageRpc.CarryOutCorrectionRequest,
    metadata: Metadata,
  ): Promise<stageRpc.CarryOutCorrectionResponse> {
    return { receipt: receiptOf(await this.corrections.carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectCorrection')
  async rejectCorrection(
    request: stageRpc.RejectCorrectionRequest,
    metadata: Metadata,
  ): Promise<stageRpc.RejectCorrectionResponse> {
    return { receipt: receiptOf(await this.corrections.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GrantRole')
  async grantRole(request: roleRpc.GrantRoleRequest, metadata: Metadata): Promise<roleRpc.GrantRoleResponse> {
    const { grantId, handled } = await this.roles.grant(request, callOf(metadata));
    return { receipt: receiptOf(handled), grantId };
  }

  @GrpcMethod(SERVICE, 'RevokeRole')
  async revokeRole(request: roleRpc.RevokeRoleRequest, metadata: Metadata): Promise<roleRpc.RevokeRoleResponse> {
    return { receipt: receiptOf(await this.roles.revoke(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EndSignIn')
  async endSignIn(request: signInRpc.EndSignInRequest, metadata: Metadata): Promise<signInRpc.EndSignInResponse> {
    return { receipt: receiptOf(await this.wayIn.end(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'OfferSignInReset')
  async offerSignInReset(
    request: signInRpc.OfferSignInResetRequest,
    metadata: Metadata,
  ): Promise<signInRpc.OfferSignInResetResponse> {
    return { receipt: receiptOf(await this.wayIn.offerReset(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'VouchForSignIn')
  async vouchForSignIn(
    request: signInRpc.VouchForSignInRequest,
    metadata: Metadata,
  ): Promise<signInRpc.VouchForSignInResponse> {
    return { receipt: receiptOf(await this.wayIn.vouch(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'EndSecondFactor')
  async endSecondFactor(
    request: signInRpc.EndSecondFactorRequest,
    metadata: Metadata,
  ): Promise<signInRpc.EndSecondFactorResponse> {
    return { receipt: receiptOf(await this.wayIn.endSecondFactor(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SetLegalHold')
  async setLegalHold(
    request: erasureRpc.SetLegalHoldRequest,
    metadata: Metadata,
  ): Promise<erasureRpc.SetLegalHoldResponse> {
    return { receipt: receiptOf(await this.erasure.hold(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RequestErasure')
  async requestErasure(
    request: erasureRpc.RequestErasureRequest,
    metadata: Metadata,
  ): Promise<erasureRpc.RequestErasureResponse> {
    return { receipt: receiptOf(await this.erasure.request(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawErasure')
  async withdrawErasure(
    request: erasureRpc.WithdrawErasureRequest,
    metadata: Metadata,
  ): Promise<erasureRpc.WithdrawErasureResponse> {
    return { receipt: receiptOf(await this.erasure.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ConfirmErasure')
  async confirmErasure(
    request: erasureRpc.ConfirmErasureRequest,
    metadata: Metadata,
  ): Promise<erasureRpc.ConfirmErasureResponse> {
    return { receipt: receiptOf(await this.erasure.confirm(request, callOf(metadata))) };
  }
}
