import type { Logger } from '@jiangong/telemetry';

/**
 * What the log tells of signing in and out (ASVS V16.3.1): the session, the way and the outcome. Never a login name or a person's id; who a
 * living session belongs to stands in the database, for those who may look there.
 */
export type SignInLog = Readonly<{
  signedIn(sessionId: string): void;
  refused(reason: string): void;
  signedOut(sessionId: string): void;
  /** `sessionId`: the new session of who changed it. */
  passwordChanged(sessionId: string): void;
  /** By a one-time link: nobody is signed in. */
  passwordReset(): void;
  /** `by`: the session of who offers a link, hands a code out. */
  resetOffered(by: string): void;
  codeHandedOut(by: string): void;
  /** `what`: set up, removed, a recovery code used. */
  secondFactor(what: string): void;
  /** The issuer outside told of it. */
  outsideSignOut(): void;
  /** `by`: the session that ended others. */
  sessionsEnded(by: string): void;
}>;

export const signInLog = (log: Logger, issuer: 'built-in' | 'external'): SignInLog => ({
  signedIn: (sessionId) => log.info({ sessionId, issuer }, 'signed in'),
  refused: (reason) => log.info({ reason, issuer }, 'a sign-in was refused'),
  signedOut: (sessionId) => log.info({ sessionId, issuer }, 'signed out'),
  passwordChanged: (sessionId) => log.info({ sessionId, issuer }, 'a password was changed'),
  passwordReset: () => log.info({ issuer }, 'a password was reset'),
  resetOffered: (by) => log.info({ by, issuer }, 'a reset was offered'),
  codeHandedOut: (by) => log.info({ by, issuer }, 'a code was handed out'),
  secondFactor: (what) => log.info({ what, issuer }, 'a second factor changed'),
  outsideSignOut: () => log.info({ issuer }, 'the issuer told of a sign-out'),
  sessionsEnded: (by) => log.info({ by, issuer }, 'sessions were ended'),
});
