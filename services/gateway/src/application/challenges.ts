import { randomBytes } from 'node:crypto';
import type { UsedOnce } from './outside-sign-out.ts';
import { EdgeError } from './problem.ts';
import { keyFor, openBox, sealBox } from './sealed-box.ts';

/** What a passkey signs is good for so long: the time that somebody looks for his telephone. */
export const CHALLENGE_MS = 10 * 60_000;

const CHALLENGE_BYTES = 32;
/** A sealed challenge, written as base64url. */
export const SEALED_CHALLENGE_CHARS_MAX = 400;

/** When it was made stands before it. */
const MOMENT_BYTES = 8;

export type ChallengePorts = Readonly<{ masterKey: Buffer; used: UsedOnce; nowMs: () => number }>;

/**
 * Challenges of passkeys, on their way through the browser: sealed, bound to what they are for (`purpose`: a sign-in, a person's
 * session), with an end. Nothing is kept of those that nobody answers; that one was answered is kept in the database, so that it is
 * good once at all gateways together, whatever becomes of Redis.
 */
export const challenges = ({ masterKey, used, nowMs }: ChallengePorts) => {
  const key = keyFor(masterKey, 'passkey-challenges');
  return {
    make(purpose: string): { challenge: string; sealed: string } {
      const challenge = randomBytes(CHALLENGE_BYTES);
      const madeAt = Buffer.alloc(MOMENT_BYTES);
      madeAt.writeBigUInt64BE(BigInt(nowMs()));
      const sealed = sealBox(key, purpose, Buffer.concat([madeAt, challenge]));
      return { challenge: challenge.toString('base64url'), sealed: sealed.toString('base64url') };
    },
    /** Uses it up, whatever the answer to it is worth. Refusals: PASSKEY_CHALLENGE_ENDED. */
    async take(sealed: string, purpose: string): Promise<string> {
      const ended = (cause?: unknown): EdgeError =>
        new EdgeError('PASSKEY_CHALLENGE_ENDED', { field: 'challenge', cause });
      let plain: Buffer;
      try {
        plain = openBox(key, purpose, Buffer.from(sealed, 'base64url'));
      } catch (error) {
        throw ended(error);
      }
      const endsAt = Number(plain.readBigUInt64BE()) + CHALLENGE_MS;
      const challenge = plain.subarray(MOMENT_BYTES).toString('base64url');
      if (nowMs() >= endsAt || !(await used.use(`passkey ${challenge}`, endsAt))) throw ended();
      return challenge;
    },
  };
};

export type Challenges = ReturnType<typeof challenges>;
