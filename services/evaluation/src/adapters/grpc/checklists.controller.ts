import type { Metadata } from '@grpc/grpc-js';
import { reaches, reachOf, ROLES } from '@jiangong/access';
import { grantsOf } from '@jiangong/access/postgres';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { redrawableItems } from '../../application/redrawable-items.ts';
import { assignOffice, officesShown } from '../../application/assign-office.ts';
import { changeChecklist, correctChecklist } from '../../application/change-checklist.ts';
import { checklistProgress, type ListKnowledge, myListsIn } from '../../application/checklist-progress.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { findingEvidence } from '../../application/named-evidence.ts';
import { showChecklist } from '../../application/show-checklist.ts';
import { listCounts, listPlaces, roundsWithLists } from '../postgres/checklist-questions.ts';
import { CHECKLIST_SORTS, checklistMessage, checklistRows, checklistTermsOf } from './checklist-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'ChecklistService';

/** Rounds looked through for what concerns the caller: those that are not over are few. */
const ROUNDS_MAX = 50;

const rowLists = listsOf('ListChecklists', CHECKLIST_SORTS);

/** Check-lists: what offices find about entries, and what those who are judged say to it. */
@Controller()
export class ChecklistsController {
  private readonly evaluation: Evaluation;
  private readonly change: ReturnType<typeof changeChecklist>;
  private readonly correct: ReturnType<typeof correctChecklist>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.change = changeChecklist(evaluation);
    this.correct = correctChecklist(evaluation);
  }

  @GrpcMethod(SERVICE, 'RecordOccurrence')
  async recordOccurrence(
    request: rpc.RecordOccurrenceRequest,
    metadata: Metadata,
  ): Promise<rpc.RecordOccurrenceResponse> {
    const { occurrenceId, handled } = await this.change.record(request, callOf(metadata));
    return { receipt: receiptOf(handled), occurrenceId };
  }

  @GrpcMethod(SERVICE, 'WithdrawOccurrence')
  async withdrawOccurrence(
    request: rpc.WithdrawOccurrenceRequest,
    metadata: Metadata,
  ): Promise<rpc.WithdrawOccurrenceResponse> {
    return { receipt: receiptOf(await this.change.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReviewItem')
  async reviewItem({ points, ...request }: rpc.ReviewItemRequest, metadata: Metadata): Promise<rpc.ReviewItemResponse> {
    return { receipt: receiptOf(await this.change.review({ ...request, marks: points }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ScoreSelf')
  async scoreSelf({ points, ...request }: rpc.ScoreSelfRequest, metadata: Metadata): Promise<rpc.ScoreSelfResponse> {
    return { receipt: receiptOf(await this.change.scoreSelf({ ...request, marks: points }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AnswerFinding')
  async answerFinding(request: rpc.AnswerFindingRequest, metadata: Metadata): Promise<rpc.AnswerFindingResponse> {
    return { receipt: receiptOf(await this.change.answer(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ClosePeriod')
  async closePeriod(request: rpc.ClosePeriodRequest, metadata: Metadata): Promise<rpc.ClosePeriodResponse> {
    return { receipt: receiptOf(await this.change.close(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeChecklistAct')
  async proposeChecklistAct(
    { terms, ...request }: rpc.ProposeChecklistActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeChecklistActResponse> {
    const asked = { ...request, terms: checklistTermsOf(terms) };
    const { proposalId, handled } = await this.correct.propose(asked, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutChecklistAct')
  async carryOutChecklistAct(
    request: rpc.CarryOutChecklistActRequest,
    metadata: Metadata,
  ): Promise<rpc.CarryOutChecklistActResponse> {
    return { receipt: receiptOf(await this.correct.answerProposal('CarryOutChecklistAct', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectChecklistProposal')
  async rejectChecklistProposal(
    request: rpc.RejectChecklistProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectChecklistProposalResponse> {
    return {
      receipt: receiptOf(await this.correct.answerProposal('RejectChecklistProposal', request, callOf(metadata))),
    };
  }

  @GrpcMethod(SERVICE, 'AssignOffice')
  async assignOffice(request: rpc.AssignOfficeRequest, metadata: Metadata): Promise<rpc.AssignOfficeResponse> {
    return { receipt: receiptOf(await assignOffice(this.evaluation)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListOffices')
  async listOffices({ roundId }: rpc.ListOfficesRequest): Promise<rpc.ListOfficesResponse> {
    const { round } = await this.evaluation.readRound(roundId);
    const prepared = preparedRound(round);
    return {
      offices: officesShown(prepared).map(({ areas, ...one }) => ({ ...one, areas: [...areas] })),
      redrawable: redrawableItems(prepared).map((one) => ({ ...one })),
    };
  }

  @GrpcMethod(SERVICE, 'GetChecklist')
  async getChecklist(request: rpc.GetChecklistRequest, metadata: Metadata): Promise<rpc.GetChecklistResponse> {
    const call = callOf(metadata);
    const shown = await showChecklist(this.evaluation)(request, call);
    if (shown === undefined) throw refused({ reason: 'NO_CHECKLIST', field: 'entryId' });
    return checklistMessage(shown, call.now);
  }

  @GrpcMethod(SERVICE, 'GetFindingEvidence')
  async getFindingEvidence(
    request: rpc.GetFindingEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.GetFindingEvidenceResponse> {
    const namedBy = await findingEvidence(this.evaluation)(request, callOf(metadata));
    if ('reason' in namedBy) throw refused(namedBy);
    return { namedBy: [...namedBy] };
  }

  @GrpcMethod(SERVICE, 'ListChecklists')
  async listChecklists(request: rpc.ListChecklistsRequest, metadata: Metadata): Promise<rpc.ListChecklistsResponse> {
    const asked = rowLists.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const all = await checklistProgress(this.evaluation, this.knowledge)(preparedRound(round), callOf(metadata));
    const { search } = asked;
    const sought = search === undefined ? all : all.filter(({ title }) => isFoundBy([title], search));
    const { page, nextPageToken, counts } = rowLists.told(listHeld(sought, checklistRows(request), asked), asked);
    return { rows: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListMyChecklists')
  async listMyChecklists(
    _request: rpc.ListMyChecklistsRequest,
    metadata: Metadata,
  ): Promise<rpc.ListMyChecklistsResponse> {
    const call = callOf(metadata);
    const mine = myListsIn(this.evaluation, this.knowledge);
    const roundIds = await roundsWithLists(this.evaluation.ground.rows, ROUNDS_MAX);
    const found = await Promise.all(
      roundIds.map(async (roundId) => mine(preparedRound((await this.evaluation.readRound(roundId)).round), call)),
    );
    return {
      checklists: found.flat().map(({ round: { roundId, editionId }, stage, ...one }) => ({
        ...{ roundId, editionId, ...one },
        stageId: stage?.stageId ?? '',
        stageOpensAt: stage?.opensAt ?? '',
        stageClosesAt: stage?.closesAt ?? '',
      })),
    };
  }

  private readonly knowledge: ListKnowledge = {
    counts: (roundId) => listCounts(this.evaluation.ground.rows, roundId),
    openable: async (roundId, { caller, now }) => {
      const { rows } = this.evaluation.ground;
      const personId = caller.personId ?? '';
      const [grants, places] = await Promise.all([grantsOf(rows, personId), listPlaces(rows, roundId)]);
      const reach = reachOf({
        subject: { kind: 'person', personId },
        grants,
        action: 'checklist.read',
        roles: ROLES,
        now,
      });
      return (entryId) =>
        reaches(reach, { organizationPath: places.get(entryId)?.organizationPath ?? '', concerned: false });
    },
  };
}
