import type { Metadata } from '@grpc/grpc-js';
import type * as round from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import type * as sheet from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { answerReopening, askReopening } from '../../application/reopening-requests.ts';
import { EVALUATION } from './evaluation-token.ts';

/** An evaluator asks for his sheet to be opened again, and the office answers. */
@Controller()
export class ReopeningsController {
  private readonly ask: ReturnType<typeof askReopening>;
  private readonly answer: ReturnType<typeof answerReopening>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.ask = askReopening(evaluation);
    this.answer = answerReopening(evaluation);
  }

  @GrpcMethod('SheetService', 'RequestReopening')
  async request(request: sheet.RequestReopeningRequest, metadata: Metadata): Promise<sheet.RequestReopeningResponse> {
    const { requestId, handled } = await this.ask.request(request, callOf(metadata));
    return { receipt: receiptOf(handled), requestId };
  }

  @GrpcMethod('SheetService', 'WithdrawReopeningRequest')
  async withdraw(
    request: sheet.WithdrawReopeningRequestRequest,
    metadata: Metadata,
  ): Promise<sheet.WithdrawReopeningRequestResponse> {
    return { receipt: receiptOf(await this.ask.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod('RoundService', 'DeclineReopening')
  async decline(request: round.DeclineReopeningRequest, metadata: Metadata): Promise<round.DeclineReopeningResponse> {
    return { receipt: receiptOf(await this.answer.decline(request, callOf(metadata))) };
  }

  @GrpcMethod('RoundService', 'ListReopeningRequests')
  async list(
    { roundId }: round.ListReopeningRequestsRequest,
    metadata: Metadata,
  ): Promise<round.ListReopeningRequestsResponse> {
    const requests = await this.answer.list(roundId, callOf(metadata));
    if (requests === undefined) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    return { requests: [...requests] };
  }
}
