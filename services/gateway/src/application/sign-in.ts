import { skeleton } from '@jiangong/wording';
import { passwordMatches } from './password-hash.ts';
import { EdgeError } from './problem.ts';
import type { Throttle } from './sign-in-throttle.ts';

/** A local account. The name of the person is not here: only `membership` holds names. */
export type Account = Readonly<{ login: string; personId: string; passwordHash: string }>;

export interface AccountStore {
  find(login: string): Promise<Account | undefined>;
  hasPerson(personId: string): Promise<boolean>;
  ofPerson(personId: string): Promise<Account | undefined>;
  /** Replaces the hash that was read before; false when it is another one by now. */
  replaceHash(change: { personId: string; before: string; after: string }): Promise<boolean>;
  isEmpty(): Promise<boolean>;
  /** Whether no more than one person has a way in. */
  isAlone(): Promise<boolean>;
}

/** Login names are compared and kept in one form, so that two that look alike are one (`@jiangong/wording`). */
export const normalizedLogin = (login: string): string => skeleton(login);

export type SignInPorts = Readonly<{ accounts: AccountStore; byAccount: Throttle; byAddress: Throttle }>;

/** Checks a login name and a password. Unknown names take the same work and count like wrong passwords. */
export const signIn =
  ({ accounts, byAccount, byAddress }: SignInPorts) =>
  async (tried: { login: string; password: string; address: string }): Promise<string> => {
    const login = normalizedLogin(tried.login);
    // Counted for the account before the work: see `Throttle.begin`.
    const wait = (await byAddress.waitSeconds(tried.address)) || (await byAccount.begin(login));
    if (wait > 0) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: wait });
    const account = await accounts.find(login);
    const matches = await passwordMatches(tried.password, account?.passwordHash);
    if (account === undefined || !matches) {
      await byAddress.failed(tried.address);
      throw new EdgeError('CREDENTIALS_WRONG');
    }
    await byAccount.succeeded(login);
    return account.personId;
  };
