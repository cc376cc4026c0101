/** What is refused to somebody who signs in, or who shows once more who he is. */
export const signInReasons = {
  CREDENTIALS_WRONG: { status: 401, zh: '登录名或密码不正确。', en: 'The login name or the password is wrong.' },
  SECOND_FACTOR_NEEDED: {
    status: 401,
    zh: '请再输入动态验证码或恢复码。',
    en: 'Give a code of your code generator, or a recovery code, as well.',
  },
  SECOND_FACTOR_WRONG: {
    status: 401,
    zh: '验证码不正确、已使用或已过期。',
    en: 'The code is wrong, was used already or has passed.',
  },
  SECOND_FACTOR_EXISTS: {
    status: 409,
    zh: '已启用动态验证码，须先停用。',
    en: 'A code generator is set up already: remove it first.',
  },
  PASSKEY_WRONG: {
    status: 401,
    zh: '通行密钥未通过验证。',
    en: 'The passkey was not accepted.',
  },
  PASSKEY_CHALLENGE_ENDED: {
    status: 409,
    zh: '通行密钥验证已过期或已使用，请重试。',
    en: 'The question to the passkey has ended or was answered already: try again.',
  },
  PASSKEY_KNOWN: { status: 409, zh: '此通行密钥已登记。', en: 'This passkey is registered already.' },
  PASSKEY_NOT_FOUND: { status: 404, zh: '找不到该通行密钥。', en: 'You have no such passkey.' },
  TOO_MANY_PASSKEYS: {
    status: 409,
    zh: '通行密钥数量已达上限，请先停用不用的。',
    en: 'You have as many passkeys as anybody may have: remove one first.',
  },
  PASSKEYS_NOT_HERE: {
    status: 409,
    zh: '此平台未启用通行密钥：须以域名访问，且密码由本平台管理。',
    en: 'There are no passkeys here: they need a platform that is reached by a name, and that keeps the passwords itself.',
  },
  NO_SECOND_FACTOR: { status: 409, zh: '尚未设置两步验证。', en: 'No second factor is set up.' },
  SECOND_FACTOR_REQUIRED: {
    status: 403,
    zh: '您担任的职责要求两步验证：请先设置动态验证码或通行密钥，再继续使用平台。',
    en: 'A role that you hold asks for a second factor: set up a code generator or a passkey first, then go on.',
  },
  SIGN_IN_AGAIN: { status: 403, zh: '请重新登录后再进行此操作。', en: 'Sign in again before you do this.' },
  CODE_WRONG: {
    status: 403,
    zh: '验证码不正确；多次错误后链接将作废。',
    en: 'The code is wrong: after a few wrong ones the link is used up.',
  },
} as const;
