import type { Template } from '../template.ts';

/** Messages to those who run the platform. */
export const operationTemplates: readonly Template[] = [
  {
    id: 'webhook-disabled',
    version: 1,
    on: 'notifications.WebhookDisabled.v1',
    audience: [{ kind: 'unit', roles: ['operator'] }],
    subject: { kind: 'organization', field: 'organizationId' },
    title: { zh: '推送已停用', en: 'A webhook was disabled' },
    body: {
      zh: '向“{name}”的推送连续多日失败，已自动停用；修复后请恢复，等待中的内容随后补发。',
      en: 'Nothing reached “{name}” for days, so its webhook was disabled. Resume it once it is mended: what waits is sent then.',
    },
  },
];
