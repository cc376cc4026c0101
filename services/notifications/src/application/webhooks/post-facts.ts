import { requestIdOf } from '@jiangong/event-store';
import type { Ground } from '@jiangong/service-host';
import { settle } from '../../domain/mail/delivery.ts';
import { DELIVERY_KEPT_MS } from '../../domain/mail/limits.ts';
import { FAILING_MS_MAX, WAITING_MS_MAX } from '../../domain/webhooks/limits.ts';
import { webhookDecider } from '../../domain/webhooks/webhook.ts';
import type { SendParts } from '../mail/send-letters.ts';
import { webhookStream } from '../streams.ts';
import type { WebhookChannel } from './webhook-channel.ts';
import type { LeasedPosting, WebhookLedger } from './webhook-ledger.ts';
import type { WebhookSecrets } from './webhook-secrets.ts';

export type PostParts = Pick<SendParts, 'now' | 'chance' | 'observe'> &
  Readonly<{
    ground: Pick<Ground, 'handler' | 'systemContext'>;
    ledger: WebhookLedger;
    secrets: WebhookSecrets;
    channel: WebhookChannel;
  }>;

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** One turn of the worker that tells other systems. Answers how much there was to do. */
export const postFacts = ({ ground, ledger, secrets, channel, now, chance, observe }: PostParts) => {
  const handle = ground.handler(webhookDecider);
  const disable = async (webhookId: string, failingSince: string): Promise<void> => {
    const requestId = requestIdOf(`disable webhook ${webhookId} failing since ${failingSince}`);
    const context = ground.systemContext({ name: 'webhooks', requestId });
    const handled = await handle({
      stream: webhookStream(webhookId),
      order: { kind: 'DisableWebhook', webhookId, failingSince, now: context.now },
      body: { webhookId, failingSince },
      context,
    });
    // It may have been removed meanwhile: nothing is left to disable.
    if (handled.kind === 'refused' && handled.refusal.reason !== 'WEBHOOK_NOT_FOUND')
      throw new Error(`a failing webhook was not disabled: ${handled.refusal.reason}`);
  };
  const post = async (leased: LeasedPosting): Promise<void> => {
    const { deliveryId, address, body, tries, webhookId } = leased;
    const signing = await secrets.signing(webhookId, now());
    const ending = await observe(leased.sort, async () => {
      const tried = await channel.post({ deliveryId, address, body, secrets: signing, now: now() });
      return settle(tried, { tries, now: now(), chance: chance() });
    });
    await ledger.settle(leased, ending, now());
    const since = await ledger.failingSince(leased, ending.failure !== '', now());
    if (since !== null && Date.parse(now()) >= Date.parse(since) + FAILING_MS_MAX) await disable(webhookId, since);
  };
  return async (): Promise<number> => {
    const leased = await ledger.lease(now());
    const done = await Promise.allSettled(leased.map(post));
    const broken = done.find((one) => one.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
    if (leased.length === 0) await ledger.lapse(before(now(), WAITING_MS_MAX), before(now(), DELIVERY_KEPT_MS), now());
    return leased.length;
  };
};
