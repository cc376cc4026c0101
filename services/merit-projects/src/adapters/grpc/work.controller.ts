import type { Metadata } from '@grpc/grpc-js';
import type { ListWorkRequest, ListWorkResponse } from '@jiangong/contracts/jiangong/work/v1/work_service';
import type { Ground } from '@jiangong/service-host';
import { callOf, GROUND } from '@jiangong/service-host/nest';
import { together } from '@jiangong/read-models/postgres';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { listWork } from '../../application/work/list-work.ts';
import { workKnowledge } from '../postgres/work-questions.ts';

/** What waits for the caller in the open editions. */
@Controller()
export class WorkController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod('WorkService', 'ListWork')
  async listWork(_request: ListWorkRequest, metadata: Metadata): Promise<ListWorkResponse> {
    const call = callOf(metadata);
    const grants = await this.ground.grantsFor(call);
    const asker = { personId: call.caller.personId ?? '', grants, now: call.now };
    return listWork(workKnowledge(together(this.ground.rows)), asker);
  }
}
