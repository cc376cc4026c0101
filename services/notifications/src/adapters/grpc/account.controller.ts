import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/account';
import type { Ground } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { tellOfAccount } from '../../application/tell-of-account.ts';

/** What the gateway has people told about their ways in: it signs them in, and owns no facts. */
@Controller()
export class AccountController {
  private readonly tell: ReturnType<typeof tellOfAccount>;

  constructor(@Inject(GROUND) ground: Ground) {
    this.tell = tellOfAccount(ground);
  }

  @GrpcMethod('NotificationsService', 'TellOfAccount')
  async tellOfAccount(request: rpc.TellOfAccountRequest, metadata: Metadata): Promise<rpc.TellOfAccountResponse> {
    return { receipt: receiptOf(await this.tell(request, callOf(metadata))) };
  }
}
