import type { RefusalText } from '@jiangong/service-host';
import type { NotificationReason } from '../domain/refusals.ts';

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
  REMINDER_TOO_EARLY: { status: 'FAILED_PRECONDITION', zh: '尚未到提醒时间。', en: 'The reminder is not due yet.' },
  STAGE_OVER: { status: 'FAILED_PRECONDITION', zh: '该阶段已经结束。', en: 'The stage is over.' },
};
