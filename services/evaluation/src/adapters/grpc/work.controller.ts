import type { Metadata } from '@grpc/grpc-js';
import { grantsOf } from '@jiangong/access/postgres';
import type { ListWorkRequest, ListWorkResponse } from '@jiangong/contracts/jiangong/work/v1/work_service';
import type { Ground } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { together } from '@jiangong/read-models/postgres';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { listWork } from '../../application/work/list-work.ts';
import type { Ballots } from '../../application/ballots.ts';
import { ballotWork } from '../../application/work/ballot-work.ts';
import { editionTitles, workKnowledge } from '../postgres/work-questions.ts';
import { ownBallots } from './ballots.controller.ts';
import { BALLOTS } from './ballots-token.ts';

/** What waits for the caller in rounds and minutes. */
@Controller()
export class WorkController {
  private readonly ground: Ground;
  private readonly ballots: Ballots;

  constructor(@Inject(GROUND) ground: Ground, @Inject(BALLOTS) ballots: Ballots) {
    this.ground = ground;
    this.ballots = ballots;
  }

  @GrpcMethod('WorkService', 'ListWork')
  async listWork(_request: ListWorkRequest, metadata: Metadata): Promise<ListWorkResponse> {
    const { rows } = this.ground;
    const call = callOf(metadata);
    const { caller, now } = call;
    const personId = caller.personId ?? '';
    const told = await listWork(workKnowledge(together(rows)), {
      personId,
      grants: await grantsOf(rows, personId),
      now,
    });
    const mine = await ownBallots(this.ballots, call);
    const titles = await editionTitles(
      rows,
      mine.map(({ ballot }) => ballot.editionId),
    );
    return { ...told, items: [...told.items, ...ballotWork(mine, titles)] };
  }
}
