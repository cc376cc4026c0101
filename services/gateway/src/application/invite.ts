import { INVITATION_MS, type LinkStore, makeLink } from './one-time-links.ts';
import { EdgeError } from './problem.ts';

export type InvitePorts = Readonly<{
  links: LinkStore;
  hasAccount: (personId: string) => Promise<boolean>;
  /** The machine's clock: links end in real time. */
  nowMs: () => number;
}>;

export type Invitation = Readonly<{ path: string; token: string; expiresAt: string }>;

/**
 * An officer invites a person to sign in. `mayInvite` asks membership, which knows the person and the right; it refuses.
 * The link is shown once; only its hash is kept, and a newer one replaces it.
 */
export const invite =
  ({ links, hasAccount, nowMs }: InvitePorts) =>
  async (personId: string, mayInvite: (personId: string) => Promise<unknown>): Promise<Invitation> => {
    await mayInvite(personId);
    if (await hasAccount(personId)) throw new EdgeError('ACCOUNT_EXISTS', { field: 'personId' });
    const expiresAt = nowMs() + INVITATION_MS;
    const token = await makeLink(links, { purpose: 'invitation', personId, expiresAt });
    return { path: `/invitations/${token}`, token, expiresAt: new Date(expiresAt).toISOString() };
  };
