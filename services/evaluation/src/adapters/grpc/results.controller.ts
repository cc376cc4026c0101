import { gzipSync } from 'node:zlib';
import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { canonicalBytes, type StoredEvent } from '@jiangong/event-store';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { computeTally } from '../../application/compute-tally.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { issueCommendation } from '../../application/issue-commendation.ts';
import { recomputeResult } from '../../application/recompute-result.ts';
import { roundStream } from '../../application/streams.ts';
import { takeDecision } from '../../application/take-decision.ts';
import type { ClosedRound, DecidedRound, Tally } from '../../domain/round/state.ts';
import { awardsMessage, factsOf, tallyMessages } from './award-messages.ts';
import { measuredTally } from './measured-tally.ts';
import { EVALUATION } from './evaluation-token.ts';
import { meetingOf } from './meeting-of.ts';
import { closedRound } from './round-messages.ts';

const SERVICE = 'EvaluationService';

type Read = Readonly<{ round: ClosedRound; events: readonly StoredEvent[] }>;
type Commended = Read & Readonly<{ round: DecidedRound }>;
type Tallied = Read & Readonly<{ tally: Tally; messages: readonly rpc.Tally[] }>;

/** Results, decisions and commendations: everything after the closing. */
@Controller()
export class ResultsController {
  private readonly evaluation: Evaluation;

  constructor(@Inject(EVALUATION) evaluation: Evaluation) {
    this.evaluation = evaluation;
  }

  @GrpcMethod(SERVICE, 'ComputeTally')
  async computeTally({ roundId }: rpc.ComputeTallyRequest, metadata: Metadata): Promise<rpc.ComputeTallyResponse> {
    const receipt = receiptOf(await measuredTally(() => computeTally(this.evaluation)(roundId, callOf(metadata))));
    const { tally } = await this.tallied(roundId);
    return { receipt, resultHash: tally.resultHash };
  }

  @GrpcMethod(SERVICE, 'GetResult')
  async getResult({ roundId }: rpc.GetResultRequest): Promise<rpc.GetResultResponse> {
    const { round, tally, messages } = await this.tallied(roundId);
    const { result } = await recomputeResult(this.evaluation, round, tally);
    return { tally: messages.at(-1), earlier: messages.slice(0, -1), resultGzip: gzipSync(canonicalBytes(result)) };
  }

  @GrpcMethod(SERVICE, 'GetScoreSheets')
  async getScoreSheets({ roundId }: rpc.GetScoreSheetsRequest): Promise<rpc.GetScoreSheetsResponse> {
    const { round, tally, messages } = await this.tallied(roundId);
    const { inputs } = await recomputeResult(this.evaluation, round, tally);
    const json = (value: unknown): string => canonicalBytes(value).toString('utf8');
    return {
      inputsGzip: gzipSync(canonicalBytes(inputs)),
      schemeJson: json(round.scheme),
      planJson: json(round.plan),
      tally: messages.at(-1),
    };
  }

  @GrpcMethod(SERVICE, 'TakeDecision')
  async takeDecision(
    { meeting, ...request }: rpc.TakeDecisionRequest,
    metadata: Metadata,
  ): Promise<rpc.TakeDecisionResponse> {
    return {
      receipt: receiptOf(
        await takeDecision(this.evaluation)({ ...request, meeting: meetingOf(meeting) }, callOf(metadata)),
      ),
    };
  }

  @GrpcMethod(SERVICE, 'GetDecision')
  async getDecision({ roundId }: rpc.GetDecisionRequest): Promise<rpc.GetDecisionResponse> {
    const { round, events } = await this.read(roundId);
    const [decision] = factsOf(events, 'DecisionTaken.v1');
    if (decision === undefined || (round.kind !== 'decided' && round.kind !== 'commended'))
      throw refused({ reason: 'DECISION_NOT_TAKEN', field: 'roundId' });
    const { minutesNumber, heldOn, present, bodySize, quorum, departures } = decision.data;
    return { meeting: { minutesNumber, heldOn, present }, bodySize, quorum, departures, awards: awardsMessage(round) };
  }

  @GrpcMethod(SERVICE, 'IssueCommendation')
  async issueCommendation(
    request: rpc.IssueCommendationRequest,
    metadata: Metadata,
  ): Promise<rpc.IssueCommendationResponse> {
    return { receipt: receiptOf(await issueCommendation(this.evaluation)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ListAwards')
  async listAwards({ roundId }: rpc.ListAwardsRequest): Promise<rpc.ListAwardsResponse> {
    const { round } = await this.commended(roundId);
    return { awards: awardsMessage(round) };
  }

  @GrpcMethod(SERVICE, 'GetCircular')
  async getCircular({ roundId }: rpc.GetCircularRequest): Promise<rpc.GetCircularResponse> {
    const { events } = await this.commended(roundId);
    const [issued] = factsOf(events, 'CommendationIssued.v1');
    if (issued === undefined) throw new Error(`round ${roundId} is commended without a circular`);
    const { documentNumber, issuedAt, circular } = issued.data;
    return { circular: { documentNumber, issuedAt, ...circular } };
  }

  private async read(roundId: string): Promise<Read> {
    const { round } = await this.evaluation.readRound(roundId);
    const closed = closedRound(round);
    return { round: closed, events: await this.evaluation.ground.store.readStream(roundStream(roundId)) };
  }

  private async tallied(roundId: string): Promise<Tallied> {
    const read = await this.read(roundId);
    const tally = read.round.tallies.at(-1);
    if (tally === undefined) throw refused({ reason: 'RESULT_NOT_COMPUTED', field: 'roundId' });
    const messages = tallyMessages(read.events);
    // The events were read after the round: show what belongs to the tally at hand.
    return { ...read, tally, messages: messages.slice(0, read.round.tallies.length) };
  }

  /** Decided quietly, published together: before the circular there are no awards for everybody. */
  private async commended(roundId: string): Promise<Commended> {
    const { round } = await this.evaluation.readRound(roundId);
    if (round.kind !== 'commended') throw refused({ reason: 'COMMENDATION_NOT_ISSUED', field: 'roundId' });
    return { round, events: await this.evaluation.ground.store.readStream(roundStream(roundId)) };
  }
}
