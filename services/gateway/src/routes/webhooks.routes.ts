import { NotificationsServiceService } from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import {
  ListWebhookDeliveriesRequest,
  ListWebhooksRequest,
  PauseWebhookRequest,
  RegisterWebhookRequest,
  RemoveWebhookRequest,
  RenameWebhookRequest,
  ResumeWebhookRequest,
  RotateWebhookSecretRequest,
  TestWebhookRequest,
  type Webhook,
} from '@jiangong/contracts/jiangong/notifications/v1/webhooks';
import { z } from 'zod';
import { delivery, deliveryOut } from './delivery-shapes.ts';
import { id, instant, line, pageAnswer, pageOf, pageOut, pageQuery, word } from './fields.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route, type AsSaid } from './route.ts';
import { toldFacts } from './told-facts.ts';

const SERVICE = 'notifications';
const NAME_CHARS_MAX = 100;
const ADDRESS_CHARS_MAX = 500;
const REASON_CHARS_MAX = 500;

const tags = ['operations'];
const params = z.strictObject({ webhookId: id() });
const because = z.strictObject({ reason: line(REASON_CHARS_MAX) });

const webhook = z
  .object({
    webhookId: id(),
    name: z.string(),
    address: z.url(),
    facts: z.array(word(toldFacts)),
    state: word(['active', 'paused', 'disabled']),
    reason: z.string().nullable().meta({ description: '暂停或恢复的原因 / Why it was paused or resumed' }),
    registeredAt: instant(),
    changedAt: instant(),
    failingSince: instant().nullable().meta({ description: '自何时起无一送达 / Since when nothing has arrived' }),
    formerSecretUntil: instant()
      .nullable()
      .meta({ description: '旧密钥同时有效至何时 / Until when the former secret signs, too' }),
    waiting: z.number().int(),
    parked: z.number().int(),
  })
  .meta({ id: 'Webhook' });

const webhookOut = (one: Webhook): AsSaid<z.input<typeof webhook>> => ({
  ...one,
  reason: one.reason,
  failingSince: one.failingSince,
  formerSecretUntil: one.formerSecretUntil,
});

const secret = z.string().meta({
  description:
    '用于给每次投递签名（“Standard Webhooks”，HMAC-SHA256）；仅此处显示 / Signs every delivery ("Standard Webhooks", HMAC-SHA256); shown here alone',
});

const list = route({
  method: 'GET',
  path: '/v1/operations/webhooks',
  summary: { zh: '向其他系统的推送', en: 'The other systems that are told of facts, and how each stands' },
  tags,
  query: z.strictObject({ ...pageQuery }),
  answer: pageAnswer(webhook),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.listWebhooks,
    request: ({ query }) => ListWebhooksRequest.fromPartial({ service: SERVICE, ...pageOf(query) }),
    respond: ({ webhooks, nextPageToken }) => pageOut(webhooks.map(webhookOut), nextPageToken),
  },
});

const register = route({
  method: 'POST',
  path: '/v1/operations/webhooks',
  summary: { zh: '登记推送（密钥仅显示一次）', en: 'Have another system told of facts; its secret is shown once' },
  tags,
  founds: true,
  status: 201,
  body: z.strictObject({
    name: line(NAME_CHARS_MAX),
    address: line(ADDRESS_CHARS_MAX),
    facts: z.array(word(toldFacts)).min(1).max(toldFacts.length),
  }),
  answer: z.object({ webhookId: id(), secret, receipt }),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.registerWebhook,
    request: ({ body }) => RegisterWebhookRequest.fromPartial({ service: SERVICE, ...body }),
    respond: (response) => ({ webhookId: response.webhookId, secret: response.secret, ...accepted(response) }),
  },
});

const rotate = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/secret',
  summary: { zh: '更换密钥（新旧并用一天）', en: 'A new secret, shown once; the former one signs beside it for a day' },
  tags,
  founds: true,
  params,
  body: because.extend({
    atOnce: z
      .boolean()
      .optional()
      .meta({ description: '旧密钥已被他人得知：立即失效 / The former one was seen by somebody: it ends now' }),
  }),
  answer: z.object({ secret: secret.nullable(), formerUntil: instant(), receipt }),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.rotateWebhookSecret,
    request: ({ params: { webhookId }, body: { reason, atOnce = false } }) =>
      RotateWebhookSecretRequest.fromPartial({ service: SERVICE, webhookId, reason, atOnce }),
    respond: (response) => ({
      secret: response.secret,
      formerUntil: response.formerUntil,
      ...accepted(response),
    }),
  },
});

const rename = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/name',
  summary: { zh: '推送更名', en: 'Call it otherwise: where it leads and what it is told stays' },
  tags,
  params,
  body: z.strictObject({ name: line(NAME_CHARS_MAX) }),
  answer: receiptAnswer,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.renameWebhook,
    request: (input) => RenameWebhookRequest.fromPartial({ service: SERVICE, ...input.params, ...input.body }),
    respond: accepted,
  },
});

const pause = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/pause',
  summary: { zh: '暂停推送（内容等待）', en: 'Pause: what comes waits' },
  tags,
  params,
  body: because,
  answer: receiptAnswer,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.pauseWebhook,
    request: (input) => PauseWebhookRequest.fromPartial({ service: SERVICE, ...input.params, ...input.body }),
    respond: accepted,
  },
});

const resume = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/resume',
  summary: { zh: '恢复推送', en: 'Resume what was paused or disabled: first what waits is sent' },
  tags,
  params,
  body: because,
  answer: receiptAnswer,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.resumeWebhook,
    request: (input) => ResumeWebhookRequest.fromPartial({ service: SERVICE, ...input.params, ...input.body }),
    respond: accepted,
  },
});

const remove = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/removal',
  summary: { zh: '删除推送', en: 'Remove: the secret is destroyed, and what waits is given up' },
  tags,
  params,
  body: because,
  answer: receiptAnswer,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.removeWebhook,
    request: (input) => RemoveWebhookRequest.fromPartial({ service: SERVICE, ...input.params, ...input.body }),
    respond: accepted,
  },
});

const test = route({
  method: 'POST',
  path: '/v1/operations/webhooks/{webhookId}/test',
  summary: { zh: '试推送', en: 'Send a delivery that says nothing' },
  tags,
  founds: true,
  params,
  answer: z.object({ deliveryId: id(), receipt }),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.testWebhook,
    request: (input) => TestWebhookRequest.fromPartial({ service: SERVICE, ...input.params }),
    respond: (response) => ({ deliveryId: response.deliveryId, ...accepted(response) }),
  },
});

const listDeliveries = route({
  method: 'GET',
  path: '/v1/operations/webhooks/{webhookId}/deliveries',
  summary: { zh: '推送记录', en: 'What became of what another system was told, newest first' },
  tags,
  params,
  query: z.strictObject({ ...pageQuery }),
  answer: pageAnswer(delivery),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.listWebhookDeliveries,
    request: (input) =>
      ListWebhookDeliveriesRequest.fromPartial({ service: SERVICE, ...input.params, ...pageOf(input.query) }),
    respond: ({ deliveries, nextPageToken }) => pageOut(deliveries.map(deliveryOut), nextPageToken),
  },
});

/** Which other systems are told of public facts. */
export const webhookRoutes: readonly Route[] = [
  list,
  register,
  rename,
  rotate,
  pause,
  resume,
  remove,
  test,
  listDeliveries,
];
