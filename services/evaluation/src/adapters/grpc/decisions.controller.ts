import type { Metadata } from '@grpc/grpc-js';
import type * as messages from '@jiangong/contracts/jiangong/evaluation/v1/decisions';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import { proposalReasons } from '@jiangong/privacy';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { annulDecision } from '../../application/annul-decision.ts';
import { attestMinutes, withdrawMinutes } from '../../application/attest-minutes.ts';
import type { Decisions } from '../../application/decisions.ts';
import { issueCircular, publishProposal } from '../../application/issue-circular.ts';
import { issuedCircular } from '../../application/issued-circular.ts';
import { type AwardedTogether, commendedParts } from '../../application/commended-parts.ts';
import { shownAwards } from '../../application/shown-to-everybody.ts';
import { openProse } from '../../application/prose-codec.ts';
import { reasonAbove } from '../../application/reason-above.ts';
import { recordMinutes } from '../../application/record-minutes.ts';
import { decisionStream } from '../../application/streams.ts';
import type { Reasons } from '../../domain/decision/award.ts';
import type { Decidable } from '../../domain/decision/decidable.ts';
import type { DecisionTaken, TakenFact } from '../../domain/decision/taken-facts.ts';
import type { Taken } from '../../domain/decision/taken.ts';
import { awardsMessage, decisionMessage } from './decision-messages.ts';
import { DECISIONS } from './decisions-token.ts';

const SERVICE = 'DecisionService';

type Standing = Readonly<{ decidable: Decidable; stream: string }>;
type Commended = Standing & Readonly<{ taken: Extract<Taken, { kind: 'commended' }> }>;

/** What a body decides over a round or a naming: from its minutes to its circular, and back. */
@Controller()
export class DecisionsController {
  private readonly decisions: Decisions;

  constructor(@Inject(DECISIONS) decisions: Decisions) {
    this.decisions = decisions;
  }

  @GrpcMethod(SERVICE, 'RecordMinutes')
  async recordMinutes(request: rpc.RecordMinutesRequest, metadata: Metadata): Promise<rpc.RecordMinutesResponse> {
    const { decisionId, handled } = await recordMinutes(this.decisions)(request, callOf(metadata));
    return { receipt: receiptOf(handled), decisionId };
  }

  @GrpcMethod(SERVICE, 'AttestMinutes')
  async attestMinutes(request: rpc.AttestMinutesRequest, metadata: Metadata): Promise<rpc.AttestMinutesResponse> {
    const { handled, inForce } = await attestMinutes(this.decisions)(request, callOf(metadata));
    return { receipt: receiptOf(handled), inForce };
  }

