import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { changePaperBox } from '../../application/change-paper-box.ts';
import type { Decisions } from '../../application/decisions.ts';
import { showPaperBoxes, tallySheetNamers } from '../../application/show-paper-boxes.ts';
import { DECISIONS } from './decisions-token.ts';
import { paperBoxMessage } from './paper-box-messages.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'PaperBoxService';

/** Polls on paper: counted by two persons. */
@Controller()
export class PaperBoxesController {
  private readonly evaluation: Decisions;
  private readonly change: ReturnType<typeof changePaperBox>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.evaluation = decisions;
    this.change = changePaperBox(decisions);
  }

  @GrpcMethod(SERVICE, 'CountPapers')
  async countPapers(request: rpc.CountPapersRequest, metadata: Metadata): Promise<rpc.CountPapersResponse> {
    const { countId, handled } = await this.change.count(request, callOf(metadata));
    return { receipt: receiptOf(handled), countId };
  }

  @GrpcMethod(SERVICE, 'ConfirmPaperCount')
  async confirmPaperCount(
    request: rpc.ConfirmPaperCountRequest,
    metadata: Metadata,
  ): Promise<rpc.ConfirmPaperCountResponse> {
    return { receipt: receiptOf(await this.change.confirm(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ContradictPaperCount')
  async contradictPaperCount(
    request: rpc.ContradictPaperCountRequest,
    metadata: Metadata,
  ): Promise<rpc.ContradictPaperCountResponse> {
    return { receipt: receiptOf(await this.change.contradict(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'OpenPaperBox')
  async openPaperBox(request: rpc.OpenPaperBoxRequest, metadata: Metadata): Promise<rpc.OpenPaperBoxResponse> {
    return { receipt: receiptOf(await this.change.open(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListPaperBoxes')
  async listPaperBoxes(
    { roundId }: rpc.ListPaperBoxesRequest,
    metadata: Metadata,
  ): Promise<rpc.ListPaperBoxesResponse> {
    const { round } = await this.evaluation.readRound(roundId);
    const boxes = await showPaperBoxes(this.evaluation)(preparedRound(round), callOf(metadata));
    return { boxes: boxes.map(paperBoxMessage) };
  }

  @GrpcMethod(SERVICE, 'GetTallySheet')
  async getTallySheet(
    { roundId, ...asked }: rpc.GetTallySheetRequest,
    metadata: Metadata,
  ): Promise<rpc.GetTallySheetResponse> {
    const { round } = await this.evaluation.readRound(roundId);
    const namedBy = await tallySheetNamers(this.evaluation)(preparedRound(round), asked, callOf(metadata));
    return { namedBy: [...new Set(namedBy)] };
  }
}
