import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { listHeld } from '@jiangong/read-models';
import { listsOf, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { bonusProgress, myBonusesIn } from '../../application/bonus-progress.ts';
import { changeBonus, correctBonus } from '../../application/change-bonus.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { claimEvidence } from '../../application/named-evidence.ts';
import { showBonus } from '../../application/show-bonus.ts';
import { bonusCounts, roundsWithBonuses } from '../postgres/bonus-questions.ts';
import { askedVerdict, BONUS_SORTS, bonusMessage, bonusRows } from './bonus-messages.ts';
import { EVALUATION } from './evaluation-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'BonusService';

/** Rounds looked through for what concerns the caller: those that are not over are few. */
const ROUNDS_MAX = 50;

const rowLists = listsOf('ListBonuses', BONUS_SORTS);

/** Bonuses: what entries claim, and what becomes of it. */
@Controller()
export class BonusesController {
  private readonly evaluation: Evaluation;
  private readonly change: ReturnType<typeof changeBonus>;
  private readonly correct: ReturnType<typeof correctBonus>;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.change = changeBonus(evaluation);
    this.correct = correctBonus(evaluation);
  }

  @GrpcMethod(SERVICE, 'ClaimBonus')
  async claimBonus(request: rpc.ClaimBonusRequest, metadata: Metadata): Promise<rpc.ClaimBonusResponse> {
    const { claimId, handled } = await this.change.claim(request, callOf(metadata));
    return { receipt: receiptOf(handled), claimId };
  }

  @GrpcMethod(SERVICE, 'WithdrawClaim')
  async withdrawClaim(request: rpc.WithdrawClaimRequest, metadata: Metadata): Promise<rpc.WithdrawClaimResponse> {
    return { receipt: receiptOf(await this.change.withdraw(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DecideClaim')
  async decideClaim(
    { verdict, claimId, ...request }: rpc.DecideClaimRequest,
    metadata: Metadata,
  ): Promise<rpc.DecideClaimResponse> {
    const asked = { ...request, ...askedVerdict(claimId, verdict) };
    return { receipt: receiptOf(await this.change.decide(asked, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ReconsiderClaim')
  async reconsiderClaim(
    { verdict, claimId, ...request }: rpc.ReconsiderClaimRequest,
    metadata: Metadata,
  ): Promise<rpc.ReconsiderClaimResponse> {
    const asked = { ...request, ...askedVerdict(claimId, verdict) };
    return { receipt: receiptOf(await this.change.reconsider(asked, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ProposeBonusAct')
  async proposeBonusAct(
    { verdict, claimId, ...request }: rpc.ProposeBonusActRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeBonusActResponse> {
    const asked = { ...request, ...askedVerdict(claimId, verdict) };
    const { proposalId, handled } = await this.correct.propose(asked, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'CarryOutBonusAct')
  async carryOutBonusAct(
    request: rpc.CarryOutBonusActRequest,
    metadata: Metadata,
  ): Promise<rpc.CarryOutBonusActResponse> {
    return { receipt: receiptOf(await this.correct.answerProposal('CarryOutBonusAct', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RejectBonusProposal')
  async rejectBonusProposal(
    request: rpc.RejectBonusProposalRequest,
    metadata: Metadata,
  ): Promise<rpc.RejectBonusProposalResponse> {
    return { receipt: receiptOf(await this.correct.answerProposal('RejectBonusProposal', request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetBonus')
  async getBonus(request: rpc.GetBonusRequest, metadata: Metadata): Promise<rpc.GetBonusResponse> {
    const shown = await showBonus(this.evaluation)(request, callOf(metadata));
    if ('reason' in shown) throw refused(shown);
    return bonusMessage(shown);
  }

  @GrpcMethod(SERVICE, 'GetClaimEvidence')
  async getClaimEvidence(
    request: rpc.GetClaimEvidenceRequest,
    metadata: Metadata,
  ): Promise<rpc.GetClaimEvidenceResponse> {
    const namedBy = await claimEvidence(this.evaluation)(request, callOf(metadata));
    if ('reason' in namedBy) throw refused(namedBy);
    return { namedBy: [...namedBy] };
  }

  @GrpcMethod(SERVICE, 'ListBonuses')
  async listBonuses(request: rpc.ListBonusesRequest, metadata: Metadata): Promise<rpc.ListBonusesResponse> {
    const asked = rowLists.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const all = await bonusProgress(this.evaluation, this.counts)(preparedRound(round), callOf(metadata));
    const { search } = asked;
    const sought = search === undefined ? all : all.filter(({ title }) => isFoundBy([title], search));
    const { page, nextPageToken, counts } = rowLists.told(listHeld(sought, bonusRows(request), asked), asked);
    return { rows: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListMyBonuses')
  async listMyBonuses(_request: rpc.ListMyBonusesRequest, metadata: Metadata): Promise<rpc.ListMyBonusesResponse> {
    const call = callOf(metadata);
    const mine = myBonusesIn(this.evaluation, this.counts);
    const roundIds = await roundsWithBonuses(this.evaluation.ground.rows, ROUNDS_MAX);
    const found = await Promise.all(
      roundIds.map(async (roundId) => mine(preparedRound((await this.evaluation.readRound(roundId)).round), call)),
    );
    return {
      bonuses: found.flat().map(({ round: { roundId, editionId }, ...one }) => ({ roundId, editionId, ...one })),
    };
  }

  private readonly counts = (roundId: string) => bonusCounts(this.evaluation.ground.rows, roundId);
}
