import type { RefusalText } from '@jiangong/service-host';
import type { WebhookReason } from '../../domain/webhooks/webhook.ts';

export const webhookTexts: Record<WebhookReason, RefusalText> = {
  WEBHOOK_NOT_FOUND: { status: 'NOT_FOUND', zh: '没有这个推送。', en: 'There is no such webhook.' },
  WEBHOOK_NAME_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请填写对方系统的名称（不超过 100 字，一行）。',
    en: 'Give the other system a name of one line, at most 100 characters.',
  },
  WEBHOOK_ADDRESS_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '地址应为 https 网址，不含用户名、密码、查询参数和片段。',
    en: 'The address is an https URL without user, password, query and fragment.',
  },
  WEBHOOK_FACTS_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请至少选择一种可以推送的事件。',
    en: 'Name at least one kind of fact, and only such as other systems may be told of.',
  },
  WEBHOOKS_TOO_MANY: {
    status: 'FAILED_PRECONDITION',
    zh: '推送数量已达上限，请先删除不再使用的推送。',
    en: 'So many webhooks are the limit: remove one that nobody needs.',
  },
  WEBHOOK_REASON_INVALID: {
    status: 'INVALID_ARGUMENT',
    zh: '请填写原因（不超过 500 字，一行）。',
    en: 'Give a reason of one line, at most 500 characters.',
  },
  WEBHOOK_NOT_ACTIVE: {
    status: 'FAILED_PRECONDITION',
    zh: '该推送并未启用，无需暂停。',
    en: 'The webhook is not active: there is nothing to pause.',
  },
  WEBHOOK_ACTIVE_ALREADY: {
    status: 'FAILED_PRECONDITION',
    zh: '该推送已经启用。',
    en: 'The webhook is active already.',
  },
  WEBHOOK_NOT_FAILING: {
    status: 'FAILED_PRECONDITION',
    zh: '该推送失败的时间尚未达到停用期限。',
    en: 'The webhook has not been failing for so long that it is disabled.',
  },
};
