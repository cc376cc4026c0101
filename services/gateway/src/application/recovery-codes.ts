import { createHash, randomInt } from 'node:crypto';
import { CODE_ALPHABET, normalizedCode } from './one-time-links.ts';

export const RECOVERY_CODES = 10;
const RECOVERY_GROUPS = 3;
const GROUP_CHARS = 4;

/** What stands in for a second factor that is not at hand: each code once. Every adapter passes `test/second-factor.int-spec`. */
export interface RecoveryCodeStore {
  replaceRecoveryCodes(personId: string, hashes: readonly Buffer[]): Promise<void>;
  useRecoveryCode(personId: string, hash: Buffer): Promise<boolean>;
  recoveryCodesLeft(personId: string): Promise<number>;
}

const newRecoveryCode = (): string =>
  Array.from({ length: RECOVERY_GROUPS }, () =>
    Array.from({ length: GROUP_CHARS }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(''),
  ).join('-');

/** Some 59 bits each: a plain hash is enough, bound to its person. */
export const recoveryHash = (personId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${personId} ${normalizedCode(code)}`, 'utf8')
    .digest();

/** Ten new ones in place of all earlier ones; they are shown once. */
export const newRecoveryCodes = async (
  store: Pick<RecoveryCodeStore, 'replaceRecoveryCodes'>,
  personId: string,
): Promise<readonly string[]> => {
  const made = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await store.replaceRecoveryCodes(
    personId,
    made.map((code) => recoveryHash(personId, code)),
  );
  return made;
};
