import { createHash, randomBytes, randomInt } from 'node:crypto';
import { EdgeError } from './problem.ts';

export type LinkPurpose = 'set-up' | 'invitation' | 'reset';

/** `personId` is null for the set-up link: nobody exists yet. */
export type OneTimeLink = Readonly<{
  purpose: LinkPurpose;
  personId: string | null;
  expiresAt: number;
  /** Of the code without which the link opens nothing; null where the link itself is handed over in person. */
  codeHash: Buffer | null;
  /** Who made it; null: the platform itself. */
  madeBy: string | null;
  /** Its code, until somebody other than its maker has handed it out; null where the code went another way. */
  sealedCode: Buffer | null;
}>;

/** What a link is made from. */
export type NewLink = Pick<OneTimeLink, 'purpose' | 'personId' | 'expiresAt'>;

/** A link whose code nobody has handed out yet. */
export type WaitingLink = Readonly<{
  tokenHash: Buffer;
  purpose: LinkPurpose;
  madeBy: string | null;
  expiresAt: number;
}>;

export type NewAccount = Readonly<{ login: string; personId: string; passwordHash: string }>;

export type Identity = Readonly<{ issuer: string; subject: string }>;

export interface LinkStore {
  /** Replaces an older link for the same purpose and person: only the newest one works. */
  put(tokenHash: Buffer, link: OneTimeLink): Promise<void>;
  find(tokenHash: Buffer): Promise<OneTimeLink | undefined>;
  /** Tries a code at a link, in one step; the last wrong try uses the link up. A right one costs nothing. */
  prove(tokenHash: Buffer, codeHash: Buffer): Promise<'right' | 'wrong' | 'link-used'>;
  /** The newest link of a person whose code waits to be handed out. */
  waiting(personId: string): Promise<WaitingLink | undefined>;
  /** Takes the sealed code out of a link: it is given once. */
  takeCode(tokenHash: Buffer): Promise<Buffer | undefined>;
  /** Uses a reset up and replaces the password of its person in one transaction. */
  redeemForPassword(tokenHash: Buffer, passwordHash: string): Promise<'done' | 'link-used'>;
  /** Uses the link up and founds the account in one transaction. */
  redeem(tokenHash: Buffer, account: NewAccount): Promise<'done' | 'link-used' | 'login-taken' | 'account-exists'>;
  /** Uses a link up without more. */
  spend(tokenHash: Buffer): Promise<void>;
  /** Uses an invitation up and ties an external identity to its person in one transaction. */
  redeemForIdentity(
    tokenHash: Buffer,
    identity: Identity,
  ): Promise<'done' | 'link-used' | 'identity-taken' | 'person-tied'>;
}

export const SET_UP_LINK_MS = 24 * 60 * 60_000;
export const INVITATION_MS = 14 * 24 * 60 * 60_000;
/** Whoever has lost a password is waiting for it. */
export const RESET_MS = 24 * 60 * 60_000;

/** So many wrong codes use a link up. */
export const CODE_TRIES_MAX = 5;

const CODE_CHARS = 8;
/** Nothing that is read as another: no 0 and O, no 1, I and L. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const TOKEN_BYTES = 32;
export const LINK_TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/u;

export const linkHash = (token: string): Buffer => createHash('sha256').update(token, 'ascii').digest();

/** A code as it is typed: small letters, blanks and hyphens do not count. */
export const normalizedCode = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/gu, '');

/** Bound to its link: who reads the table can not try codes against it, for the token is not in there. */
export const codeHash = (token: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${token} ${normalizedCode(code)}`, 'utf8')
    .digest();

const newCode = (): string => {
  const chars = Array.from({ length: CODE_CHARS }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return `${chars.slice(0, CODE_CHARS / 2)}-${chars.slice(CODE_CHARS / 2)}`;
};

const BY_THE_PLATFORM = { madeBy: null, sealedCode: null } as const;

/** Makes a link's secret; only its hash is stored. */
export const makeLink = async (links: LinkStore, link: NewLink): Promise<string> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await links.put(linkHash(token), { ...link, ...BY_THE_PLATFORM, codeHash: null });
  return token;
};

/** A link that opens nothing without its code, which goes another way: whoever holds the link alone holds nothing. */
export const makeCodedLink = async (
  links: LinkStore,
  link: NewLink,
  kept: (made: { tokenHash: Buffer; code: string }) => Pick<OneTimeLink, 'madeBy' | 'sealedCode'> = () =>
    BY_THE_PLATFORM,
): Promise<Readonly<{ token: string; code: string }>> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const code = newCode();
  const tokenHash = linkHash(token);
  await links.put(tokenHash, { ...link, ...kept({ tokenHash, code }), codeHash: codeHash(token, code) });
  return { token, code };
};

/** The code that belongs to an open link was given, or it is refused: CODE_WRONG, LINK_INVALID after the last try. */
export const proveCode = async (
  links: LinkStore,
  link: OneTimeLink,
  given: Readonly<{ token: string; code?: string | undefined }>,
): Promise<void> => {
  if (link.codeHash === null) return;
  const outcome = await links.prove(linkHash(given.token), codeHash(given.token, given.code ?? ''));
  if (outcome === 'link-used') throw new EdgeError('LINK_INVALID', { field: 'token' });
  if (outcome === 'wrong') throw new EdgeError('CODE_WRONG', { field: 'code' });
};

/** The living link behind a token of this purpose. */
export const openLink = async (
  links: LinkStore,
  wanted: { token: string; purpose: LinkPurpose; now: number },
): Promise<OneTimeLink | undefined> => {
  if (!LINK_TOKEN_FORM.test(wanted.token)) return undefined;
  const link = await links.find(linkHash(wanted.token));
  return link !== undefined && link.purpose === wanted.purpose && link.expiresAt > wanted.now ? link : undefined;
};
