import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { type Ground, listsOf, refused, wordsOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { mendDelivery } from '../../application/mail/mend-delivery.ts';
import {
  deliveriesOf,
  deliveryCounts,
  OWN_DELIVERY_SORTS,
  PARKED_DELIVERY_SORTS,
  parkedDeliveries,
} from '../postgres/delivery-questions.ts';
import { postgresDeliveryLedger } from '../postgres/postgres-delivery-ledger.ts';

const SERVICE = 'NotificationsService';

const ownLists = listsOf('ListOwnDeliveries', OWN_DELIVERY_SORTS);
const parkedLists = listsOf('ListParkedDeliveries', PARKED_DELIVERY_SORTS);

/** What became of letters: a person sees the own ones, an operator counts and what is parked, never to whom. */
@Controller()
export class DeliveriesController {
  private readonly ground: Ground;
  private readonly mend: ReturnType<typeof mendDelivery>;

  constructor(@Inject(GROUND) ground: Ground) {
    this.ground = ground;
    this.mend = mendDelivery(ground, postgresDeliveryLedger(ground.rows, ground.privacy));
  }

  @GrpcMethod(SERVICE, 'ListOwnDeliveries')
  async listOwn(request: rpc.ListOwnDeliveriesRequest, metadata: Metadata): Promise<rpc.ListOwnDeliveriesResponse> {
    const { personId } = callOf(metadata).caller;
    if (personId === null) throw refused({ reason: 'NOT_A_PERSON' });
    const asked = ownLists.asked({ ...request, q: '' });
    const states = wordsOf(request.state, 'state');
    const found = await deliveriesOf(this.ground.rows, { ...asked, personId, states });
    const { page, nextPageToken, counts } = ownLists.told(found, asked);
    return { deliveries: [...page], nextPageToken, counts };
  }

  @GrpcMethod(SERVICE, 'ListParkedDeliveries')
  async listParked(request: rpc.ListParkedDeliveriesRequest): Promise<rpc.ListParkedDeliveriesResponse> {
    const asked = parkedLists.asked({ ...request, q: '' });
    const failures = wordsOf(request.failure, 'failure');
    const found = await parkedDeliveries(this.ground.rows, { ...asked, failures });
    const { page, nextPageToken, counts: parked } = parkedLists.told(found, asked);
    return { deliveries: [...page], counts: [...(await deliveryCounts(this.ground.rows))], parked, nextPageToken };
  }

  @GrpcMethod(SERVICE, 'RetryDelivery')
  async retry(
    { deliveryId, reason }: rpc.RetryDeliveryRequest,
    metadata: Metadata,
  ): Promise<rpc.RetryDeliveryResponse> {
    return { receipt: receiptOf(await this.mend({ kind: 'RetryDelivery', deliveryId, reason }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'SkipDelivery')
  async skip({ deliveryId, reason }: rpc.SkipDeliveryRequest, metadata: Metadata): Promise<rpc.SkipDeliveryResponse> {
    return { receipt: receiptOf(await this.mend({ kind: 'SkipDelivery', deliveryId, reason }, callOf(metadata))) };
  }
}
