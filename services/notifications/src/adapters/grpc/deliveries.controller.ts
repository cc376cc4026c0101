import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { type Ground, isKey, pagesOf, refused } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { mendDelivery } from '../../application/mail/mend-delivery.ts';
import { deliveriesOf, deliveryCounts, isDeliveryPlace, parkedDeliveries } from '../postgres/delivery-questions.ts';
import { postgresDeliveryLedger } from '../postgres/postgres-delivery-ledger.ts';

const SERVICE = 'NotificationsService';

const ownPages = pagesOf('ListOwnDeliveries', isDeliveryPlace);
const parkedPages = pagesOf('ListParkedDeliveries', isKey);

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
    const asked = ownPages.asked(request);
    const { size: limit, after = null } = asked;
    const found = await deliveriesOf(this.ground.rows, { of: personId, after, limit });
    const { page, nextPageToken } = ownPages.page(found, asked, ({ createdAt, deliveryId }) => [createdAt, deliveryId]);
    return { deliveries: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListParkedDeliveries')
  async listParked(request: rpc.ListParkedDeliveriesRequest): Promise<rpc.ListParkedDeliveriesResponse> {
    const asked = parkedPages.asked(request);
    const { size: limit, after = null } = asked;
    const found = await parkedDeliveries(this.ground.rows, { after, limit });
    const { page, nextPageToken } = parkedPages.page(found, asked, ({ deliveryId }) => deliveryId);
    return { deliveries: [...page], counts: [...(await deliveryCounts(this.ground.rows))], nextPageToken };
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
