import { malformedIn, skeleton } from '@jiangong/wording';
import { isCommonPassword } from './first-guesses.ts';
import type { EdgeReason } from './edge-reasons.ts';

export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 256;

/** The form that is hashed: the same password typed on any keyboard gives the same bytes. */
export const normalizedPassword = (password: string): string => password.normalize('NFKC');

/** A login of fewer characters is in too many texts. */
const LOGIN_CHARS_LOOKED_FOR = 4;

/** Fewer different characters are no secret. */
const DIFFERENT_CHARS_MIN = 4;

/** Whose password it is to be: the login, and names that whoever guesses would try. */
export type PasswordContext = Readonly<{ login: string; names?: readonly string[] }>;

/** What is wrong with a new password; undefined when it may be used. No rules of composition: length is what helps. */
export const passwordRefusal = (password: string, { login, names = [] }: PasswordContext): EdgeReason | undefined => {
  const normal = normalizedPassword(password);
  if (malformedIn(normal) !== undefined) return 'PASSWORD_MALFORMED';
  const chars = [...normal];
  if (chars.length < PASSWORD_CHARS_MIN) return 'PASSWORD_TOO_SHORT';
  if (chars.length > PASSWORD_CHARS_MAX) return 'PASSWORD_TOO_LONG';
  if (new Set(chars).size < DIFFERENT_CHARS_MIN || isCommonPassword(normal, names)) return 'PASSWORD_TOO_COMMON';
  if (login.length >= LOGIN_CHARS_LOOKED_FOR && skeleton(normal).includes(skeleton(login)))
    return 'PASSWORD_TOO_COMMON';
  return undefined;
};
