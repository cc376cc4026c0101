import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { sha256Hex } from '@jiangong/event-store';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { checkMeasureForm } from '../../application/check-measure-form.ts';
import { changeMeasure, correctMeasure } from '../../application/change-measure.ts';
import type { Decisions } from '../../application/decisions.ts';
import { makeMeasureForm } from '../../application/make-measure-form.ts';
import { measureProgress, myMeasuresIn } from '../../application/measure-progress.ts';
import { measureEvidence } from '../../application/named-evidence.ts';
import { showMeasures } from '../../application/show-measures.ts';
import { roundsWithMeasures } from '../postgres/measure-questions.ts';
import { workbooks } from '../spreadsheets/workbooks.ts';
import { DECISIONS } from './decisions-token.ts';
import {
  askedChange,
  formMessage,
  judgedDays,
  MEASURE_SORTS,
  measureRows,
  measuresMessage,
  rowMessage,
  sourceMessage,
} from './measure-messages.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'MeasureService';

/** Rounds looked through for what concerns the caller: those that are not over are few. */
const ROUNDS_MAX = 50;

const rowLists = listsOf('ListMeasures', MEASURE_SORTS);

/** Measures: what was measured elsewhere of the entries of a round. */
@Controller()
export class MeasuresController {
  private readonly evaluation: Decisions;
  private readonly change: ReturnType<typeof changeMeasure>;
  private readonly correct: ReturnType<typeof correctMeasure>;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.evaluation = decisions;
    this.change = changeMeasure(decisions);
    this.correct = correctMeasure(decisions);
  }

  @GrpcMethod(SERVICE, 'RecordMeasures')
  async recordMeasures(request: rpc.RecordMeasuresRequest, metadata: Metadata): Promise<rpc.RecordMeasuresResponse> {
    return { receipt: receiptOf(await this.change.record(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ChangeMeasure')
  async changeMeasure(request: rpc.ChangeMeasureRequest, metadata: Metadata): Promise<rpc.ChangeMeasureResponse> {
    const { roundId, sourceId, change } = request;
    const asked = { roundId, sourceId, ...askedChange(request, change) };
    return { receipt: receiptOf(await this.change.change(asked, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeMeasureAct')
  async proposeMeasureAct(
    request: rpc.ProposeMeasureActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeMeasureActResponse> {
    const { roundId, sourceId, change } = request;
    const asked = { roundId, sourceId, ...askedChange(request, change) };
    const { proposalId, handled } = await this.correct.propose(asked, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutMeasureAct')
  async carryOutMeasureAct(
    request: rpc.CarryOutMeasureActRequest,
    metadata: Metadata,
  ): Promise<rpc.CarryOutMeasureActResponse> {
    return { receipt: receiptOf(await this.correct.carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectMeasureProposal')
  async rejectMeasureProposal(
    request: rpc.RejectMeasureProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectMeasureProposalResponse> {
    return { receipt: receiptOf(await this.correct.reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetMeasureForm')
  async getMeasureForm(request: rpc.GetMeasureFormRequest, metadata: Metadata): Promise<rpc.GetMeasureFormResponse> {
    const answer = await makeMeasureForm(this.evaluation, workbooks)(request, callOf(metadata));
    if (answer.kind === 'refused') throw refused(answer.refusal);
    return { ...answer.made, content: Buffer.from(answer.made.content) };
  }

  @GrpcMethod(SERVICE, 'CheckMeasureForm')
  async checkMeasureForm(
    request: rpc.CheckMeasureFormRequest,
    metadata: Metadata,
  ): Promise<rpc.CheckMeasureFormResponse> {
    const answer = await checkMeasureForm(this.evaluation, workbooks)(request, callOf(metadata));
    if (answer.kind === 'refused') throw refused(answer.refusal);
    return { ...formMessage(answer.form), sha256: sha256Hex(request.content) };
  }

  @GrpcMethod(SERVICE, 'GetMeasures')
  async getMeasures(request: rpc.GetMeasuresRequest, metadata: Metadata): Promise<rpc.GetMeasuresResponse> {
    const shown = await showMeasures(this.evaluation)(request, callOf(metadata));
    if ('reason' in shown) throw refused(shown);
    return measuresMessage(shown);
  }

  @GrpcMethod(SERVICE, 'GetMeasureEvidence')
  async getMeasureEvidence(
    request: rpc.GetMeasureEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.GetMeasureEvidenceResponse> {
    const namedBy = await measureEvidence(this.evaluation)(request, callOf(metadata));
    if ('reason' in namedBy) throw refused(namedBy);
    return { namedBy: [...namedBy] };
  }

  @GrpcMethod(SERVICE, 'ListMeasures')
  async listMeasures(request: rpc.ListMeasuresRequest, metadata: Metadata): Promise<rpc.ListMeasuresResponse> {
    const asked = rowLists.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const progress = await measureProgress(this.evaluation)(preparedRound(round), callOf(metadata));
    const { search } = asked;
    const { lines, measures, hindrance } = progress;
    const sought = search === undefined ? lines : lines.filter(({ title }) => isFoundBy([title], search));
    const { page, nextPageToken, counts } = rowLists.told(listHeld(sought, measureRows(request), asked), asked);
    return {
      ...{ rows: page.map(rowMessage), nextPageToken, counts, hindrance },
      ...judgedDays(measures[0]?.open),
      sources: measures.map(({ open, records }) => sourceMessage(open, records)),
    };
  }

  @GrpcMethod(SERVICE, 'ListMyMeasures')
  async listMyMeasures(_request: rpc.ListMyMeasuresRequest, metadata: Metadata): Promise<rpc.ListMyMeasuresResponse> {
    const call = callOf(metadata);
    const mine = myMeasuresIn(this.evaluation);
    const roundIds = await roundsWithMeasures(this.evaluation.ground.rows, ROUNDS_MAX);
    const found = await Promise.all(
      roundIds.map(async (roundId) => mine(preparedRound((await this.evaluation.readRound(roundId)).round), call)),
    );
    return {
      measures: found.flat().map(({ round: { roundId, editionId }, ...one }) => ({ roundId, editionId, ...one })),
    };
  }
}
