import type { Delivery, DeliveryCount } from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { z } from 'zod';
import type { AsSaid } from './route.ts';
import { id, instant, word } from './fields.ts';
import { toldFacts } from './told-facts.ts';

const channels = ['mail', 'webhook'] as const;
const sorts = ['message', 'digest', 'address-code', 'address-changed', 'fact', 'test'] as const;
export const states = ['queued', 'sent', 'failed', 'skipped'] as const;
export const failures = [
  'away',
  'slow',
  'deferred',
  'refused',
  'credentials',
  'insecure',
  'message-gone',
  'unreadable',
  'address-barred',
  'redirected',
  'rejected',
  'no-address',
  'switched-off',
  'lapsed',
  'queue-full',
  'receiver-gone',
  'given-up',
] as const;

/** What a test of a webhook posts; it is no fact. */
const TEST = 'jiangong.test';

export const delivery = z
  .object({
    deliveryId: id(),
    channel: word(channels),
    sort: word(sorts),
    messageId: id().nullable(),
    webhookId: id().nullable(),
    fact: word([...toldFacts, TEST])
      .nullable()
      .meta({ description: 'Webhook 收到的内容 / What a webhook is told of' }),
    state: word(states),
    failure: word(failures).nullable(),
    tries: z.number().int(),
    createdAt: instant(),
    nextTryAt: instant().nullable(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'Delivery' });

export const deliveryOut = (one: Delivery): AsSaid<z.input<typeof delivery>> => ({
  ...one,
  messageId: one.messageId,
  webhookId: one.webhookId,
  fact: one.fact,
  failure: one.failure,
  nextTryAt: one.nextTryAt,
  settledAt: one.settledAt,
});

export const deliveryCount = z
  .object({
    channel: word(channels),
    state: word(states),
    failure: word(failures).nullable(),
    count: z.number().int(),
  })
  .meta({ id: 'DeliveryCount' });

export const deliveryCountOut = (one: DeliveryCount): AsSaid<z.input<typeof deliveryCount>> => ({
  ...one,
  failure: one.failure,
});
