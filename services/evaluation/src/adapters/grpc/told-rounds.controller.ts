import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import { type Ground, historiesOf, refused } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { tellRound } from '../../application/round-history.ts';
import { roundStream } from '../../application/streams.ts';
import { NAMES_MAX, roundNames } from '../postgres/round-names.ts';

const SERVICE = 'RoundService';

const histories = historiesOf('GetRoundHistory');

/** What rounds are called, and what happened to them. */
@Controller()
export class ToldRoundsController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod(SERVICE, 'GetRoundHistory')
  async getRoundHistory(request: rpc.GetRoundHistoryRequest): Promise<rpc.GetRoundHistoryResponse> {
    return histories.of(this.ground.store, roundStream(request.roundId), request, tellRound);
  }

  @GrpcMethod(SERVICE, 'GetRoundNames')
  async getRoundNames({ roundIds }: rpc.GetRoundNamesRequest): Promise<rpc.GetRoundNamesResponse> {
    if (roundIds.length > NAMES_MAX)
      throw refused({ reason: 'TOO_MANY_IDS', field: 'roundIds', details: { idsMax: NAMES_MAX } });
    return { names: [...(await roundNames(this.ground.rows, roundIds))] };
  }
}
