import { malformedIn } from './malformed.ts';

export const LOGIN_CHARACTERS_MAX = 128;

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The form in which logins are compared and kept: NFKC, without case, without what nobody sees. For an ASCII login its lower case.
 * Folding may take a text out of NFKC again, so it is composed twice.
 */
export const skeleton = (login: string): string =>
  login.normalize('NFKC').replace(INVISIBLE, '').trim().toUpperCase().toLowerCase().normalize('NFKC');

/** The scripts a login may be written in, one at a time. None of them has letters that look like another's (Cyrillic and Greek have). */
const SCRIPTS = ['Han', 'Hangul', 'Arabic', 'Tibetan', 'Mongolian', 'Yi'].map(
  (script) => new RegExp(`^(?:(?=[\\p{L}\\p{M}])\\p{Script=${script}}|[0-9._@+-])+$`, 'u'),
);
/** An ASCII login may hold any sign but blanks: e-mail addresses and numbers of staff are logins, too. */
const ASCII = /^[\x21-\x7E]+$/u;
const NAMED = /[\p{L}\p{N}]/u;

/**
 * Whether somebody may choose this login: what its skeleton shows is ASCII, or one script with ASCII digits and `. _ @ + -`; and nothing
 * in it is invisible. So no two logins that look alike have different skeletons, as far as scripts tell.
 */
export const isLogin = (login: string): boolean => {
  if (login.length > 2 * LOGIN_CHARACTERS_MAX || malformedIn(login.normalize('NFC')) !== undefined) return false;
  const shown = skeleton(login);
  if (shown !== login.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')) return false;
  if ([...shown].length > LOGIN_CHARACTERS_MAX || !NAMED.test(shown)) return false;
  return ASCII.test(shown) || SCRIPTS.some((script) => script.test(shown));
};
