import { instantAfter } from '@jiangong/calendar';
import type { Decider, Refusal } from '@jiangong/event-store';
import { isLine } from '@jiangong/wording';
import type { WebhookFact } from './facts.ts';
import {
  FAILING_MS_MAX,
  SECRET_OVERLAP_MS,
  WEBHOOK_NAME_CHARS_MAX,
  WEBHOOK_REASON_CHARS_MAX,
  WEBHOOKS_MAX,
} from './limits.ts';
import type { DisableWebhook, RegisterWebhook, RenameWebhook, RotateWebhookSecret, WebhookOrder } from './orders.ts';
import { receiverAddressOf } from './receiver-address.ts';
import { isToldFact, TOLD_FACTS } from './told-facts.ts';

type Standing = Readonly<{ organizationId: string; name: string }>;

type Stands = 'active' | 'paused' | 'disabled';

/** A webhook as it stands. Paused by a person, disabled by the platform; either way what comes waits. */
export type Webhook =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'removed' }>
  | (Readonly<{ kind: Stands }> & Standing);

export type WebhookReason =
  | 'WEBHOOK_NOT_FOUND'
  | 'WEBHOOK_NAME_INVALID'
  | 'WEBHOOK_ADDRESS_INVALID'
  | 'WEBHOOK_FACTS_INVALID'
  | 'WEBHOOKS_TOO_MANY'
  | 'WEBHOOK_REASON_INVALID'
  | 'WEBHOOK_NOT_ACTIVE'
  | 'WEBHOOK_ACTIVE_ALREADY'
  | 'WEBHOOK_NOT_FAILING';

export type WebhookRefusal = Refusal<WebhookReason>;

type Decided = readonly WebhookFact[] | WebhookRefusal;

const wrongName = (name: string): WebhookRefusal | undefined =>
  isLine(name, { charactersMax: WEBHOOK_NAME_CHARS_MAX })
    ? undefined
    : { reason: 'WEBHOOK_NAME_INVALID', field: 'name', details: { charsMax: WEBHOOK_NAME_CHARS_MAX } };

const register = (order: RegisterWebhook): Decided => {
  const { webhookId, organizationId, name, facts, registered } = order;
  const wrong = wrongName(name);
  if (wrong) return wrong;
  const address = receiverAddressOf(order.address);
  if (address === undefined) return { reason: 'WEBHOOK_ADDRESS_INVALID', field: 'address' };
  const wanted = TOLD_FACTS.filter((type) => facts.includes(type));
  if (wanted.length === 0 || !facts.every(isToldFact)) return { reason: 'WEBHOOK_FACTS_INVALID', field: 'facts' };
  if (registered >= WEBHOOKS_MAX) return { reason: 'WEBHOOKS_TOO_MANY', details: { webhooksMax: WEBHOOKS_MAX } };
  return [{ type: 'WebhookRegistered.v1', data: { webhookId, organizationId, name, address, facts: wanted } }];
};

const rotate = ({ webhookId, secretId, reason, atOnce, now }: RotateWebhookSecret): Decided => {
  const formerUntil = atOnce ? now : instantAfter(now, SECRET_OVERLAP_MS);
  return [{ type: 'WebhookSecretRotated.v1', data: { webhookId, secretId, formerUntil, reason } }];
};

/** The same name again changes nothing. */
const rename = ({ name: formerName }: Standing, { webhookId, name }: RenameWebhook): Decided =>
  wrongName(name) ??
  (name === formerName ? [] : [{ type: 'WebhookRenamed.v1', data: { webhookId, formerName, name } }]);

const disable = ({ organizationId, name }: Standing, { webhookId, failingSince, now }: DisableWebhook): Decided =>
  now < instantAfter(failingSince, FAILING_MS_MAX)
    ? { reason: 'WEBHOOK_NOT_FAILING', field: 'failingSince' }
    : [{ type: 'WebhookDisabled.v1', data: { webhookId, organizationId, name, failingSince } }];

const decide = (webhook: Webhook, order: WebhookOrder): Decided => {
  if (order.kind === 'RegisterWebhook') return webhook.kind === 'absent' ? register(order) : [];
  if (webhook.kind === 'absent' || webhook.kind === 'removed')
    return { reason: 'WEBHOOK_NOT_FOUND', field: 'webhookId' };
  const { webhookId } = order;
  if ('reason' in order && !isLine(order.reason, { charactersMax: WEBHOOK_REASON_CHARS_MAX }))
    return { reason: 'WEBHOOK_REASON_INVALID', field: 'reason', details: { charsMax: WEBHOOK_REASON_CHARS_MAX } };
  switch (order.kind) {
    case 'RotateWebhookSecret':
      return rotate(order);
    case 'RenameWebhook':
      return rename(webhook, order);
    case 'PauseWebhook':
      if (webhook.kind !== 'active') return { reason: 'WEBHOOK_NOT_ACTIVE', field: 'webhookId' };
      return [{ type: 'WebhookPaused.v1', data: { webhookId, reason: order.reason } }];
    case 'ResumeWebhook':
      if (webhook.kind === 'active') return { reason: 'WEBHOOK_ACTIVE_ALREADY', field: 'webhookId' };
      return [{ type: 'WebhookResumed.v1', data: { webhookId, reason: order.reason } }];
    case 'RemoveWebhook':
      return [{ type: 'WebhookRemoved.v1', data: { webhookId, reason: order.reason } }];
    case 'DisableWebhook':
      return webhook.kind === 'active' ? disable(webhook, order) : [];
    case 'TestWebhook':
      return [{ type: 'WebhookTested.v1', data: { webhookId, deliveryId: order.deliveryId } }];
  }
};

const standing = (webhook: Webhook, kind: Stands): Webhook =>
  webhook.kind === 'absent' || webhook.kind === 'removed' ? webhook : { ...webhook, kind };

const evolve = (webhook: Webhook, fact: WebhookFact): Webhook => {
  switch (fact.type) {
    case 'WebhookRegistered.v1':
      return { kind: 'active', organizationId: fact.data.organizationId, name: fact.data.name };
    case 'WebhookRenamed.v1':
      return webhook.kind === 'absent' || webhook.kind === 'removed' ? webhook : { ...webhook, name: fact.data.name };
    case 'WebhookPaused.v1':
      return standing(webhook, 'paused');
    case 'WebhookResumed.v1':
      return standing(webhook, 'active');
    case 'WebhookDisabled.v1':
      return standing(webhook, 'disabled');
    case 'WebhookRemoved.v1':
      return { kind: 'removed' };
    case 'WebhookSecretRotated.v1':
    case 'WebhookTested.v1':
      return webhook;
  }
};

export const webhookDecider: Decider<Webhook, WebhookOrder, WebhookFact, WebhookRefusal> = {
  initial: { kind: 'absent' },
  decide,
  evolve,
};
