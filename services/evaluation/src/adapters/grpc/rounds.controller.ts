import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { canonicalBytes } from '@jiangong/event-store';
import { listHeld } from '@jiangong/read-models';
import { listsOf } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { isFoundBy } from '@jiangong/wording/search';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { assignSeats } from '../../application/assign-seats.ts';
import { changeRound } from '../../application/change-round.ts';
import type { Decisions } from '../../application/decisions.ts';
import type { Evaluation } from '../../application/evaluation.ts';
import { partFound, partsShown } from '../../application/parts-of-result.ts';
import { isPrepared } from '../../domain/round/state.ts';
import { remindersOf, remindEvaluators } from '../../application/remind-evaluators.ts';
import { recusalsIn, scoringProgress } from '../../application/scoring-progress.ts';
import { lastActivity, roundsOf, sheetStatuses } from '../postgres/evaluation-questions.ts';
import { DECISIONS } from './decisions-token.ts';
import { EVALUATION } from './evaluation-token.ts';
import {
  entryMessages,
  myPartMessage,
  NO_SEAT,
  partMessage,
  preparedRound,
  roundMessage,
  roundOfPart,
  seatMessages,
} from './round-messages.ts';
import { ENTRY_SORTS, entryList, ROUND_SORTS, roundList, SEAT_SORTS, seatList } from './round-lists.ts';

const SERVICE = 'RoundService';

const roundLists = listsOf('ListRounds', ROUND_SORTS);
const seatLists = listsOf('ListSeats', SEAT_SORTS);
const entryLists = listsOf('ListEntries', ENTRY_SORTS);

/** Rounds: who judges which entries by which rules. */
@Controller()
export class RoundsController {
  private readonly evaluation: Evaluation;
  private readonly change: ReturnType<typeof changeRound>;
  private readonly progress: ReturnType<typeof scoringProgress>;
  private readonly remind: ReturnType<typeof remindEvaluators>;

  private readonly decisions: Decisions;

  constructor(@Inject(EVALUATION) evaluation: Evaluation, @Inject(DECISIONS) decisions: Decisions) {
    this.evaluation = evaluation;
    this.decisions = decisions;
    this.change = changeRound(evaluation);
    this.progress = scoringProgress(evaluation);
    this.remind = remindEvaluators(evaluation, this.progress);
  }

