import { gzipSync } from 'node:zlib';
import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { canonicalBytes } from '@jiangong/event-store';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { askWhatIf } from '../../application/ask-what-if.ts';
import { computeTally } from '../../application/compute-tally.ts';
import { givenFacts } from '../../domain/answer/looked-up-facts.ts';
import type { Decisions } from '../../application/decisions.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { partFound } from '../../application/parts-of-result.ts';
import { recomputeResult } from '../../application/recompute-result.ts';
import { type ClosedRound, latestResult, type Result } from '../../domain/round/state.ts';
import { phaseTablesOf } from '../../domain/round/tally-round.ts';
import { DECISIONS } from './decisions-token.ts';
import { EVALUATION } from './evaluation-token.ts';
import { measuredTally } from './measured-tally.ts';
import { homesIn, ownIn, partOfResult, tallyMessage } from './result-messages.ts';
import { closedRound } from './round-messages.ts';
import { stepsMessage, whatIfMessage } from './step-messages.ts';

const SERVICE = 'ResultService';

/** Whether anything is left out or changed. */
const isSupposed = ({ withoutSeats, withoutEntries, parameters }: rpc.GetWhatIfRequest): boolean =>
  withoutSeats.length + withoutEntries.length + Object.keys(parameters).length > 0;

type Tallied = Readonly<{ round: ClosedRound; result: Result }>;

/** Results: everything from the closing to the decision. */
@Controller()
export class ResultsController {
  private readonly evaluation: Evaluation;

  private readonly decisions: Decisions;

  constructor(@Inject(EVALUATION) evaluation: Evaluation, @Inject(DECISIONS) decisions: Decisions) {
    this.evaluation = evaluation;
    this.decisions = decisions;
  }

  @GrpcMethod(SERVICE, 'ComputeTally')
  async computeTally({ roundId }: rpc.ComputeTallyRequest, metadata: Metadata): Promise<rpc.ComputeTallyResponse> {
    const receipt = receiptOf(await measuredTally(() => computeTally(this.evaluation)(roundId, callOf(metadata))));
    const { result } = await this.tallied(roundId);
    return { receipt, resultHash: result.resultHash };
  }

  @GrpcMethod(SERVICE, 'GetResult')
  async getResult({ roundId }: rpc.GetResultRequest): Promise<rpc.GetResultResponse> {
    const part = await partFound(this.decisions)(roundId);
    const { round, result } = await this.tallied(part?.round.roundId ?? roundId);
    const recomputed = await recomputeResult(this.evaluation, round, result);
    if (part !== undefined) return partOfResult(tallyMessage(round, result), recomputed.result, part.shown.part);
    return {
      tally: tallyMessage(round, result),
      earlier: round.results.slice(0, -1).map((earlier) => tallyMessage(round, earlier)),
      resultGzip: gzipSync(canonicalBytes(recomputed.result)),
    };
  }

  @GrpcMethod(SERVICE, 'GetEntrySteps')
  async getEntrySteps({ roundId, entryId }: rpc.GetEntryStepsRequest): Promise<rpc.GetEntryStepsResponse> {
    const { round, result } = await this.tallied(roundId);
    const recomputed = await recomputeResult(this.evaluation, round, result);
    const steps = stepsMessage(round, recomputed.result, entryId);
    if (steps === undefined) throw refused({ reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' });
    return { ...steps, resultHash: result.resultHash };
  }

  @GrpcMethod(SERVICE, 'GetWhatIf')
  async getWhatIf(request: rpc.GetWhatIfRequest): Promise<rpc.GetWhatIfResponse> {
    const part = await partFound(this.decisions)(request.roundId);
    if (part !== undefined && isSupposed(request)) throw refused({ reason: 'PART_AS_IT_IS', field: 'roundId' });
    const { round, result } = await this.tallied(part?.round.roundId ?? request.roundId);
    const answer = await askWhatIf(this.evaluation)(round, result, request);
    if ('reason' in answer) throw refused(answer);
    const whole = { ...whatIfMessage(answer, homesIn(round)), resultHash: result.resultHash };
    return part === undefined ? whole : { ...whole, entries: ownIn(part.shown.part, whole.entries) };
  }

  @GrpcMethod(SERVICE, 'GetScoreSheets')
  async getScoreSheets({ roundId }: rpc.GetScoreSheetsRequest): Promise<rpc.GetScoreSheetsResponse> {
    const { round, result } = await this.tallied(roundId);
    const { inputs } = await recomputeResult(this.evaluation, round, result);
    const json = (value: unknown): string => canonicalBytes(value).toString('utf8');
    return {
      inputsGzip: gzipSync(canonicalBytes(inputs)),
      tablesJson: json(phaseTablesOf(round)),
      phase: round.phase,
      outcomeJson: json(round.tables.outcome),
      tally: tallyMessage(round, result),
      lookedUp: givenFacts({ questions: round.tables.lookedUp ?? [], answers: round.answers ?? [] }).map(
        ({ subject, query, value }) => ({ entryId: subject, queryJson: json(query), valueJson: JSON.stringify(value) }),
      ),
      roll: (round.roll ?? []).map(({ track, count }) => ({ track: track ?? '', count })),
    };
  }

  private async tallied(roundId: string): Promise<Tallied> {
    const { round: read } = await this.evaluation.readRound(roundId);
    const round = closedRound(read);
    const result = latestResult(round);
    if (result === undefined) throw refused({ reason: 'RESULT_NOT_COMPUTED', field: 'roundId' });
    return { round, result };
  }
}
