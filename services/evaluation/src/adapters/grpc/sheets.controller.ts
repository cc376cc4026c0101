import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { askReopening } from '../../application/reopening-requests.ts';
import { keepNotes } from '../../application/keep-notes.ts';
import { receiptOfMine } from '../../application/my-sheets.ts';
import { type MySheet, readOwnSheet } from '../../application/own-sheet.ts';
import { scoreSheets } from '../../application/score-sheets.ts';
import { roundsOfEvaluator } from '../postgres/evaluation-questions.ts';
import { EVALUATION } from './evaluation-token.ts';
import { SHEET_SORTS, sheetList } from './held-lists.ts';
import { preparedRound } from './round-messages.ts';
import { distributionMessage, marksWanted, mySheetMessage, receiptMessage, sheetMessage } from './sheet-messages.ts';

const SERVICE = 'SheetService';

const sheetLists = listsOf('ListMySheets', SHEET_SORTS);

/** The sheets of the caller's own seats, and what is his beside them; there is no way to anybody else's. */
@Controller()
export class SheetsController {
  private readonly evaluation: Evaluation;
  private readonly sheets: ReturnType<typeof scoreSheets>;
  private readonly notes: ReturnType<typeof keepNotes>;
  private readonly reopening: ReturnType<typeof askReopening>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.sheets = scoreSheets(evaluation);
    this.notes = keepNotes(evaluation);
    this.reopening = askReopening(evaluation);
  }

  @GrpcMethod(SERVICE, 'GetMySheet')
  async getMySheet({ roundId }: rpc.GetMySheetRequest, metadata: Metadata): Promise<rpc.GetMySheetResponse> {
    const mine = await this.mine(roundId, metadata);
    return { ...sheetMessage(mine), reopening: await this.reopening.latest(roundId, callOf(metadata)) };
  }

  @GrpcMethod(SERVICE, 'GetMyDistribution')
  async getMyDistribution(
    { roundId }: rpc.GetMyDistributionRequest,
    metadata: Metadata,
  ): Promise<rpc.GetMyDistributionResponse> {
    return distributionMessage(await this.mine(roundId, metadata));
  }

  @GrpcMethod(SERVICE, 'ListMySheets')
  async listMySheets(request: rpc.ListMySheetsRequest, metadata: Metadata): Promise<rpc.ListMySheetsResponse> {
    const call = callOf(metadata);
    const asked = sheetLists.asked({ ...request, q: '' });
    const roundIds = await roundsOfEvaluator(this.evaluation.ground.rows, call.caller.personId ?? '');
    const all: rpc.MySheet[] = [];
    // One after the other: each opens a draft.
    for (const roundId of roundIds) {
      const { round } = await this.evaluation.readRound(roundId);
      const mine = await readOwnSheet(this.evaluation, roundId, call);
      all.push(mySheetMessage(preparedRound(round), mine, await receiptOfMine(this.evaluation)(roundId, call)));
    }
    const { page, nextPageToken, counts } = sheetLists.told(listHeld(all, sheetList(request), asked), asked);
    return { sheets: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetMyReceipt')
  async getMyReceipt({ roundId }: rpc.GetMyReceiptRequest, metadata: Metadata): Promise<rpc.GetMyReceiptResponse> {
    const found = await receiptOfMine(this.evaluation)(roundId, callOf(metadata));
    if (found === undefined) throw refused({ reason: 'NOTHING_SUBMITTED', field: 'roundId' });
    return receiptMessage(found);
  }

  @GrpcMethod(SERVICE, 'GetMyNotes')
  async getMyNotes({ roundId }: rpc.GetMyNotesRequest, metadata: Metadata): Promise<rpc.GetMyNotesResponse> {
    return { notes: [...(await this.notes.read(roundId, callOf(metadata)))] };
  }

  @GrpcMethod(SERVICE, 'KeepMyNote')
  async keepMyNote(request: rpc.KeepMyNoteRequest, metadata: Metadata): Promise<rpc.KeepMyNoteResponse> {
    return { receipt: receiptOf(await this.notes.keep(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SaveMySheet')
  async saveMySheet(request: rpc.SaveMySheetRequest, metadata: Metadata): Promise<rpc.SaveMySheetResponse> {
    const asked = { roundId: request.roundId, scores: marksWanted(request.scores) };
    return { receipt: receiptOf(await this.sheets.save(asked, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SubmitMySheet')
  async submitMySheet({ roundId }: rpc.SubmitMySheetRequest, metadata: Metadata): Promise<rpc.SubmitMySheetResponse> {
    return { receipt: receiptOf(await this.sheets.submit(roundId, callOf(metadata))) };
  }

  private async mine(roundId: string, metadata: Metadata): Promise<MySheet> {
    const found = await readOwnSheet(this.evaluation, roundId, callOf(metadata));
    if (found === undefined) throw refused({ reason: 'NOT_AN_EVALUATOR', field: 'roundId' });
    return found;
  }
}
