import { createHash, randomBytes } from 'node:crypto';

export type LinkPurpose = 'set-up' | 'invitation';

/** `personId` is null for the set-up link: nobody exists yet. */
export type OneTimeLink = Readonly<{ purpose: LinkPurpose; personId: string | null; expiresAt: number }>;

export type NewAccount = Readonly<{ login: string; personId: string; passwordHash: string }>;

export type Identity = Readonly<{ issuer: string; subject: string }>;

export interface LinkStore {
  /** Replaces an older link for the same purpose and person: only the newest one works. */
  put(tokenHash: Buffer, link: OneTimeLink): Promise<void>;
  find(tokenHash: Buffer): Promise<OneTimeLink | undefined>;
  /** Uses the link up and founds the account in one transaction. */
  redeem(tokenHash: Buffer, account: NewAccount): Promise<'done' | 'link-used' | 'login-taken' | 'account-exists'>;
  /** Uses a link up without more. */
  spend(tokenHash: Buffer): Promise<void>;
  /** Uses an invitation up and ties an external identity to its person in one transaction. */
  redeemForIdentity(tokenHash: Buffer, identity: Identity): Promise<'done' | 'link-used' | 'identity-taken'>;
}

export const SET_UP_LINK_MS = 24 * 60 * 60_000;
export const INVITATION_MS = 14 * 24 * 60 * 60_000;

const TOKEN_BYTES = 32;
export const LINK_TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/u;

export const linkHash = (token: string): Buffer => createHash('sha256').update(token, 'ascii').digest();

/** Makes a link's secret; only its hash is stored. */
export const makeLink = async (links: LinkStore, link: OneTimeLink): Promise<string> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await links.put(linkHash(token), link);
  return token;
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
