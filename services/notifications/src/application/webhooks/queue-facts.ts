import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { Clock } from '@jiangong/service-host';
import { bodyOf } from '../../domain/webhooks/body.ts';
import { WAITING_MS_MAX } from '../../domain/webhooks/limits.ts';
import { isToldFact, TOLD_CONTEXTS } from '../../domain/webhooks/told-facts.ts';
import type { WebhookLedger } from './webhook-ledger.ts';

type Registered = Readonly<{ webhookId: string; facts?: readonly string[] }>;

/**
 * Queues public facts for other systems. It hears of registrations by public facts, too, in one order with what is to be told: so a
 * webhook gets exactly what came after it was registered. What is too old to wait is not queued (a platform that was restored).
 */
export const queueFacts = (ledger: WebhookLedger, clock: Clock): ProcessManager => ({
  name: 'queue-facts',
  contexts: [...TOLD_CONTEXTS, 'notifications'],
  handle: async (fact: PublicFact) => {
    const { type, eventId, ordinal, stream: subject, position, occurredAt, data } = fact;
    const now = clock.now();
    if (type === 'notifications.WebhookRegistered.v1') {
      const { webhookId, facts = [] } = data as Registered;
      await ledger.subscribe(webhookId, facts);
    }
    if (type === 'notifications.WebhookRemoved.v1') await ledger.unsubscribe((data as Registered).webhookId, now);
    if (!isToldFact(type) || Date.parse(occurredAt) < Date.parse(now) - WAITING_MS_MAX) return;
    const body = bodyOf({ type, occurredAt, position, data });
    await ledger.queue({ eventId, ordinal, type, subject, position, body }, now);
  },
});
