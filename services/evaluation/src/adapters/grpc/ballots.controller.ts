import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/ballot_service';
import { refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Ballots } from '../../application/ballots.ts';
import { collectTokens } from '../../application/collect-tokens.ts';
import { handInBallot } from '../../application/hand-in-ballot.ts';
import { ballotTurnouts, myBallotsIn } from '../../application/show-ballots.ts';
import { roundsWithBallots } from '../postgres/ballot-projection.ts';
import { myBallotMessage, turnoutMessage } from './ballot-messages.ts';
import { BALLOTS } from './ballots-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'BallotService';

/** Rounds looked through for what concerns the caller: those with a ballot under way are few. */
const ROUNDS_MAX = 50;

/** Secret ballots: tokens to voters who are known, ballots from nobody known. */
@Controller()
export class BallotsController {
  private readonly ballots: Ballots;

  constructor(@Inject(BALLOTS) ballots: Ballots) {
    this.ballots = ballots;
  }

  @GrpcMethod(SERVICE, 'ListMyBallots')
  async listMyBallots(_request: rpc.ListMyBallotsRequest, metadata: Metadata): Promise<rpc.ListMyBallotsResponse> {
    const call = callOf(metadata);
    const roundIds = await roundsWithBallots(this.ballots.evaluation.ground.rows, ROUNDS_MAX);
    const mine = myBallotsIn(this.ballots);
    const found = await Promise.all(roundIds.map((roundId) => mine(roundId, call)));
    return { ballots: found.flat().map(myBallotMessage) };
  }

  @GrpcMethod(SERVICE, 'CollectTokens')
  async collectTokens(request: rpc.CollectTokensRequest, metadata: Metadata): Promise<rpc.CollectTokensResponse> {
    const { handled, signatures } = await collectTokens(this.ballots)(request, callOf(metadata));
    return { receipt: receiptOf(handled), signatures: [...signatures] };
  }

  /** Whoever calls is nobody: nothing of the call goes further than this line. */
  @GrpcMethod(SERVICE, 'HandInBallot')
  async handInBallot(request: rpc.HandInBallotRequest): Promise<rpc.HandInBallotResponse> {
    const answer = await handInBallot(this.ballots)(request);
    if (answer.kind === 'refused') throw refused(answer.refusal);
    return {};
  }

  @GrpcMethod(SERVICE, 'ListBallotTurnouts')
  async listBallotTurnouts({ roundId }: rpc.ListBallotTurnoutsRequest): Promise<rpc.ListBallotTurnoutsResponse> {
    const { round } = await this.ballots.evaluation.readRound(roundId);
    const turnouts = await ballotTurnouts(this.ballots)(preparedRound(round));
    return { ballots: turnouts.map(turnoutMessage) };
  }
}
