import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/contest_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { turnOf, turnSeats } from '../../application/contest-turns.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { handInMarks, readMyTurn } from '../../application/hand-in-marks.ts';
import { runContest } from '../../application/run-contest.ts';
import { showContest } from '../../application/show-contest.ts';
import { contestRulesOf } from '../../domain/contest/contest-of.ts';
import { isRunning, type PreparedRound } from '../../domain/round/state.ts';
import { contestMessage, myTurnMessage } from './contest-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'ContestService';

/** Rounds in which entries appear and are marked one at a time. */
@Controller()
export class ContestsController {
  private readonly evaluation: Evaluation;
  private readonly run: ReturnType<typeof runContest>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.run = runContest(evaluation);
  }

  @GrpcMethod(SERVICE, 'DrawOrder')
  async drawOrder(request: rpc.DrawOrderRequest, metadata: Metadata): Promise<rpc.DrawOrderResponse> {
    return { receipt: receiptOf(await this.run.draw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CallEntry')
  async callEntry(request: rpc.CallEntryRequest, metadata: Metadata): Promise<rpc.CallEntryResponse> {
    return { receipt: receiptOf(await this.run.call(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'PutOffEntry')
  async putOffEntry(request: rpc.PutOffEntryRequest, metadata: Metadata): Promise<rpc.PutOffEntryResponse> {
    return { receipt: receiptOf(await this.run.putOff(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'CloseEntry')
  async closeEntry(request: rpc.CloseEntryRequest, metadata: Metadata): Promise<rpc.CloseEntryResponse> {
    return { receipt: receiptOf(await this.run.close(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ShowScore')
  async showScore(request: rpc.ShowScoreRequest, metadata: Metadata): Promise<rpc.ShowScoreResponse> {
    return { receipt: receiptOf(await this.run.show(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenEntry')
  async reopenEntry(request: rpc.ReopenEntryRequest, metadata: Metadata): Promise<rpc.ReopenEntryResponse> {
    return { receipt: receiptOf(await this.run.reopen(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'HandInMarks')
  async handInMarks(request: rpc.HandInMarksRequest, metadata: Metadata): Promise<rpc.HandInMarksResponse> {
    return { receipt: receiptOf(await handInMarks(this.evaluation)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetContest')
  async getContest({ roundId }: rpc.GetContestRequest, _metadata: Metadata): Promise<rpc.GetContestResponse> {
    const round = preparedRound((await this.evaluation.readRound(roundId)).round);
    const shown = await showContest(this.evaluation)(round);
    if (shown === undefined) throw refused({ reason: 'NOT_A_CONTEST', field: 'roundId' });
    return contestMessage(round, shown);
  }

  @GrpcMethod(SERVICE, 'GetContestDesk')
  async getContestDesk(
    { roundId }: rpc.GetContestDeskRequest,
    _metadata: Metadata,
  ): Promise<rpc.GetContestDeskResponse> {
    const round = await this.contest(roundId);
    if (!isRunning(round)) return { entries: [] };
    const called = [...new Set(round.contest.turns.map(({ entryId }) => entryId))];
    const entries = called.map(async (entryId): Promise<rpc.DeskEntry> => {
      const turn = turnOf(round, entryId);
      const seats = turn === undefined ? [] : await turnSeats(this.evaluation, round, turn);
      const opened = round.contest.turns.some((one) => one.entryId === entryId && one.opened);
      return { entryId, seats: [...seats], opened };
    });
    return { entries: await Promise.all(entries) };
  }

  @GrpcMethod(SERVICE, 'GetMyTurn')
  async getMyTurn({ roundId }: rpc.GetMyTurnRequest, metadata: Metadata): Promise<rpc.GetMyTurnResponse> {
    const round = await this.contest(roundId);
    return myTurnMessage(round, await readMyTurn(this.evaluation, roundId, callOf(metadata)));
  }

  private async contest(roundId: string): Promise<PreparedRound> {
    const round = preparedRound((await this.evaluation.readRound(roundId)).round);
    if (contestRulesOf(round) === undefined) throw refused({ reason: 'NOT_A_CONTEST', field: 'roundId' });
    return round;
  }
}
