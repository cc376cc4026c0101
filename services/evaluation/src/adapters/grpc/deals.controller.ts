import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/deal_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { dealEntries } from '../../application/deal-entries.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { dealsOf, showDealing } from '../../application/show-dealing.ts';
import { dealRulesOf } from '../../domain/deal/deal-of.ts';
import { dealingMessage, dealMessage } from './deal-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'DealService';

/** Rounds whose entries are dealt out among their evaluators. */
@Controller()
export class DealsController {
  private readonly evaluation: Evaluation;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'DealEntries')
  async dealEntries(
    { roundId, lot, loads }: rpc.DealEntriesRequest,
    metadata: Metadata,
  ): Promise<rpc.DealEntriesResponse> {
    // A load without a number is none.
    const said = loads.map(({ seatId, atMost = -1 }) => ({ seatId, atMost }));
    const handled = await dealEntries(this.evaluation)({ roundId, lot, loads: said }, callOf(metadata));
    return { receipt: receiptOf(handled) };
  }

  @GrpcMethod(SERVICE, 'GetDealing')
  async getDealing({ roundId }: rpc.GetDealingRequest, metadata: Metadata): Promise<rpc.GetDealingResponse> {
    const round = preparedRound((await this.evaluation.readRound(roundId)).round);
    const shown = await showDealing(this.evaluation)(round, callOf(metadata).now);
    if (shown === undefined) throw refused({ reason: 'ROUND_NOT_DEALT_OUT', field: 'roundId' });
    return dealingMessage(round, shown);
  }

  @GrpcMethod(SERVICE, 'GetDeal')
  async getDeal({ roundId, number }: rpc.GetDealRequest, _metadata: Metadata): Promise<rpc.GetDealResponse> {
    const round = preparedRound((await this.evaluation.readRound(roundId)).round);
    if (dealRulesOf(round) === undefined) throw refused({ reason: 'ROUND_NOT_DEALT_OUT', field: 'roundId' });
    const deal = (await dealsOf(this.evaluation, roundId))[number - 1];
    if (deal === undefined) throw refused({ reason: 'DEAL_NOT_FOUND', field: 'number' });
    return dealMessage(deal, number - 1);
  }
}
