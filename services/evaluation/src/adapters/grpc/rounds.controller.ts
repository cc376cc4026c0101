import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { assignEvaluators } from '../../application/assign-evaluators.ts';
import { changeRound } from '../../application/change-round.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { prepareRound } from '../../application/prepare-round.ts';
import { roundIdOf } from '../../application/streams.ts';
import { isPrepared } from '../../domain/round/state.ts';
import { sheetStatuses } from '../postgres/evaluation-questions.ts';
import { EVALUATION } from './evaluation-token.ts';
import { slicesOf } from './slices.ts';
import { entryMessages, evaluatorMessages, myPartMessage, preparedRound, roundMessage } from './round-messages.ts';

const SERVICE = 'EvaluationService';

const evaluatorSlices = slicesOf('ListEvaluators');
const entrySlices = slicesOf('ListEntries');

/** Rounds: who scores which entries by which rules. */
@Controller()
export class RoundsController {
  private readonly evaluation: Evaluation;
  private readonly change: ReturnType<typeof changeRound>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.change = changeRound(evaluation);
  }

  @GrpcMethod(SERVICE, 'PrepareRound')
  async prepareRound(request: rpc.PrepareRoundRequest, metadata: Metadata): Promise<rpc.PrepareRoundResponse> {
    const { roundId, handled } = await prepareRound(this.evaluation)(request, callOf(metadata));
    return { receipt: receiptOf(handled), roundId };
  }

  @GrpcMethod(SERVICE, 'AssignEvaluators')
  async assignEvaluators(
    request: rpc.AssignEvaluatorsRequest,
    metadata: Metadata,
  ): Promise<rpc.AssignEvaluatorsResponse> {
    return { receipt: receiptOf(await assignEvaluators(this.evaluation)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RemoveEvaluator')
  async removeEvaluator(request: rpc.RemoveEvaluatorRequest, metadata: Metadata): Promise<rpc.RemoveEvaluatorResponse> {
    return { receipt: receiptOf(await this.change.remove(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DeclareRecusal')
  async declareRecusal(request: rpc.DeclareRecusalRequest, metadata: Metadata): Promise<rpc.DeclareRecusalResponse> {
    return { receipt: receiptOf(await this.change.recuse(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'OpenRound')
  async openRound(request: rpc.OpenRoundRequest, metadata: Metadata): Promise<rpc.OpenRoundResponse> {
    return { receipt: receiptOf(await this.change.open(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetRound')
  async getRound({ roundId }: rpc.GetRoundRequest, metadata: Metadata): Promise<rpc.GetRoundResponse> {
    const [read, statuses] = await Promise.all([this.evaluation.readRound(roundId), this.statuses(roundId)]);
    return {
      round: roundMessage(read, statuses),
      mine: myPartMessage(preparedRound(read.round), statuses, callOf(metadata)),
    };
  }

  @GrpcMethod(SERVICE, 'ListRounds')
  async listRounds({ editionId }: rpc.ListRoundsRequest): Promise<rpc.ListRoundsResponse> {
    const roundId = roundIdOf(editionId);
    const [read, statuses] = await Promise.all([this.evaluation.readRound(roundId), this.statuses(roundId)]);
    return { rounds: isPrepared(read.round) ? [roundMessage(read, statuses)] : [] };
  }

  @GrpcMethod(SERVICE, 'ListEvaluators')
  async listEvaluators(request: rpc.ListEvaluatorsRequest): Promise<rpc.ListEvaluatorsResponse> {
    const slice = evaluatorSlices.asked(request);
    const [{ round }, statuses] = await Promise.all([
      this.evaluation.readRound(request.roundId),
      this.statuses(request.roundId),
    ]);
    const all = evaluatorMessages(preparedRound(round), statuses);
    const { page, nextPageToken } = evaluatorSlices.page(all.slice(slice.offset, slice.offset + slice.limit), slice);
    return { evaluators: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListEntries')
  async listEntries(request: rpc.ListEntriesRequest, metadata: Metadata): Promise<rpc.ListEntriesResponse> {
    const slice = entrySlices.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const all = entryMessages(preparedRound(round), callOf(metadata));
    const { page, nextPageToken } = entrySlices.page(all.slice(slice.offset, slice.offset + slice.limit), slice);
    return { entries: [...page], nextPageToken };
  }

  private statuses(roundId: string): ReturnType<typeof sheetStatuses> {
    return sheetStatuses(this.evaluation.ground.rows, roundId);
  }
}