  @GrpcMethod(SERVICE, 'AssignSeats')
  async assignSeats(request: rpc.AssignSeatsRequest, metadata: Metadata): Promise<rpc.AssignSeatsResponse> {
    return { receipt: receiptOf(await assignSeats(this.evaluation)(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'VacateSeat')
  async vacateSeat(request: rpc.VacateSeatRequest, metadata: Metadata): Promise<rpc.VacateSeatResponse> {
    return { receipt: receiptOf(await this.change.vacate(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'DeclareRecusal')
  async declareRecusal(request: rpc.DeclareRecusalRequest, metadata: Metadata): Promise<rpc.DeclareRecusalResponse> {
    return { receipt: receiptOf(await this.change.recuse(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'OpenRound')
  async openRound(request: rpc.OpenRoundRequest, metadata: Metadata): Promise<rpc.OpenRoundResponse> {
    return { receipt: receiptOf(await this.change.open(request, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'GetRound')
  async getRound({ roundId }: rpc.GetRoundRequest, metadata: Metadata): Promise<rpc.GetRoundResponse> {
    const [read, statuses] = await Promise.all([this.evaluation.readRound(roundId), this.statuses(roundId)]);
    const part = isPrepared(read.round) ? undefined : await partFound(this.decisions)(roundId);
    if (part !== undefined) {
      const whole = await this.evaluation.readRound(part.round.roundId);
      return { round: roundOfPart(roundMessage(whole, new Map()), part.shown), mine: NO_SEAT };
    }
    return {
      round: roundMessage(read, statuses),
      mine: myPartMessage(preparedRound(read.round), statuses, callOf(metadata)),
    };
  }

  @GrpcMethod(SERVICE, 'GetDivision')
  async getDivision({ roundId }: rpc.GetDivisionRequest, metadata: Metadata): Promise<rpc.GetDivisionResponse> {
    const call = callOf(metadata);
    const grants = await this.evaluation.ground.grantsFor(call);
    return { parts: (await partsShown(this.decisions)(roundId, grants, call)).map(partMessage) };
  }

  @GrpcMethod(SERVICE, 'GetRules')
  async getRules({ roundId }: rpc.GetRulesRequest): Promise<rpc.GetRulesResponse> {
    const { round: read } = await this.evaluation.readRound(roundId);
    const part = isPrepared(read) ? undefined : await partFound(this.decisions)(roundId);
    const round = preparedRound(part?.round ?? read);
    const json = (value: unknown): string => canonicalBytes(value).toString('utf8');
    const { tables, templateHash, parameters, phase } = round;
    return {
      tablesJson: json(tables),
      templateHash,
      parametersJson: json(parameters),
      phase,
      rulesHash: 'rulesHash' in round ? round.rulesHash : '',
    };
  }

  @GrpcMethod(SERVICE, 'ListRounds')
  async listRounds(request: rpc.ListRoundsRequest): Promise<rpc.ListRoundsResponse> {
    const asked = roundLists.asked({ ...request, q: '' });
    const ids = await roundsOf(this.evaluation.ground.rows, request.editionId);
    const all = await Promise.all(
      ids.map(async (roundId) => roundMessage(await this.evaluation.readRound(roundId), await this.statuses(roundId))),
    );
    const { page, nextPageToken, counts } = roundLists.told(listHeld(all, roundList(request), asked), asked);
    return { rounds: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListSeats')
  async listSeats(request: rpc.ListSeatsRequest): Promise<rpc.ListSeatsResponse> {
    const asked = seatLists.asked({ ...request, q: '' });
    const [{ round }, statuses] = await Promise.all([
      this.evaluation.readRound(request.roundId),
      this.statuses(request.roundId),
    ]);
    const all = seatMessages(preparedRound(round), statuses);
    const { page, nextPageToken, counts } = seatLists.told(listHeld(all, seatList(request), asked), asked);
    return { seats: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'GetProgress')
  async getProgress({ roundId }: rpc.GetProgressRequest): Promise<rpc.GetProgressResponse> {
    const { ground, readRound } = this.evaluation;
    const { round } = await readRound(roundId);
    const [{ seats, entries }, lastAt, reminders] = await Promise.all([
      this.progress(preparedRound(round), ground.clock.now()),
      lastActivity(ground.rows, roundId),
      remindersOf(this.evaluation)(roundId),
    ]);
    return {
      evaluators: seats.map((seat) => ({
        ...seat,
        lastAt: lastAt.get(seat.seatId) ?? '',
        remindedAt: reminders[seat.personId]?.at ?? '',
        remindedTimes: reminders[seat.personId]?.times ?? 0,
      })),
      entries: [...entries],
    };
  }

  @GrpcMethod(SERVICE, 'ListRecusals')
  async listRecusals({ roundId }: rpc.ListRecusalsRequest): Promise<rpc.ListRecusalsResponse> {
    const { round } = await this.evaluation.readRound(roundId);
    const now = this.evaluation.ground.clock.now();
    return { recusals: [...(await recusalsIn(this.evaluation, preparedRound(round), now))] };
  }

  @GrpcMethod(SERVICE, 'RemindEvaluators')
  async remindEvaluators(
    request: rpc.RemindEvaluatorsRequest,
    metadata: Metadata,
  ): Promise<rpc.RemindEvaluatorsResponse> {
    const { reminding, position } = await this.remind(request, callOf(metadata));
    const reached = request.dryRun ? 'would-be-reminded' : 'reminded';
    return {
      outcomes: reminding.map(({ skipped, ...who }) => ({ ...who, outcome: skipped ?? reached })),
      position,
    };
  }

  @GrpcMethod(SERVICE, 'ListEntries')
  async listEntries(request: rpc.ListEntriesRequest, metadata: Metadata): Promise<rpc.ListEntriesResponse> {
    const asked = entryLists.asked(request);
    const { round } = await this.evaluation.readRound(request.roundId);
    const all = entryMessages(preparedRound(round), callOf(metadata));
    const { search } = asked;
    const sought = search === undefined ? all : all.filter(({ title }) => isFoundBy([title], search));
    const { page, nextPageToken, counts } = entryLists.told(listHeld(sought, entryList(request), asked), asked);
    return { entries: [...page], nextPageToken, counts };
  }

  private statuses(roundId: string): ReturnType<typeof sheetStatuses> {
    return sheetStatuses(this.evaluation.ground.rows, roundId);
  }
}
