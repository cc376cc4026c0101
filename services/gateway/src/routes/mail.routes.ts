import {
  ConfirmMailAddressRequest,
  ListOwnDeliveriesRequest,
  ListParkedDeliveriesRequest,
  type MailBox,
  ProposeMailAddressRequest,
  RemoveMailAddressRequest,
  RetryDeliveryRequest,
  SetMailPreferencesRequest,
  ShowMailRequest,
  SkipDeliveryRequest,
} from '@jiangong/contracts/jiangong/notifications/v1/mail';
import { NotificationsServiceService } from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import { z } from 'zod';
import { delivery, deliveryCount, deliveryCountOut, deliveryOut, failures, states } from './delivery-shapes.ts';
import { formed, id, instant, line, word } from './fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from './lists.ts';
import { accepted, receiptAnswer } from './receipt.ts';
import { route, type Route, type AsSaid } from './route.ts';

const ADDRESS_CHARS_MAX = 254;
const REASON_CHARS_MAX = 500;
const SERVICE = 'notifications';

const optionalKinds = ['progress', 'news'] as const;

const OWN_DELIVERY_FACETS = ['state'] as const;
const PARKED_FACETS = ['failure'] as const;

/** A clock time in Shanghai: `22:00`. */
const clockTime = () => formed(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'clock-time');

const mailBox = z
  .object({
    available: z.boolean().meta({ description: '本平台不发送邮件的为假 / False where this platform sends no mail' }),
    address: z.string().nullable().meta({ description: '已确认的邮箱 / The confirmed address' }),
    pendingAddress: z
      .string()
      .nullable()
      .meta({ description: '等待输入验证码的邮箱 / The address that waits for its code' }),
    pendingUntil: instant().nullable(),
    off: z.array(word(optionalKinds)).meta({
      description: '不以邮件告知的类别；其余必须送达 / Kinds that do not come by mail; the others must reach',
    }),
    quietFrom: clockTime().nullable(),
    quietUntil: clockTime().nullable(),
    digestAt: clockTime()
      .nullable()
      .meta({ description: '每日汇总为一封邮件的时间 / When one letter a day brings all that is not urgent' }),
  })
  .meta({ id: 'MailBox' });

const mailBoxOut = (response: Readonly<{ mailBox?: MailBox | undefined }>): AsSaid<z.input<typeof mailBox>> => {
  const { mailBox: box } = response;
  if (box === undefined) throw new Error('an answer about mail came without its mail box');
  return {
    available: box.available,
    address: box.address,
    pendingAddress: box.pendingAddress,
    pendingUntil: box.pendingUntil,
    off: box.off,
    quietFrom: box.quietFrom,
    quietUntil: box.quietUntil,
    digestAt: box.digestAt,
  };
};

const showMail = route({
  method: 'GET',
  path: '/v1/me/mail',
  summary: { zh: '本人的通知邮箱与偏好', en: 'The own mail address and what comes by mail' },
  tags: ['inbox'],
  answer: mailBox,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.showMail,
    request: () => ShowMailRequest.fromPartial({}),
    respond: mailBoxOut,
  },
});

const proposeAddress = route({
  method: 'POST',
  path: '/v1/me/mail/address',
  summary: {
    zh: '登记通知邮箱（发送确认码）',
    en: 'Send a code to an address; until it is confirmed the former one counts',
  },
  tags: ['inbox'],
  body: z.strictObject({ address: line(ADDRESS_CHARS_MAX) }),
  answer: mailBox,
  once: 'newest-counts',
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.proposeMailAddress,
    request: ({ body }) => ProposeMailAddressRequest.fromPartial(body),
    respond: mailBoxOut,
  },
});

const confirmAddress = route({
  method: 'POST',
  path: '/v1/me/mail/address/confirm',
  summary: { zh: '确认通知邮箱', en: 'Confirm the address by the code that came; the former one is told' },
  tags: ['inbox'],
  body: z.strictObject({ code: formed(/^\d{8}$/u, 'eight-digits') }),
  answer: mailBox,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.confirmMailAddress,
    request: ({ body }) => ConfirmMailAddressRequest.fromPartial(body),
    respond: mailBoxOut,
  },
});

