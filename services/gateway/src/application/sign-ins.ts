import { createHash } from 'node:crypto';
import type { NoticeStore } from './account-notices.ts';
import type { Session } from './sessions.ts';

/** A person is shown so many, the newest first. */
export const SIGN_INS_SHOWN_MAX = 100;

/** They are kept so long. */
export const SIGN_INS_KEPT_MS = 90 * 24 * 60 * 60_000;

/** A browser that nobody came with for so long is new again. */
export const DEVICE_KEPT_MS = 400 * 24 * 60 * 60_000;

/** One sign-in of a person. Its end is not here: living ones stand among the sessions. */
export type SignIn = Readonly<{
  sessionId: string;
  at: number;
  browser: Session['device']['browser'];
  system: Session['device']['system'];
  newDevice: boolean;
}>;

export interface SignInStore {
  /** Remembers the browser for this person: `first` where no browser was known. Two at once are told apart. */
  know(personId: string, deviceHash: Buffer, now: number): Promise<'first' | 'known' | 'new'>;
  add(personId: string, signIn: SignIn): Promise<void>;
  newest(personId: string, limit: number): Promise<readonly SignIn[]>;
  sweep(limits: Readonly<{ signedInBefore: number; seenBefore: number }>): Promise<void>;
}

/** Bound to the person: that two persons share a browser is not to be read off. */
const deviceHash = (personId: string, mark: string): Buffer =>
  createHash('sha256').update(`${personId} ${mark}`, 'utf8').digest();

/**
 * Keeps that somebody signed in, and whether the browser is a new one for this person: `mark` is the browser's own, from a cookie. The
 * first browser of a person is nobody's surprise; of every other new one the person is told.
 */
export const recordSignIn =
  (signIns: SignInStore, notices: Pick<NoticeStore, 'add'>) =>
  async ({ sessionId, personId, createdAt, device }: Session, mark: string): Promise<void> => {
    const known = await signIns.know(personId, deviceHash(personId, mark), createdAt);
    await signIns.add(personId, { sessionId, at: createdAt, ...device, newDevice: known === 'new' });
    if (known === 'new') await notices.add(personId, { kind: 'new-device', at: createdAt });
  };
