import { decide, type Grant, type Subject } from '@jiangong/access';
import { INVITATION_MS, type LinkStore, makeLink } from './one-time-links.ts';
import { EdgeError } from './problem.ts';

export type InvitePorts = Readonly<{
  links: LinkStore;
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  /** The path of the organization a person belongs to; undefined when the person is not known. */
  placeOf: (personId: string) => Promise<{ organizationPath: string; organizationId: string } | undefined>;
  hasAccount: (personId: string) => Promise<boolean>;
  /** Resolves when the grants and the tree have passed what the caller has seen. */
  upTo: (position: number) => Promise<void>;
  /** The platform's clock, for grants; UTC with milliseconds. */
  now: () => string;
  /** The machine's clock, for the link's end. */
  nowMs: () => number;
}>;

/** An officer invites a person of the own subtree to sign in. The link is shown once; only its hash is kept. */
export const invite =
  (ports: InvitePorts) =>
  async (order: { byPersonId: string; personId: string; afterPosition: number }): Promise<{ path: string; token: string; expiresAt: string }> => {
    await ports.upTo(order.afterPosition);
    const place = await ports.placeOf(order.personId);
    const subject: Subject = { kind: 'person', personId: order.byPersonId };
    const grants = await ports.grantsOf(order.byPersonId);
    // A stranger learns from the answer only that there is no right, not whether the person exists.
    const decision = decide({ subject, grants, action: { name: 'person.invite' }, resource: place ?? { organizationPath: '' }, now: ports.now() });
    if (!decision.allow) throw new EdgeError('NO_GRANT', { field: 'personId' });
    if (await ports.hasAccount(order.personId)) throw new EdgeError('ACCOUNT_EXISTS', { field: 'personId' });
    const expiresAt = ports.nowMs() + INVITATION_MS;
    const token = await makeLink(ports.links, { purpose: 'invitation', personId: order.personId, expiresAt });
    return { path: `/invitations/${token}`, token, expiresAt: new Date(expiresAt).toISOString() };
  };
