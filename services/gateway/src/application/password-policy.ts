import { malformedIn } from '@jiangong/wording';
import type { EdgeReason } from './edge-reasons.ts';

export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 256;

/** Passwords of 12 characters and more that lead the lists of leaked ones, and what a Chinese keyboard invites. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '111111111111',
  '000000000000',
  '888888888888',
  '123123123123',
  '123456123456',
  '112233445566',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qwertyuiop12',
  'qwertyuiopas',
  'qwerty123456',
  'abcdefghijkl',
  'abc123abc123',
  'password1234',
  'password12345',
  'passwordpassword',
  'administrator',
  'admin1234567',
  'admin123456789',
  'iloveyou1234',
  'letmein12345',
  'woaini1314520',
  'woaizhongguo',
  '5201314520131',
  'changemechangeme',
  'welcome12345',
  'jiangong1234',
  'dangjian1234',
]);

/** The form that is hashed: the same password typed on any keyboard gives the same bytes. */
export const normalizedPassword = (password: string): string => password.normalize('NFKC');

/** What is wrong with a new password; undefined when it may be used. No rules of composition: length is what helps. */
export const passwordRefusal = (password: string, login: string): EdgeReason | undefined => {
  const normal = normalizedPassword(password);
  if (malformedIn(normal) !== undefined) return 'PASSWORD_MALFORMED';
  const chars = [...normal];
  if (chars.length < PASSWORD_CHARS_MIN) return 'PASSWORD_TOO_SHORT';
  if (chars.length > PASSWORD_CHARS_MAX) return 'PASSWORD_TOO_LONG';
  const lower = normal.toLowerCase();
  if (COMMON.has(lower) || new Set(chars).size < 4) return 'PASSWORD_TOO_COMMON';
  if (login.length >= 4 && lower.includes(login.toLowerCase())) return 'PASSWORD_TOO_COMMON';
  return undefined;
};
