import type { NoticeStore } from './account-notices.ts';
import { normalizedPassword, passwordRefusal } from './password-policy.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';
import { EdgeError } from './problem.ts';
import type { OwnSession, Session, Sessions } from './sessions.ts';
import type { AccountStore } from './sign-in.ts';
import type { SignInLog } from './sign-in-log.ts';
import type { Throttle } from './sign-in-throttle.ts';

/** Who ends other sessions must have signed in within this time: a browser left open is not enough (ASVS V7.5.2). */
export const FRESH_FOR_MS = 10 * 60_000;

export type OwnAccountPorts = Readonly<{
  accounts: AccountStore;
  sessions: Sessions;
  /** The same as for signing in: guesses at a password count together, whichever way they come. */
  byAccount: Throttle;
  byAddress: Throttle;
  tell: SignInLog;
  notices: NoticeStore;
  nowMs: () => number;
}>;

export type PasswordChange = Readonly<{
  session: Session;
  currentPassword: string;
  newPassword: string;
  address: string;
}>;

const checkNew = (change: PasswordChange, login: string): void => {
  const refusal = passwordRefusal(change.newPassword, { login });
  if (refusal !== undefined) throw new EdgeError(refusal, { field: 'newPassword' });
  if (normalizedPassword(change.newPassword) === normalizedPassword(change.currentPassword))
    throw new EdgeError('PASSWORD_UNCHANGED', { field: 'newPassword' });
};

/**
 * Changes a person's own password and ends all their sessions, this one too: whoever learnt the old one is out. Answers the cookie's
 * value of a new session for who changed it. Refusals: PASSWORD_NOT_HERE, PASSWORD_*, CURRENT_PASSWORD_WRONG, TOO_MANY_SIGN_IN_TRIES.
 */
export const changePassword =
  ({ accounts, sessions, byAccount, byAddress, tell, notices, nowMs }: OwnAccountPorts) =>
  async (change: PasswordChange): Promise<string> => {
    const { personId, position } = change.session;
    const account = await accounts.ofPerson(personId);
    if (account === undefined) throw new EdgeError('PASSWORD_NOT_HERE');
    checkNew(change, account.login);
    const wait = (await byAddress.waitSeconds(change.address)) || (await byAccount.begin(account.login));
    if (wait > 0) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: wait });
    const matches = await passwordMatches(change.currentPassword, account.passwordHash);
    // The second of two changes at once finds another hash: its current password is not current any more.
    const changed =
      matches &&
      (await accounts.replaceHash({
        personId,
        before: account.passwordHash,
        after: await hashPassword(change.newPassword),
      }));
    if (!changed) {
      await byAddress.failed(change.address);
      tell.refused('CURRENT_PASSWORD_WRONG');
      throw new EdgeError('CURRENT_PASSWORD_WRONG', { field: 'currentPassword' });
    }
    await byAccount.succeeded(account.login);
    await sessions.endAllOf(personId);
    const { token, session } = await sessions.begin(personId, { device: change.session.device });
    sessions.advance(token, position);
    await notices.add(personId, { kind: 'password-changed', at: nowMs() });
    tell.passwordChanged(session.sessionId);
    return token;
  };

export type SessionShown = OwnSession & Readonly<{ current: boolean }>;

/** A person's living sessions, the one used last first. */
export const ownSessions =
  ({ sessions }: Pick<OwnAccountPorts, 'sessions'>) =>
  async (session: Session): Promise<readonly SessionShown[]> => {
    const living = await sessions.livingOf(session.personId);
    return living.map((one) => ({ ...one, current: one.sessionId === session.sessionId }));
  };

/** Ends one of a person's own sessions. Refusals: SIGN_IN_AGAIN, SESSION_NOT_FOUND. */
export const endOwnSession =
  ({ sessions, tell, nowMs }: Pick<OwnAccountPorts, 'sessions' | 'tell' | 'nowMs'>) =>
  async (session: Session, sessionId: string): Promise<void> => {
    if (nowMs() - session.createdAt > FRESH_FOR_MS) throw new EdgeError('SIGN_IN_AGAIN');
    if (!(await sessions.endNamed(session.personId, sessionId)))
      throw new EdgeError('SESSION_NOT_FOUND', { field: 'sessionId' });
    tell.sessionsEnded(session.sessionId);
  };

/** Ends all of a person's sessions but the one that asks. Refusals: SIGN_IN_AGAIN. */
export const endOtherSessions =
  ({ sessions, tell, nowMs }: Pick<OwnAccountPorts, 'sessions' | 'tell' | 'nowMs'>) =>
  async (session: Session): Promise<void> => {
    if (nowMs() - session.createdAt > FRESH_FOR_MS) throw new EdgeError('SIGN_IN_AGAIN');
    await sessions.endOthersOf(session);
    tell.sessionsEnded(session.sessionId);
  };

/** An officer ends all sessions of a person: a lost device, a person who left. `mayEnd` asks membership, which knows the right; it refuses. */
export const endSessionsOf =
  ({ sessions, tell }: Pick<OwnAccountPorts, 'sessions' | 'tell'>) =>
  async (by: Session, personId: string, mayEnd: (personId: string) => Promise<unknown>): Promise<void> => {
    await mayEnd(personId);
    await sessions.endAllOf(personId);
    tell.sessionsEnded(by.sessionId);
  };
