import type { Subject, Template } from '../template.ts';

const person: Subject = { kind: 'person', field: 'personId' };

/** Messages about one's own way in. Nothing is said of a browser, a device or a place. */
export const accountTemplates: readonly Template[] = [
  {
    id: 'new-device-seen',
    version: 1,
    on: 'notifications.NewDeviceSeen.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '您的账号在新设备上登录', en: 'A sign-in from a new device' },
    body: {
      zh: '有人用一台此前未用过的设备登录了您的账号。如非您本人操作，请立即修改密码并结束其他会话。',
      en: 'Somebody signed in to your account with a device that was not seen before. If it was not you, change your password at once and end the other sessions.',
    },
  },
  {
    id: 'account-changed',
    version: 1,
    on: 'notifications.AccountChanged.v1',
    audience: [{ kind: 'person' }],
    subject: person,
    title: { zh: '账号安全提醒', en: 'About the security of your account' },
    body: {
      zh: '{change}。如非您本人操作，请立即修改密码、结束其他会话，并联系工委。',
      en: 'Security of your account: {change}. If it was not you, change your password, end the other sessions and tell the committee at once.',
    },
  },
];
