import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { changeAppeals } from '../../application/change-appeals.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { appealEvidence } from '../../application/named-evidence.ts';
import { appealLines, myAppealsIn, showAppeals } from '../../application/show-appeals.ts';
import { roundsWithAppeals } from '../postgres/appeal-questions.ts';
import { APPEAL_SORTS, appealRow, appealRows, appealsMessage, myAppealsMessage } from './appeal-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'AppealService';

/** Rounds looked through for what concerns the caller, the latest first. */
const ROUNDS_MAX = 50;

const rowLists = listsOf('ListAppeals', APPEAL_SORTS);

/** Appeals against results: what is appealed, and what becomes of it. */
@Controller()
export class AppealsController {
  private readonly evaluation: Evaluation;
  private readonly change: ReturnType<typeof changeAppeals>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.change = changeAppeals(evaluation);
  }

  @GrpcMethod(SERVICE, 'FileAppeal')
  async fileAppeal(request: rpc.FileAppealRequest, metadata: Metadata): Promise<rpc.FileAppealResponse> {
    const { appealId, handled } = await this.change.file(request, callOf(metadata));
    return { receipt: receiptOf(handled), appealId };
  }

  @GrpcMethod(SERVICE, 'WithdrawAppeal')
  async withdrawAppeal(request: rpc.WithdrawAppealRequest, metadata: Metadata): Promise<rpc.WithdrawAppealResponse> {
    return { receipt: receiptOf(await this.change.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DecideAppeal')
  async decideAppeal(request: rpc.DecideAppealRequest, metadata: Metadata): Promise<rpc.DecideAppealResponse> {
    return { receipt: receiptOf(await this.change.decide(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReopenAppeal')
  async reopenAppeal(request: rpc.ReopenAppealRequest, metadata: Metadata): Promise<rpc.ReopenAppealResponse> {
    return { receipt: receiptOf(await this.change.reopen(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetAppeals')
  async getAppeals(request: rpc.GetAppealsRequest, metadata: Metadata): Promise<rpc.GetAppealsResponse> {
    const shown = await showAppeals(this.evaluation)(request, callOf(metadata));
    if ('reason' in shown) throw refused(shown);
    return appealsMessage(shown);
  }

  @GrpcMethod(SERVICE, 'GetAppealEvidence')
  async getAppealEvidence(
    request: rpc.GetAppealEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.GetAppealEvidenceResponse> {
    const namedBy = await appealEvidence(this.evaluation)(request, callOf(metadata));
    if ('reason' in namedBy) throw refused(namedBy);
    return { namedBy: [...namedBy] };
  }

  @GrpcMethod(SERVICE, 'ListAppeals')
  async listAppeals(request: rpc.ListAppealsRequest, metadata: Metadata): Promise<rpc.ListAppealsResponse> {
    const asked = rowLists.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const all = await appealLines(this.evaluation)(preparedRound(round), callOf(metadata));
    const { search } = asked;
    const sought = search === undefined ? all : all.filter(({ title }) => isFoundBy([title], search));
    const { page, nextPageToken, counts } = rowLists.told(listHeld(sought, appealRows(request), asked), asked);
    return { rows: page.map(appealRow), nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListMyAppeals')
  async listMyAppeals(_request: rpc.ListMyAppealsRequest, metadata: Metadata): Promise<rpc.ListMyAppealsResponse> {
    const call = callOf(metadata);
    const mine = myAppealsIn(this.evaluation);
    const roundIds = await roundsWithAppeals(this.evaluation.ground.rows, ROUNDS_MAX);
    const found = await Promise.all(
      roundIds.map(async (roundId) => mine(preparedRound((await this.evaluation.readRound(roundId)).round), call)),
    );
    return { appeals: found.flat().map(myAppealsMessage) };
  }
}
