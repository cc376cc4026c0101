/** What happened to somebody's way in; shown at the next sign-in until it was seen. */
export const NOTICE_KINDS = [
  'reset-offered',
  'password-reset',
  'password-changed',
  'second-factor-set-up',
  'second-factor-removed',
  'second-factor-ended',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'passkey-copied',
  'new-device',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Whether somebody who signs in is shown it before anything else. A new browser is told with the others and interrupts nobody: who works at
 * computers that forget him would be stopped at every sign-in, and would soon look at nothing any more.
 */
const interrupts = (kind: NoticeKind): boolean => kind !== 'new-device';

export type AccountNotice = Readonly<{ kind: NoticeKind; at: number }>;

/** A person is shown so many at a time, the newest first; the others come after. */
export const NOTICES_SHOWN_MAX = 50;

/** Seen ones are kept so long. */
export const NOTICES_KEPT_MS = 90 * 24 * 60 * 60_000;

export interface NoticeStore {
  /** Twice is once: kind and moment name it. */
  add(personId: string, notice: AccountNotice): Promise<void>;
  unseen(personId: string, limit: number): Promise<readonly AccountNotice[]>;
  /** Marks what happened up to this moment. */
  see(personId: string, until: number, now: number): Promise<void>;
  sweep(seenBefore: number): Promise<void>;
}

/** Whether something waits for this person that is shown at the sign-in. */
export const hasInterrupting =
  (notices: NoticeStore) =>
  async (personId: string): Promise<boolean> =>
    (await notices.unseen(personId, NOTICES_SHOWN_MAX)).some(({ kind }) => interrupts(kind));

export const noticeTexts: Readonly<Record<NoticeKind, Readonly<{ zh: string; en: string }>>> = {
  'reset-offered': {
    zh: '工作人员为您发放了密码重置链接。',
    en: 'An officer made a link to reset your password.',
  },
  'password-reset': {
    zh: '您的密码已通过一次性链接重置，此前的登录会话均已结束。',
    en: 'Your password was reset by a one-time link; earlier sessions have ended.',
  },
  'password-changed': { zh: '您的密码已修改。', en: 'Your password was changed.' },
  'second-factor-set-up': { zh: '已为您的账号设置动态验证码。', en: 'A code generator was set up for your account.' },
  'second-factor-removed': { zh: '您账号的动态验证码已停用。', en: 'The code generator of your account was removed.' },
  'second-factor-ended': {
    zh: '工作人员解除了您登录时的两步验证。',
    en: 'An officer took your second factor away.',
  },
  'recovery-code-used': {
    zh: '有人用恢复码登录了您的账号。',
    en: 'A recovery code was used to sign in to your account.',
  },
  'passkey-added': { zh: '您的账号登记了一个通行密钥。', en: 'A passkey was added to your account.' },
  'passkey-removed': { zh: '您账号的一个通行密钥已停用。', en: 'A passkey of your account was removed.' },
  'passkey-copied': {
    zh: '您的一个通行密钥疑似被复制，该次登录已被拒绝；请停用它并重新登记。',
    en: 'One of your passkeys seems to have been copied; its use was refused. Remove it and register a new one.',
  },
  'new-device': {
    zh: '有人用一台此前未用过的设备登录了您的账号；若不是您本人，请修改密码并结束其他会话。',
    en: 'Somebody signed in to your account with a device that was not seen before. If it was not you, change your password and end the other sessions.',
  },
};
