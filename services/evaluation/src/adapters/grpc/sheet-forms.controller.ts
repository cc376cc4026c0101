import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Printing } from '@jiangong/documents';
import type { Decisions } from '../../application/decisions.ts';
import { makeSheetForm } from '../../application/make-sheet-form.ts';
import { printMySheet } from '../../application/print-my-sheet.ts';
import { refusalTexts } from '../../application/refusal-texts.ts';
import { cellTexts } from '../../application/sheet-form-texts.ts';
import { type CheckedForm, takeSheetForm } from '../../application/take-sheet-form.ts';
import type { FaultyCell } from '../../domain/sheet/faulty-cell.ts';
import { workbooks } from '../spreadsheets/workbooks.ts';
import { DECISIONS, PRINTING } from './decisions-token.ts';

const SERVICE = 'SheetService';

/** Cells that are named in one answer, of each kind. */
const CELLS_NAMED_MAX = 500;

const texts = { ...refusalTexts, ...cellTexts };

const faultMessage = ({ fault, ...cell }: FaultyCell): rpc.FaultyCell => ({
  ...{ ...cell, reason: fault, zh: texts[fault].zh, en: texts[fault].en },
});

export const formMessage = (form: CheckedForm): Omit<rpc.TakeMySheetFormResponse, 'receipt' | 'saved'> => ({
  ...form,
  faults: form.faults.slice(0, CELLS_NAMED_MAX).map(faultMessage),
  faultsTotal: form.faults.length,
  mismatch: form.mismatch ?? '',
  conflicts: form.conflicts.slice(0, CELLS_NAMED_MAX).map(({ mark, saved, ...cell }) => ({
    ...{ ...cell, inForm: mark ?? undefined, saved: saved ?? undefined },
  })),
});

/** One's own sheet as a file, out and in. */
@Controller()
export class SheetFormsController {
  private readonly decisions: Decisions;
  private readonly printing: Printing;

  constructor(@Inject(DECISIONS) decisions: Decisions, @Inject(PRINTING) printing: Printing) {
    this.decisions = decisions;
    this.printing = printing;
  }

  @GrpcMethod(SERVICE, 'GetMySheetForm')
  async getMySheetForm(
    { roundId }: rpc.GetMySheetFormRequest,
    metadata: Metadata,
  ): Promise<rpc.GetMySheetFormResponse> {
    const made = await makeSheetForm(this.decisions, workbooks)(roundId, callOf(metadata));
    if (made === undefined) throw refused({ reason: 'NOT_AN_EVALUATOR', field: 'roundId' });
    return { ...made, content: Buffer.from(made.content) };
  }

  @GrpcMethod(SERVICE, 'GetMySheetPaper')
  async getMySheetPaper(request: rpc.GetMySheetPaperRequest, metadata: Metadata): Promise<rpc.GetMySheetPaperResponse> {
    const printed = await printMySheet(this.decisions, this.printing)(request, callOf(metadata));
    if ('kind' in printed) throw refused(printed.refusal);
    return { ...printed, content: Buffer.from(printed.content) };
  }

  @GrpcMethod(SERVICE, 'TakeMySheetForm')
  async takeMySheetForm(request: rpc.TakeMySheetFormRequest, metadata: Metadata): Promise<rpc.TakeMySheetFormResponse> {
    const taken = await takeSheetForm(this.decisions, workbooks)(request, callOf(metadata));
    if (taken.kind === 'refused') throw refused(taken.refusal);
    const { form, saved } = taken;
    const receipt = saved === null ? undefined : receiptOf(saved);
    return { ...formMessage(form), saved: saved !== null, receipt };
  }
}
