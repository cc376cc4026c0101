import type { RefusalText } from '@jiangong/service-host';
import type { NotificationReason } from '../domain/refusals.ts';
import { webhookTexts } from './webhooks/webhook-texts.ts';

export const refusalTexts: Record<NotificationReason, RefusalText> = {
  NOTHING_MARKED: { status: 'INVALID_ARGUMENT', zh: '请指明要标记的消息。', en: 'Name the messages to be marked.' },
  TOO_MANY_MESSAGES: { status: 'INVALID_ARGUMENT', zh: '一次标记的消息过多。', en: 'Too many messages at once.' },
  MESSAGE_NOT_FOUND: {
    status: 'NOT_FOUND',
    zh: '您的收件箱中没有该消息。',
    en: 'Your inbox does not hold this message.',
  },
  POSITION_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '位置应为正整数，不超过已记录的最后位置，且不能与消息编号同时给出。',
    en: 'A position is a whole number from 1 to the last one recorded, and is not given together with messages.',
  },
  NOT_A_PERSON: { status: 'PERMISSION_DENIED', zh: '只有登录人员才有收件箱。', en: 'Only a person has an inbox.' },
  CHANGE_UNKNOWN: {
    status: 'INVALID_ARGUMENT',
    zh: '没有这类账号变动。',
    en: 'There is no such change of an account.',
  },
  MOMENT_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '时间应为精确到毫秒的 UTC 时间。',
    en: 'A moment is in UTC, with milliseconds.',
  },
  PERSON_MISSING: { status: 'INVALID_ARGUMENT', zh: '没有指明人员。', en: 'No person is named.' },
  REMINDER_TOO_EARLY: { status: 'FAILED_PRECONDITION', zh: '尚未到提醒时间。', en: 'The reminder is not due yet.' },
  MAIL_NOT_CONFIGURED: {
    status: 'FAILED_PRECONDITION',
    zh: '本平台未启用邮件通知。',
    en: 'This platform sends no mail.',
  },
  ADDRESS_INVALID: { status: 'INVALID_ARGUMENT', zh: '邮箱地址不正确。', en: 'This is no valid mail address.' },
  CODES_TOO_MANY: {
    status: 'RESOURCE_EXHAUSTED',
    zh: '24 小时内索取的确认码过多，请稍后再试。',
    en: 'Too many codes within a day: the answer says when the next may be asked for.',
  },
  CODE_WRONG: { status: 'INVALID_ARGUMENT', zh: '确认码不正确。', en: 'This is not the code that was sent.' },
  CODE_LAPSED: {
    status: 'FAILED_PRECONDITION',
    zh: '没有等待确认的邮箱，或确认码已失效，请重新索取。',
    en: 'No address waits for this code, or it counts no more: ask for another.',
  },
  KIND_NOT_OPTIONAL: {
    status: 'INVALID_ARGUMENT',
    zh: '只能关闭“进展”和“资讯”类邮件，其余须送达本人。',
    en: 'Only mail of the kinds progress and news can be switched off; the others must reach the person.',
  },
  QUIET_HOURS_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '免打扰时段应为两个不同的时刻（HH:MM），须同时填写或同时留空。',
    en: 'Quiet hours are two different clock times (HH:MM), given together or left out together.',
  },
  DIGEST_TIME_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '每日汇总时间须为时刻（HH:MM）。',
    en: 'The time of the daily letter is a clock time (HH:MM).',
  },
  DELIVERY_REASON_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请填写处理原因（不超过 500 字，不含控制字符）。',
    en: 'Give a reason of at most 500 characters, without control characters.',
  },
  DELIVERY_NOT_FOUND: { status: 'NOT_FOUND', zh: '没有这条投递记录。', en: 'There is no such delivery.' },
  DELIVERY_NOT_PARKED: {
    status: 'FAILED_PRECONDITION',
    zh: '该投递并未搁置，无需处理。',
    en: 'This delivery is not parked: there is nothing to mend.',
  },
  ...webhookTexts,
  STAGE_OVER: { status: 'FAILED_PRECONDITION', zh: '该阶段已经结束。', en: 'The stage is over.' },
};
