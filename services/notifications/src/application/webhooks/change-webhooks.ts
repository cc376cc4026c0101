import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { testBodyOf } from '../../domain/webhooks/body.ts';
import type { WebhookFact } from '../../domain/webhooks/facts.ts';
import { SECRET_OVERLAP_MS } from '../../domain/webhooks/limits.ts';
import type { WebhookOrder } from '../../domain/webhooks/orders.ts';
import { webhookDecider, type WebhookRefusal } from '../../domain/webhooks/webhook.ts';
import { webhookStream } from '../streams.ts';
import type { WebhookLedger } from './webhook-ledger.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';

export type Webhooks = Readonly<{
  /** How many are registered and not removed. */
  count(): Promise<number>;
}>;

export type WebhookParts = Readonly<{
  ground: Pick<Ground, 'handler' | 'alone' | 'caughtUp'>;
  webhooks: Webhooks;
  secrets: WebhookSecrets;
  ledger: WebhookLedger;
}>;

type Answer = Handled<WebhookFact, WebhookRefusal>;

type Because = Readonly<{ webhookId: string; reason: string }>;

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** What those who run the platform do about webhooks. The order is in the log before anything beside it changes; a repeat makes up for what a crash left out. */
export const changeWebhooks = ({ ground, webhooks, secrets, ledger }: WebhookParts) => {
  const handle = ground.handler(webhookDecider);
  const send = (order: WebhookOrder, body: object, call: CallContext): Promise<Answer> =>
    handle({
      stream: webhookStream(order.webhookId),
      order,
      body: { rpc: order.kind, ...body },
      context: call,
      ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
    });
  return {
    register: (
      asked: Readonly<{ name: string; address: string; facts: readonly string[] }>,
      call: CallContext,
    ): Promise<Readonly<{ webhookId: string; secret: string; answer: Answer }>> =>
      ground.alone(async () => {
        await ground.caughtUp();
        const webhookId = aggregateIdOf(call.requestId, 'webhook');
        const place = { webhookId, organizationId: call.actor.organization ?? '', registered: await webhooks.count() };
        const answer = await send({ kind: 'RegisterWebhook', ...place, ...asked }, asked, call);
        const secret =
          answer.kind === 'refused'
            ? ''
            : await secrets.make({ webhookId, secretId: webhookId, now: call.now, formerUntil: call.now });
        return { webhookId, secret, answer };
      }),
    rotate: async (
      { webhookId, reason, atOnce }: Because & Readonly<{ atOnce: boolean }>,
      call: CallContext,
    ): Promise<Readonly<{ secret: string; formerUntil: string; answer: Answer }>> => {
      const { now } = call;
      const secretId = aggregateIdOf(call.requestId, 'webhook secret');
      const order = { kind: 'RotateWebhookSecret', webhookId, secretId, reason, atOnce, now } as const;
      const answer = await send(order, { webhookId, reason, atOnce }, call);
      const formerUntil = atOnce ? now : later(now, SECRET_OVERLAP_MS);
      const secret = answer.kind === 'refused' ? '' : await secrets.make({ webhookId, secretId, now, formerUntil });
      return { secret, formerUntil, answer };
    },
    rename: (asked: Readonly<{ webhookId: string; name: string }>, call: CallContext): Promise<Answer> =>
      send({ kind: 'RenameWebhook', ...asked }, asked, call),
    pause: (asked: Because, call: CallContext): Promise<Answer> =>
      send({ kind: 'PauseWebhook', ...asked }, asked, call),
    resume: async (asked: Because, call: CallContext): Promise<Answer> => {
      const answer = await send({ kind: 'ResumeWebhook', ...asked }, asked, call);
      if (answer.kind === 'accepted') await ledger.forgive(asked.webhookId);
      return answer;
    },
    remove: async (asked: Because, call: CallContext): Promise<Answer> => {
      const answer = await send({ kind: 'RemoveWebhook', ...asked }, asked, call);
      if (answer.kind === 'accepted') await secrets.forget(asked.webhookId);
      return answer;
    },
    test: async (webhookId: string, call: CallContext): Promise<Readonly<{ deliveryId: string; answer: Answer }>> => {
      const deliveryId = aggregateIdOf(call.requestId, 'webhook test');
      const answer = await send({ kind: 'TestWebhook', webhookId, deliveryId }, { webhookId }, call);
      if (answer.kind === 'accepted')
        await ledger.queueTest({ webhookId, deliveryId, body: testBodyOf(call.now), now: call.now });
      return { deliveryId, answer };
    },
  };
};

export type ChangeWebhooks = ReturnType<typeof changeWebhooks>;
