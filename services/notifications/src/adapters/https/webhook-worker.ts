import type { Ground, Worker } from '@jiangong/service-host';
import type { WebhookChannel } from '../../application/webhooks/webhook-channel.ts';
import type { WebhookLedger } from '../../application/webhooks/webhook-ledger.ts';
import type { WebhookSecrets } from '../../application/webhooks/webhook-secrets.ts';
import { postFacts } from '../../application/webhooks/post-facts.ts';
import { observedTries } from '../telemetry/observed-tries.ts';

type Parts = Readonly<{ ledger: WebhookLedger; secrets: WebhookSecrets; channel: WebhookChannel }>;

/** Tells other systems in every replica, apart from mail: neither waits for the other. */
export const webhookWorker = (
  ground: Pick<Ground, 'clock' | 'handler' | 'systemContext'>,
  { ledger, secrets, channel }: Parts,
): Worker => ({
  name: 'webhooks',
  turn: postFacts({
    ground,
    ledger,
    secrets,
    channel,
    now: () => ground.clock.now(),
    chance: Math.random,
    observe: observedTries('webhook'),
  }),
  close: async () => undefined,
});
