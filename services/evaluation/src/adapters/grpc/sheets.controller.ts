import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Evaluation } from '../../application/evaluation.ts';
import { type MySheet, scoreSheets } from '../../application/score-sheets.ts';
import type { Draft } from '../../domain/sheet/state.ts';
import { EVALUATION } from './evaluation-token.ts';

const SERVICE = 'SheetService';

const scoreMessages = (scores: Draft): readonly rpc.EntryMarks[] =>
  Object.entries(scores)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([entryId, marks]) => ({
      entryId,
      marks: Object.entries(marks).map(([criterionId, mark]) => ({ criterionId, mark })),
    }));

type Standing = Pick<rpc.GetMySheetResponse, 'status' | 'scores' | 'scored'>;
const BLANK: Standing = { status: 'blank', scores: [], scored: 0 };

/** A sheet that is being replaced is blank again, or a draft; another holder's draft is not shown. */
const standingOf = ({ sheet, round, personId }: MySheet): Standing => {
  switch (sheet.kind) {
    case 'blank':
      return BLANK;
    case 'draft': {
      if (sheet.personId !== personId) return BLANK;
      const scores = scoreMessages(sheet.scores);
      return { status: 'draft', scores, scored: scores.reduce((sum, { marks }) => sum + marks.length, 0) };
    }
    case 'submitted':
      return sheet.submission.closing < round.closing && round.hindrance === null
        ? BLANK
        : { status: 'submitted', scores: [], scored: sheet.submission.markCount };
  }
};

/** The sheet of the caller's own seat; there is no way to anybody else's. */
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
    const { revision, wanted, round } = found;
    return { ...standingOf(found), wanted, revision, closing: round.closing, hindrance: round.hindrance ?? '' };
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
