import { INVITATION_MS, type LinkStore, makeCodedLink } from './one-time-links.ts';
import { EdgeError } from './problem.ts';

export type InvitePorts = Readonly<{
  links: LinkStore;
  hasAccount: (personId: string) => Promise<boolean>;
  /** The machine's clock: links end in real time. */
  nowMs: () => number;
}>;

export type Invitation = Readonly<{ path: string; token: string; code: string; expiresAt: string }>;

/**
 * An officer invites a person to sign in. `mayInvite` asks membership, which knows the person and the right; it refuses.
 * Link and code are shown once, to be handed over by two ways; only hashes are kept, and a newer link replaces an older one.
 */
export const invite =
  ({ links, hasAccount, nowMs }: InvitePorts) =>
  async (personId: string, mayInvite: (personId: string) => Promise<unknown>): Promise<Invitation> => {
    await mayInvite(personId);
    if (await hasAccount(personId)) throw new EdgeError('ACCOUNT_EXISTS', { field: 'personId' });
    const expiresAt = nowMs() + INVITATION_MS;
    const { token, code } = await makeCodedLink(links, { purpose: 'invitation', personId, expiresAt });
    return { path: `/invitations/${token}`, token, code, expiresAt: new Date(expiresAt).toISOString() };
  };
