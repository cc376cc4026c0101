import { EdgeError } from './problem.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLog } from './sign-in-log.ts';

/** What a logout token of the issuer outside says: one of its sessions has ended, or all of a subject's. */
export type OutsideSignOut = Readonly<{ issuer: string; jti: string; sid: string | null; subject: string | null }>;

/** What was used may not be used again. */
export interface UsedOnce {
  /** False when it was used before. */
  use(name: string, expiresAt: number): Promise<boolean>;
  sweep(now: number): Promise<void>;
}

/** Longer than a logout token is taken. */
export const USED_KEPT_MS = 10 * 60_000;

/**
 * The issuer outside tells that somebody signed out there: the sessions that began with it end here, within `TRUSTED_FOR_MS` at every
 * gateway. Refusals: LOGOUT_TOKEN_INVALID, also for one that was taken already.
 */
export const outsideSignOut =
  ({
    read,
    used,
    sessions,
    tell,
    nowMs,
  }: Readonly<{
    read: (token: string) => Promise<OutsideSignOut>;
    used: UsedOnce;
    sessions: Sessions;
    tell: SignInLog;
    nowMs: () => number;
  }>) =>
  async (token: string): Promise<void> => {
    const told = await read(token);
    if (!(await used.use(`logout ${told.issuer} ${told.jti}`, nowMs() + USED_KEPT_MS)))
      throw new EdgeError('LOGOUT_TOKEN_INVALID');
    await sessions.endOfIssuer(told);
    tell.outsideSignOut();
  };
