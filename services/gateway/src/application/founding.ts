import { requestIdOf } from '@jiangong/event-store';
import { linkHash, type LinkStore, openLink } from './one-time-links.ts';
import { hashPassword } from './password-hash.ts';
import { passwordRefusal } from './password-policy.ts';
import { EdgeError } from './problem.ts';
import { normalizedLogin } from './sign-in.ts';

/** What the person at the set-up link fills in. */
export type Founding = Readonly<{
  token: string;
  committeeNameZh: string;
  committeeNameEn: string;
  officerName: string;
  login: string;
  password: string;
}>;

/** The two services that know what a committee and a person are. */
export interface FoundingServices {
  foundCommittee(order: { requestId: string; nameZh: string; nameEn: string }): Promise<{ organizationId: string }>;
  registerFirstOfficer(order: { requestId: string; organizationId: string; name: string }): Promise<{ personId: string }>;
}

export type FoundingPorts = Readonly<{ links: LinkStore; services: FoundingServices; now: () => number }>;

type Credentials = Readonly<{ token: string; login: string; password: string }>;

const checkPassword = ({ login, password }: Credentials): void => {
  const refusal = passwordRefusal(password, login);
  if (refusal !== undefined) throw new EdgeError(refusal, { field: 'password' });
};

const redeem = async (links: LinkStore, given: Credentials, personId: string): Promise<void> => {
  const passwordHash = await hashPassword(given.password);
  const outcome = await links.redeem(linkHash(given.token), { login: normalizedLogin(given.login), personId, passwordHash });
  switch (outcome) {
    case 'done':
      return;
    case 'link-used':
      throw new EdgeError('LINK_INVALID', { field: 'token' });
    case 'login-taken':
      throw new EdgeError('LOGIN_TAKEN', { field: 'login' });
    case 'account-exists':
      throw new EdgeError('ACCOUNT_EXISTS', { field: 'token' });
  }
};

/**
 * Sets an empty platform up: the root committee, its first officer, the first account. The request ids derive from the link,
 * so a set-up that broke in the middle is finished by opening the same link again with the same names.
 */
export const setUpPlatform =
  ({ links, services, now }: FoundingPorts) =>
  async (founding: Founding): Promise<{ organizationId: string; personId: string }> => {
    const link = await openLink(links, { token: founding.token, purpose: 'set-up', now: now() });
    if (link === undefined) throw new EdgeError('LINK_INVALID', { field: 'token' });
    checkPassword(founding);
    const seed = linkHash(founding.token).toString('hex');
    const { organizationId } = await services.foundCommittee({
      requestId: requestIdOf(`set-up committee ${seed}`),
      nameZh: founding.committeeNameZh,
      nameEn: founding.committeeNameEn,
    });
    const { personId } = await services.registerFirstOfficer({
      requestId: requestIdOf(`set-up officer ${seed}`),
      organizationId,
      name: founding.officerName,
    });
    await redeem(links, founding, personId);
    return { organizationId, personId };
  };

/** Turns an invitation into an account of the invited person. */
export const acceptInvitation =
  ({ links, now }: Pick<FoundingPorts, 'links' | 'now'>) =>
  async (given: Credentials): Promise<{ personId: string }> => {
    const link = await openLink(links, { token: given.token, purpose: 'invitation', now: now() });
    if (link === undefined || link.personId === null) throw new EdgeError('LINK_INVALID', { field: 'token' });
    checkPassword(given);
    await redeem(links, given, link.personId);
    return { personId: link.personId };
  };
