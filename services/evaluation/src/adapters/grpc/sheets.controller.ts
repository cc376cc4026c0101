import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { scoreSheets } from '../../application/score-sheets.ts';
import type { Draft } from '../../domain/sheet/state.ts';
import { EVALUATION } from './evaluation-token.ts';

const SERVICE = 'EvaluationService';

const scoreMessages = (scores: Draft): readonly rpc.EntryPoints[] =>
  Object.entries(scores)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([entryId, points]) => ({
      entryId,
      points: Object.entries(points).map(([criterionId, hundredths]) => ({ criterionId, hundredths })),
    }));

/** The caller's own score sheet; there is no way to anybody else's. */
@Controller()
export class SheetsController {
  private readonly sheets: ReturnType<typeof scoreSheets>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.sheets = scoreSheets(evaluation);
  }

  @GrpcMethod(SERVICE, 'GetMySheet')
  async getMySheet({ roundId }: rpc.GetMySheetRequest, metadata: Metadata): Promise<rpc.GetMySheetResponse> {
    const found = await this.sheets.read(roundId, callOf(metadata));
    if (found === undefined) throw refused({ reason: 'NOT_AN_EVALUATOR', field: 'roundId' });
    const { sheet, revision, wanted } = found;
    switch (sheet.kind) {
      case 'blank':
        return { status: 'blank', scores: [], scored: 0, wanted, revision };
      case 'draft': {
        const scores = scoreMessages(sheet.scores);
        return {
          status: 'draft',
          scores,
          scored: scores.reduce((sum, { points }) => sum + points.length, 0),
          wanted,
          revision,
        };
      }
      case 'submitted':
        return { status: 'submitted', scores: [], scored: sheet.scoreCount, wanted, revision };
    }
  }

  @GrpcMethod(SERVICE, 'SaveMySheet')
  async saveMySheet(request: rpc.SaveMySheetRequest, metadata: Metadata): Promise<rpc.SaveMySheetResponse> {
    return { receipt: receiptOf(await this.sheets.save(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SubmitMySheet')
  async submitMySheet({ roundId }: rpc.SubmitMySheetRequest, metadata: Metadata): Promise<rpc.SubmitMySheetResponse> {
    return { receipt: receiptOf(await this.sheets.submit(roundId, callOf(metadata))) };
  }
}
