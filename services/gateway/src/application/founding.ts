import { requestIdOf } from '@jiangong/event-store';
import { INVITATION_MS, linkHash, type LinkStore, makeLink, openLink, proveCode } from './one-time-links.ts';
import { hashPassword } from './password-hash.ts';
import { passwordRefusal } from './password-policy.ts';
import { EdgeError } from './problem.ts';
import { normalizedLogin } from './sign-in.ts';

/** What the person at the set-up link fills in. */
export type Founding = Readonly<{
  token: string;
  /** Shown beside the link, and not in it: a link that was seen in passing opens nothing. */
  code?: string | undefined;
  committeeNameZh: string;
  committeeNameEn: string;
  officerName: string;
  /** Absent with an external issuer: the officer then signs in there, through an invitation that the set-up answers. */
  login?: string | undefined;
  password?: string | undefined;
}>;

export type Founded = Readonly<{ organizationId: string; personId: string; invitationPath: string | null }>;

/** The two services that know what a committee and a person are. */
export interface FoundingServices {
  foundCommittee(order: { requestId: string; nameZh: string; nameEn: string }): Promise<{ organizationId: string }>;
  registerFirstOfficer(order: {
    requestId: string;
    organizationId: string;
    name: string;
  }): Promise<{ personId: string }>;
}

export type FoundingPorts = Readonly<{
  links: LinkStore;
  services: FoundingServices;
  /** False with an external issuer. */
  passwords: boolean;
  now: () => number;
}>;

type Credentials = Readonly<{ token: string; login: string; password: string }>;

/** What an invited person gives: the link, the code that came another way, and the account that is chosen. */
export type Acceptance = Credentials & Readonly<{ code?: string | undefined }>;

const checkPassword = ({ login, password }: Credentials, names: readonly string[] = []): void => {
  const refusal = passwordRefusal(password, { login, names });
  if (refusal !== undefined) throw new EdgeError(refusal, { field: 'password' });
};

const redeem = async (links: LinkStore, given: Credentials, personId: string): Promise<void> => {
  const passwordHash = await hashPassword(given.password);
  const outcome = await links.redeem(linkHash(given.token), {
    login: normalizedLogin(given.login),
    personId,
    passwordHash,
  });
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

/** The first account, checked before anything is founded; undefined where passwords are not our matter. */
const firstAccount = (founding: Founding, passwords: boolean): Credentials | undefined => {
  const { token, login, password, committeeNameZh, committeeNameEn, officerName } = founding;
  if (!passwords) {
    if (login !== undefined || password !== undefined)
      throw new EdgeError('UNKNOWN_FIELD', { field: login === undefined ? 'password' : 'login' });
    return undefined;
  }
  if (login === undefined || password === undefined)
    throw new EdgeError('INVALID_FIELD', { field: login === undefined ? 'login' : 'password' });
  checkPassword({ token, login, password }, [committeeNameZh, committeeNameEn, officerName]);
  return { token, login, password };
};

/**
 * Sets an empty platform up: the root committee, its first officer, the first way in. The request ids are the same at every
 * try, so a set-up that broke in the middle is finished by a later link with the same names.
 */
export const setUpPlatform =
  ({ links, services, passwords, now }: FoundingPorts) =>
  async (founding: Founding): Promise<Founded> => {
    const link = await openLink(links, { token: founding.token, purpose: 'set-up', now: now() });
    if (link === undefined) throw new EdgeError('LINK_INVALID', { field: 'token' });
    await proveCode(links, link, founding);
    const account = firstAccount(founding, passwords);
    const { organizationId } = await services.foundCommittee({
      requestId: requestIdOf('set-up committee'),
      nameZh: founding.committeeNameZh,
      nameEn: founding.committeeNameEn,
    });
    const { personId } = await services.registerFirstOfficer({
      requestId: requestIdOf('set-up first officer'),
      organizationId,
      name: founding.officerName,
    });
    if (account !== undefined) {
      await redeem(links, account, personId);
      return { organizationId, personId, invitationPath: null };
    }
    // Without a code: the browser that has just proved one goes on with it.
    const token = await makeLink(links, { purpose: 'invitation', personId, expiresAt: now() + INVITATION_MS });
    await links.spend(linkHash(founding.token));
    return { organizationId, personId, invitationPath: `/invitations/${token}` };
  };

/** Turns an invitation into an account of the invited person. */
export const acceptInvitation =
  ({ links, now }: Pick<FoundingPorts, 'links' | 'now'>) =>
  async (given: Acceptance): Promise<{ personId: string }> => {
    const link = await openLink(links, { token: given.token, purpose: 'invitation', now: now() });
    if (link === undefined || link.personId === null) throw new EdgeError('LINK_INVALID', { field: 'token' });
    await proveCode(links, link, given);
    checkPassword(given);
    await redeem(links, given, link.personId);
    return { personId: link.personId };
  };

/** Whether an invitation may go on at an issuer outside: it is open, and its code was given. */
export const checkInvitation =
  ({ links, now }: Pick<FoundingPorts, 'links' | 'now'>) =>
  async (given: Pick<Acceptance, 'token' | 'code'>): Promise<void> => {
    const link = await openLink(links, { token: given.token, purpose: 'invitation', now: now() });
    if (link === undefined) throw new EdgeError('LINK_INVALID', { field: 'token' });
    await proveCode(links, link, given);
  };
