import type { Metadata } from '@grpc/grpc-js';
import type * as rpc from '@jiangong/contracts/jiangong/notifications/v1/webhooks';
import { type Ground, isKey, pagesOf } from '@jiangong/service-host';
import { callOf, GROUND, receiptOf } from '@jiangong/service-host/nest';
import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { type ChangeWebhooks, changeWebhooks } from '../../application/webhooks/change-webhooks.ts';
import { newWebhookSecret } from '../crypto/webhook-signatures.ts';
import { deliveriesOfWebhook, isDeliveryPlace } from '../postgres/delivery-questions.ts';
import { postgresWebhookLedger } from '../postgres/postgres-webhook-ledger.ts';
import { postgresWebhookSecrets } from '../postgres/postgres-webhook-secrets.ts';
import { webhookCount, webhooksFound } from '../postgres/webhook-projection.ts';

const SERVICE = 'NotificationsService';

const pages = pagesOf('ListWebhooks', isKey);
const deliveryPages = pagesOf('ListWebhookDeliveries', isDeliveryPlace);

/** Which other systems are told of public facts: for those who run the platform. */
@Controller()
export class WebhooksController {
  private readonly ground: Ground;
  private readonly change: ChangeWebhooks;

  constructor(@Inject(GROUND) ground: Ground) {
    const { rows, privacy } = ground;
    this.ground = ground;
    this.change = changeWebhooks({
      ground,
      webhooks: { count: () => webhookCount(rows) },
      secrets: postgresWebhookSecrets(rows, privacy, newWebhookSecret),
      ledger: postgresWebhookLedger(rows),
    });
  }

  @GrpcMethod(SERVICE, 'ListWebhooks')
  async list(request: rpc.ListWebhooksRequest): Promise<rpc.ListWebhooksResponse> {
    const asked = pages.asked(request);
    const { size: limit, after = null } = asked;
    const found = await webhooksFound(this.ground.rows, { after, limit });
    const { page, nextPageToken } = pages.page(found, asked, ({ webhookId }) => webhookId);
    return { webhooks: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'ListWebhookDeliveries')
  async listDeliveries(request: rpc.ListWebhookDeliveriesRequest): Promise<rpc.ListWebhookDeliveriesResponse> {
    const asked = deliveryPages.asked(request);
    const { size: limit, after = null } = asked;
    const found = await deliveriesOfWebhook(this.ground.rows, { of: request.webhookId, after, limit });
    const { page, nextPageToken } = deliveryPages.page(found, asked, (row) => [row.createdAt, row.deliveryId]);
    return { deliveries: [...page], nextPageToken };
  }

  @GrpcMethod(SERVICE, 'RegisterWebhook')
  async register(
    { name, address, facts }: rpc.RegisterWebhookRequest,
    metadata: Metadata,
  ): Promise<rpc.RegisterWebhookResponse> {
    const { webhookId, secret, answer } = await this.change.register({ name, address, facts }, callOf(metadata));
    return { webhookId, secret, receipt: receiptOf(answer) };
  }

  @GrpcMethod(SERVICE, 'RotateWebhookSecret')
  async rotate(
    { webhookId, reason, atOnce }: rpc.RotateWebhookSecretRequest,
    metadata: Metadata,
  ): Promise<rpc.RotateWebhookSecretResponse> {
    const { secret, formerUntil, answer } = await this.change.rotate({ webhookId, reason, atOnce }, callOf(metadata));
    return { secret, formerUntil, receipt: receiptOf(answer) };
  }

  @GrpcMethod(SERVICE, 'RenameWebhook')
  async rename({ webhookId, name }: rpc.RenameWebhookRequest, metadata: Metadata): Promise<rpc.RenameWebhookResponse> {
    return { receipt: receiptOf(await this.change.rename({ webhookId, name }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'PauseWebhook')
  async pause({ webhookId, reason }: rpc.PauseWebhookRequest, metadata: Metadata): Promise<rpc.PauseWebhookResponse> {
    return { receipt: receiptOf(await this.change.pause({ webhookId, reason }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'ResumeWebhook')
  async resume(
    { webhookId, reason }: rpc.ResumeWebhookRequest,
    metadata: Metadata,
  ): Promise<rpc.ResumeWebhookResponse> {
    return { receipt: receiptOf(await this.change.resume({ webhookId, reason }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'RemoveWebhook')
  async remove(
    { webhookId, reason }: rpc.RemoveWebhookRequest,
    metadata: Metadata,
  ): Promise<rpc.RemoveWebhookResponse> {
    return { receipt: receiptOf(await this.change.remove({ webhookId, reason }, callOf(metadata))) };
  }

  @GrpcMethod(SERVICE, 'TestWebhook')
  async test({ webhookId }: rpc.TestWebhookRequest, metadata: Metadata): Promise<rpc.TestWebhookResponse> {
    const { deliveryId, answer } = await this.change.test(webhookId, callOf(metadata));
    return { deliveryId, receipt: receiptOf(answer) };
  }
}