const removeAddress = route({
  method: 'DELETE',
  path: '/v1/me/mail/address',
  summary: { zh: '不再接收邮件', en: 'No more mail; the former address is told' },
  tags: ['inbox'],
  answer: mailBox,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.removeMailAddress,
    request: () => RemoveMailAddressRequest.fromPartial({}),
    respond: mailBoxOut,
  },
});

const setPreferences = route({
  method: 'POST',
  path: '/v1/me/mail/preferences',
  summary: { zh: '邮件偏好与免打扰时段', en: 'Which kinds come by mail, and when none but urgent ones do' },
  tags: ['inbox'],
  body: z.strictObject({
    off: z.array(word(optionalKinds)).max(optionalKinds.length),
    quietFrom: clockTime().optional(),
    quietUntil: clockTime().optional(),
    digestAt: clockTime().optional(),
  }),
  answer: mailBox,
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.setMailPreferences,
    request: ({ body: { off, quietFrom = '', quietUntil = '', digestAt = '' } }) =>
      SetMailPreferencesRequest.fromPartial({ off, quietFrom, quietUntil, digestAt }),
    respond: mailBoxOut,
  },
});

const listOwn = route({
  method: 'GET',
  path: '/v1/me/deliveries',
  summary: { zh: '发给本人的邮件投递记录', en: 'What was sent to whoever asks, newest first' },
  tags: ['inbox'],
  query: z.strictObject({ ...sortedQuery(['created']), state: words(states).optional() }),
  answer: listAnswer(delivery, OWN_DELIVERY_FACETS),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.listOwnDeliveries,
    request: ({ query: { state = '', ...query } }) => ListOwnDeliveriesRequest.fromPartial({ ...listOf(query), state }),
    respond: ({ deliveries, ...answer }) => listOut(deliveries.map(deliveryOut), answer, OWN_DELIVERY_FACETS),
  },
});

const listParked = route({
  method: 'GET',
  path: '/v1/operations/deliveries',
  summary: {
    zh: '投递统计与搁置的投递（不含内容与收件人）',
    en: 'Deliveries in numbers, and those that are parked; never texts or persons',
  },
  tags: ['operations'],
  query: z.strictObject({ ...sortedQuery(['created']), failure: words(failures).optional() }),
  answer: listAnswer(delivery, PARKED_FACETS).extend({ counts: z.array(deliveryCount) }),
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.listParkedDeliveries,
    request: ({ query: { failure = '', ...query } }) =>
      ListParkedDeliveriesRequest.fromPartial({ service: SERVICE, ...listOf(query), failure }),
    respond: ({ deliveries, counts, parked, nextPageToken }) => ({
      ...listOut(deliveries.map(deliveryOut), { nextPageToken, counts: parked }, PARKED_FACETS),
      counts: counts.map(deliveryCountOut),
    }),
  },
});

const mending = {
  params: z.strictObject({ deliveryId: id() }),
  body: z.strictObject({ reason: line(REASON_CHARS_MAX) }),
  tags: ['operations'],
  answer: receiptAnswer,
};

const retryDelivery = route({
  ...mending,
  method: 'POST',
  path: '/v1/operations/deliveries/{deliveryId}/retry',
  summary: { zh: '重试搁置的投递', en: 'Have a parked delivery tried again' },
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.retryDelivery,
    request: ({ params, body }) => RetryDeliveryRequest.fromPartial({ service: SERVICE, ...params, ...body }),
    respond: accepted,
  },
});

const skipDelivery = route({
  ...mending,
  method: 'POST',
  path: '/v1/operations/deliveries/{deliveryId}/skip',
  summary: { zh: '放弃搁置的投递', en: 'Give a parked delivery up' },
  call: {
    service: SERVICE,
    rpc: NotificationsServiceService.skipDelivery,
    request: ({ params, body }) => SkipDeliveryRequest.fromPartial({ service: SERVICE, ...params, ...body }),
    respond: accepted,
  },
});

/** The mail of whoever asks, and what operators see and mend of deliveries. */
export const mailRoutes: readonly Route[] = [
  showMail,
  proposeAddress,
  confirmAddress,
  removeAddress,
  setPreferences,
  listOwn,
  listParked,
  retryDelivery,
  skipDelivery,
];