  @GrpcMethod(SERVICE, 'WithdrawMinutes')
  async withdrawMinutes(request: rpc.WithdrawMinutesRequest, metadata: Metadata): Promise<rpc.WithdrawMinutesResponse> {
    return { receipt: receiptOf(await withdrawMinutes(this.decisions)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetDecision')
  async getDecision({ roundId }: rpc.GetDecisionRequest): Promise<rpc.GetDecisionResponse> {
    const standing = await this.standing(roundId);
    const { taken } = standing.decidable;
    if (taken.kind === 'undecided') throw refused({ reason: 'DECISION_NOT_TAKEN', field: 'roundId' });
    return { decision: await this.decision(standing, taken.decision.decisionId) };
  }

  @GrpcMethod(SERVICE, 'ListDecisions')
  async listDecisions({ roundId }: rpc.ListDecisionsRequest): Promise<rpc.ListDecisionsResponse> {
    const standing = await this.standing(roundId);
    const ids = await this.decisions.known.decisionsOf(roundId);
    const found = await Promise.all(ids.map((decisionId) => this.decision(standing, decisionId)));
    return { decisions: found.filter((decision) => decision !== undefined) };
  }

  @GrpcMethod(SERVICE, 'ProposeAnnulment')
  async proposeAnnulment(
    request: rpc.ProposeAnnulmentRequest,
    metadata: Metadata,
  ): Promise<rpc.ProposeAnnulmentResponse> {
    const { proposalId, handled } = await annulDecision(this.decisions).propose(request, callOf(metadata));
    return { receipt: receiptOf(handled), proposalId };
  }

  @GrpcMethod(SERVICE, 'RejectAnnulment')
  async rejectAnnulment(request: rpc.RejectAnnulmentRequest, metadata: Metadata): Promise<rpc.RejectAnnulmentResponse> {
    return { receipt: receiptOf(await annulDecision(this.decisions).reject(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'AnnulDecision')
  async annulDecision(request: rpc.AnnulDecisionRequest, metadata: Metadata): Promise<rpc.AnnulDecisionResponse> {
    return { receipt: receiptOf(await annulDecision(this.decisions).carryOut(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'PublishProposal')
  async publishProposal(request: rpc.PublishProposalRequest, metadata: Metadata): Promise<rpc.PublishProposalResponse> {
    const receipt = receiptOf(await publishProposal(this.decisions)(request, callOf(metadata)));
    const { taken } = (await this.standing(request.roundId)).decidable;
    return { receipt, endsAt: taken.kind === 'undecided' ? '' : (taken.decision.notice?.endsAt ?? '') };
  }

  @GrpcMethod(SERVICE, 'IssueCircular')
  async issueCircular(request: rpc.IssueCircularRequest, metadata: Metadata): Promise<rpc.IssueCircularResponse> {
    return { receipt: receiptOf(await issueCircular(this.decisions)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListAwards')
  async listAwards({ roundId }: rpc.ListAwardsRequest): Promise<rpc.ListAwardsResponse> {
    const divided = await commendedParts(this.decisions, roundId);
    const { decidable, awards } = divided ?? (await this.awarded(roundId));
    return { awards: awardsMessage(decidable, await shownAwards(this.decisions, decidable, awards)) };
  }

  @GrpcMethod(SERVICE, 'GetCircular')
  async getCircular({ roundId }: rpc.GetCircularRequest): Promise<rpc.GetCircularResponse> {
    const { stream, taken } = await this.commended(roundId);
    const { circular } = await issuedCircular(this.decisions, stream, taken.decision.decisionId);
    const { documentNumber, issuedAt } = taken.circular;
    return { circular: { documentNumber, issuedAt, ...circular } };
  }

  private async standing(roundId: string): Promise<Standing> {
    const found = await this.decisions.find(roundId);
    if (found.kind === 'absent') throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    if (found.kind === 'refused') throw refused(found.refusal);
    return found;
  }

  /** Decided quietly, published together: before the circular there are no awards for everybody. */
  private async commended(roundId: string): Promise<Commended> {
    const found = await this.decisions.find(roundId);
    if (found.kind === 'absent') throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    if (found.kind !== 'refused') {
      const { decidable, stream } = found;
      const { taken } = decidable;
      if (taken.kind === 'commended') return { decidable, stream, taken };
    }
    throw refused({ reason: 'CIRCULAR_NOT_ISSUED', field: 'roundId' });
  }

  private async awarded(roundId: string): Promise<AwardedTogether> {
    const { decidable, taken } = await this.commended(roundId);
    return { decidable, awards: taken.decision.awards };
  }

  private async decision({ decidable, stream }: Standing, decisionId: string): Promise<messages.Decision | undefined> {
    const { ground, handleDecision } = this.decisions;
    const of = decisionStream(decisionId);
    const [{ state }, [minuted], events] = await Promise.all([
      handleDecision.stateOf(of),
      ground.store.readStream(of, { toRevision: 0 }),
      ground.store.readStream(stream),
    ]);
    if (state.kind === 'absent' || minuted === undefined) return undefined;
    const taken = events.find(
      ({ type, data }) => type === 'DecisionTaken.v1' && (data as DecisionTaken['data']).decisionId === decisionId,
    );
    const reasonOf = (type: TakenFact['type']) => reasonAbove(ground.privacy, events, { type, decisionId });
    const before = taken === undefined ? null : (taken.data as DecisionTaken['data']).before;
    return decisionMessage(state, decidable, {
      why: await proposalReasons(ground.privacy, events),
      above: { notice: await reasonOf('ProposalPublished.v1'), circular: await reasonOf('CircularIssued.v1') },
      reasons: await openProse<Reasons>(ground.privacy, minuted),
      changes: (before?.changes ?? []).map((change) => ({
        entryId: change.entryId,
        before: change.before ?? 0,
        after: change.after ?? 0,
      })),
    });
  }
}
