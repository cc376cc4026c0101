import type { PasskeyAnswer } from './passkeys.ts';
import { EdgeError } from './problem.ts';
import type { Throttle } from './sign-in-throttle.ts';

/** What a passkey is asked for at a sign-in: bound to the one interaction. */
export const signInPurpose = (uid: string): string => `sign-in ${uid}`;

/**
 * Signs in with a passkey alone: the device has made sure of its user, so it is two factors in one. Nothing is told before it answers,
 * so nobody learns here who has one. Refusals: as of `passkeyOwner`, and TOO_MANY_SIGN_IN_TRIES.
 */
export const signInByPasskey =
  ({
    passkeyOwner,
    byAddress,
  }: Readonly<{ passkeyOwner: (answer: PasskeyAnswer, purpose: string) => Promise<string>; byAddress: Throttle }>) =>
  async (answer: PasskeyAnswer, { uid, address }: { uid: string; address: string }): Promise<string> => {
    const wait = await byAddress.waitSeconds(address);
    if (wait > 0) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: wait });
    try {
      return await passkeyOwner(answer, signInPurpose(uid));
    } catch (error) {
      if (error instanceof EdgeError && error.reason === 'PASSKEY_WRONG') await byAddress.failed(address);
      throw error;
    }
  };
