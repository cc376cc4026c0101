import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/ballot_service';
import { type CallContext, refused } from '@jiangong/service-host';
import { callOf, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { Ballots } from '../../application/ballots.ts';
import { collectTokens } from '../../application/collect-tokens.ts';
import { handInBallot } from '../../application/hand-in-ballot.ts';
import { ballotTurnouts, type MyBallot, myBallotsIn } from '../../application/show-ballots.ts';
import { roundsWithBallots } from '../postgres/ballot-projection.ts';
import { myBallotMessage, turnoutMessage } from './ballot-messages.ts';
import { BALLOTS } from './ballots-token.ts';
import { preparedRound } from './round-messages.ts';

const SERVICE = 'BallotService';

/** Rounds looked through for what concerns the caller: those with a ballot under way are few. */
const ROUNDS_MAX = 50;

/** What somebody has a vote in, in all rounds with a ballot under way. */
export const ownBallots = async (ballots: Ballots, call: CallContext): Promise<readonly MyBallot[]> => {
  const roundIds = await roundsWithBallots(ballots.evaluation.ground.rows, ROUNDS_MAX);
  const mine = myBallotsIn(ballots);
  return (await Promise.all(roundIds.map((roundId) => mine(roundId, call)))).flat();
};

/** Secret ballots: tokens to voters who are known, ballots from nobody known. */
@Controller()
export class BallotsController {
  private readonly ballots: Ballots;

  constructor(@Inject(BALLOTS) ballots: Ballots) {
    this.ballots = ballots;
  }

  @GrpcMethod(SERVICE, 'ListMyBallots')
  async listMyBallots(_request: rpc.ListMyBallotsRequest, metadata: Metadata): Promise<rpc.ListMyBallotsResponse> {
    const mine = await ownBallots(this.ballots, callOf(metadata));
    return { ballots: mine.map(myBallotMessage) };
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
