import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/duties';
import { type Ground, isKey, pagesOf } from '@jiangong/service-host';
import { GROUND } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { dutiesOf, dutyKey } from '../postgres/duty-questions.ts';

const pages = pagesOf('ListDuties', isKey);

/** What somebody holds and leaves to do, for who runs the committee or the unit. */
@Controller()
export class DutiesController {
  private readonly ground: Ground;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
  }

  @GrpcMethod('NotificationsService', 'ListDuties')
  async listDuties(request: rpc.ListDutiesRequest): Promise<rpc.ListDutiesResponse> {
    const asked = pages.asked(request);
    const { size: limit, after = null } = asked;
    const { personId } = request;
    const found = await dutiesOf(this.ground.rows, { personId, at: this.ground.clock.now(), after, limit });
    const { page, nextPageToken } = pages.page(found, asked, dutyKey);
    return { duties: [...page], nextPageToken };
  }
}
