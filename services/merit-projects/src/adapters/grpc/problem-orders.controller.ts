import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { MeritProjects } from '../../application/merit-projects.ts';
import type { FoundProblem } from '../../application/problems.ts';
import { MERIT_PROJECTS, SERVICE } from './tokens.ts';

const NOTHING: FoundProblem = { title: '', kind: '', severity: '', foundOn: '', description: '', entryId: '' };

/** Orders about problems. */
@Controller()
export class ProblemOrdersController {
  private readonly problems: MeritProjects['problems'];

  constructor(@Inject(MERIT_PROJECTS) useCases: MeritProjects) {
    this.problems = useCases.problems;
  }

  @GrpcMethod(SERVICE, 'FindProblem')
  async find({ problem, ...request }: rpc.FindProblemRequest, metadata: Metadata): Promise<rpc.FindProblemResponse> {
    const asked = { ...request, problem: problem ?? NOTHING };
    const { problemId, handled } = await this.problems.find(asked, callOf(metadata));
    return { receipt: receiptOf(handled), problemId };
  }

  @GrpcMethod(SERVICE, 'AdmitProblem')
  async admit({ problem, ...request }: rpc.AdmitProblemRequest, metadata: Metadata): Promise<rpc.AdmitProblemResponse> {
    const asked = { ...request, problem: problem ?? NOTHING };
    const { problemId, handled } = await this.problems.admit(asked, callOf(metadata));
    return { receipt: receiptOf(handled), problemId };
  }

  @GrpcMethod(SERVICE, 'AssignProblem')
  async assign(request: rpc.AssignProblemRequest, metadata: Metadata): Promise<rpc.AssignProblemResponse> {
    return { receipt: receiptOf(await this.problems.assign(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ExtendProblem')
  async extend(request: rpc.ExtendProblemRequest, metadata: Metadata): Promise<rpc.ExtendProblemResponse> {
    return { receipt: receiptOf(await this.problems.extend(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'HandOverProblem')
  async handOver(request: rpc.HandOverProblemRequest, metadata: Metadata): Promise<rpc.HandOverProblemResponse> {
    return { receipt: receiptOf(await this.problems.handOver(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AddProblemMeasure')
  async addMeasure(request: rpc.AddProblemMeasureRequest, metadata: Metadata): Promise<rpc.AddProblemMeasureResponse> {
    const { measureId, handled } = await this.problems.addMeasure(request, callOf(metadata));
    return { receipt: receiptOf(handled), measureId };
  }

  @GrpcMethod(SERVICE, 'RemoveProblemMeasure')
  async removeMeasure(
    request: rpc.RemoveProblemMeasureRequest,
    metadata: Metadata,
  ): Promise<rpc.RemoveProblemMeasureResponse> {
    return { receipt: receiptOf(await this.problems.removeMeasure(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'HandInProblem')
  async handIn(request: rpc.HandInProblemRequest, metadata: Metadata): Promise<rpc.HandInProblemResponse> {
    return { receipt: receiptOf(await this.problems.handIn(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'TakeBackProblem')
  async takeBack(request: rpc.TakeBackProblemRequest, metadata: Metadata): Promise<rpc.TakeBackProblemResponse> {
    return { receipt: receiptOf(await this.problems.takeBack(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SendBackProblem')
  async sendBack(request: rpc.SendBackProblemRequest, metadata: Metadata): Promise<rpc.SendBackProblemResponse> {
    return { receipt: receiptOf(await this.problems.sendBack(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CloseProblem')
  async close(request: rpc.CloseProblemRequest, metadata: Metadata): Promise<rpc.CloseProblemResponse> {
    return { receipt: receiptOf(await this.problems.close(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenProblem')
  async reopen(request: rpc.ReopenProblemRequest, metadata: Metadata): Promise<rpc.ReopenProblemResponse> {
    return { receipt: receiptOf(await this.problems.reopen(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeProblemWithdrawal')
  async propose(
    request: rpc.ProposeProblemWithdrawalRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeProblemWithdrawalResponse> {
    const { proposalId, handled } = await this.problems.proposeWithdrawal(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectProblemWithdrawal')
  async reject(
    request: rpc.RejectProblemWithdrawalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectProblemWithdrawalResponse> {
    return { receipt: receiptOf(await this.problems.rejectWithdrawal(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'WithdrawProblem')
  async withdraw(request: rpc.WithdrawProblemRequest, metadata: Metadata): Promise<rpc.WithdrawProblemResponse> {
    return { receipt: receiptOf(await this.problems.withdraw(request, callOf(metadata))) };
  }
}
