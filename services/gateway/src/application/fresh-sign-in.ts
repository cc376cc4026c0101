import type { Session } from './sessions.ts';

/** How long after a sign-in acts that ask for a fresh one are taken; 0: the platform asks for none. */
export type FreshSignIn = Readonly<{ withinMs: number; nowMs: () => number }>;

/** Whether whoever asks has signed in a moment ago. Who has no session at all is told so by the service. */
export const isFresh = (session: Pick<Session, 'createdAt'> | undefined, { withinMs, nowMs }: FreshSignIn): boolean =>
  withinMs === 0 || session === undefined || nowMs() - session.createdAt <= withinMs;
