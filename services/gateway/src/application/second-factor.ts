import { createHash, randomInt } from 'node:crypto';
import type { NoticeKind, NoticeStore } from './account-notices.ts';
import { CODE_ALPHABET, normalizedCode } from './one-time-links.ts';
import { FRESH_FOR_MS } from './own-account.ts';
import { EdgeError } from './problem.ts';
import { keyFor, openBox, sealBox } from './sealed-box.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SignInLog } from './sign-in-log.ts';
import type { Throttle, ThrottleRule } from './sign-in-throttle.ts';

/** Codes of a generator by time (RFC 6238): six digits, a step of 30 s, one step of tolerance either way. */
export interface OneTimeCodes {
  newSecret(): Buffer;
  /** What a generator reads: `otpauth://totp/…`. */
  uriOf(secret: Buffer, account: string): string;
  /** The secret as it is typed where no picture can be read. */
  textOf(secret: Buffer): string;
  /** The step that a code belongs to; undefined when it is none of now. */
  stepOf(secret: Buffer, code: string, nowMs: number): number | undefined;
}

export type KeptFactor = Readonly<{ sealed: Buffer; confirmed: boolean }>;

export interface SecondFactorStore {
  find(personId: string): Promise<KeptFactor | undefined>;
  /** Puts an unconfirmed one in the place of another unconfirmed one; false where a confirmed one is. */
  begin(personId: string, sealed: Buffer, now: number): Promise<boolean>;
  /** The step was not used before, nor one after it: then it is now. A code is good once. */
  useStep(personId: string, step: number): Promise<boolean>;
  confirm(personId: string, now: number): Promise<void>;
  replaceRecoveryCodes(personId: string, hashes: readonly Buffer[]): Promise<void>;
  useRecoveryCode(personId: string, hash: Buffer): Promise<boolean>;
  recoveryCodesLeft(personId: string): Promise<number>;
  /** The factor and its recovery codes. */
  remove(personId: string): Promise<void>;
}

/** Guesses at a second factor count by person, whoever knows the password. */
export const FACTOR_THROTTLE: ThrottleRule = {
  name: 'second-factor',
  freeFailures: 5,
  firstWaitMs: 2_000,
  longestWaitMs: 15 * 60_000,
  forgetAfterMs: 60 * 60_000,
};

export const RECOVERY_CODES = 10;
const RECOVERY_GROUPS = 3;
const GROUP_CHARS = 4;
const TOTP_FORM = /^\d{6}$/u;

export type FactorPorts = Readonly<{
  factors: SecondFactorStore;
  codes: OneTimeCodes;
  notices: NoticeStore;
  sessions: Sessions;
  byPerson: Throttle;
  tell: SignInLog;
  masterKey: Buffer;
  nowMs: () => number;
}>;

const labelOf = (personId: string): string => `totp ${personId}`;
const keyOf = (masterKey: Buffer): Buffer => keyFor(masterKey, 'second-factor');

const newRecoveryCode = (): string =>
  Array.from({ length: RECOVERY_GROUPS }, () =>
    Array.from({ length: GROUP_CHARS }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(''),
  ).join('-');

/** Some 59 bits each: a plain hash is enough, bound to its person. */
const recoveryHash = (personId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${personId} ${normalizedCode(code)}`, 'utf8')
    .digest();

const newRecoveryCodes = async (
  { factors }: Pick<FactorPorts, 'factors'>,
  personId: string,
): Promise<readonly string[]> => {
  const made = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await factors.replaceRecoveryCodes(
    personId,
    made.map((code) => recoveryHash(personId, code)),
  );
  return made;
};

const notify = async ({ notices, tell, nowMs }: FactorPorts, personId: string, kind: NoticeKind): Promise<void> => {
  await notices.add(personId, { kind, at: nowMs() });
  tell.secondFactor(kind);
};

/** A right code of the generator, which is used up by that. */
const isRightCode = async (
  ports: FactorPorts,
  personId: string,
  { sealed, code }: { sealed: Buffer; code: string },
) => {
  const secret = openBox(keyOf(ports.masterKey), labelOf(personId), sealed);
  const step = ports.codes.stepOf(secret, code, ports.nowMs());
  return step !== undefined && (await ports.factors.useStep(personId, step));
};

/** Counted before the work, cleared by a success. Refusals: SECOND_FACTOR_WRONG, TOO_MANY_SIGN_IN_TRIES. */
const throttled = async (
  { byPerson, tell }: FactorPorts,
  personId: string,
  work: () => Promise<boolean>,
): Promise<void> => {
  const wait = await byPerson.begin(personId);
  if (wait > 0) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: wait });
  if (!(await work())) {
    tell.refused('SECOND_FACTOR_WRONG');
    throw new EdgeError('SECOND_FACTOR_WRONG', { field: 'code' });
  }
  await byPerson.succeeded(personId);
};

const confirmedOf = async ({ factors }: FactorPorts, personId: string): Promise<KeptFactor> => {
  const kept = await factors.find(personId);
  if (kept === undefined || !kept.confirmed) throw new EdgeError('NO_SECOND_FACTOR');
  return kept;
};

/** Whoever knew the way in before is out; answers the new session's cookie value. */
const renewed = async ({ sessions }: FactorPorts, { personId, position }: Session): Promise<string> => {
  await sessions.endAllOf(personId);
  const { token } = await sessions.begin(personId);
  sessions.advance(token, position);
  return token;
};

export type Enrolment = Readonly<{ secret: string; uri: string }>;

/** A person's own second factor. */
export const ownSecondFactor = (ports: FactorPorts) => ({
  state: async ({ personId }: Session) => ({
    totp: (await ports.factors.find(personId))?.confirmed ?? false,
    recoveryCodesLeft: await ports.factors.recoveryCodesLeft(personId),
  }),
  /** A new secret, which counts once it is confirmed. Refusals: SIGN_IN_AGAIN, SECOND_FACTOR_EXISTS. */
  begin: async ({ personId, createdAt }: Session, account: string): Promise<Enrolment> => {
    if (ports.nowMs() - createdAt > FRESH_FOR_MS) throw new EdgeError('SIGN_IN_AGAIN');
    const secret = ports.codes.newSecret();
    const sealed = sealBox(keyOf(ports.masterKey), labelOf(personId), secret);
    if (!(await ports.factors.begin(personId, sealed, ports.nowMs()))) throw new EdgeError('SECOND_FACTOR_EXISTS');
    return { secret: ports.codes.textOf(secret), uri: ports.codes.uriOf(secret, account) };
  },
  /** The generator gives right codes. Answers the recovery codes, shown once, and a new session's cookie value. */
  confirm: async (session: Session, code: string): Promise<{ recoveryCodes: readonly string[]; token: string }> => {
    const { personId } = session;
    const kept = await ports.factors.find(personId);
    if (kept === undefined) throw new EdgeError('NO_SECOND_FACTOR');
    if (kept.confirmed) throw new EdgeError('SECOND_FACTOR_EXISTS');
    await throttled(ports, personId, async () => isRightCode(ports, personId, { sealed: kept.sealed, code }));
    const recoveryCodes = await newRecoveryCodes(ports, personId);
    await ports.factors.confirm(personId, ports.nowMs());
    await notify(ports, personId, 'second-factor-set-up');
    return { recoveryCodes, token: await renewed(ports, session) };
  },
  /** New recovery codes in place of all earlier ones; asks for the factor. */
  renewRecoveryCodes: async ({ personId }: Session, code: string): Promise<readonly string[]> => {
    const { sealed } = await confirmedOf(ports, personId);
    await throttled(ports, personId, async () => isRightCode(ports, personId, { sealed, code }));
    return newRecoveryCodes(ports, personId);
  },
  /** Takes the factor away; asks for it, so that a browser left open does not. Answers a new session's cookie value. */
  remove: async (session: Session, code: string): Promise<string> => {
    const { personId } = session;
    await confirmedOf(ports, personId);
    await proveSecondFactor(ports)(personId, code);
    await ports.factors.remove(personId);
    await notify(ports, personId, 'second-factor-removed');
    return renewed(ports, session);
  },
});

/** Whether a sign-in needs a second step. */
export const needsSecondFactor =
  ({ factors }: Pick<FactorPorts, 'factors'>) =>
  async (personId: string): Promise<boolean> =>
    (await factors.find(personId))?.confirmed ?? false;

/** A code of the generator or a recovery code was given, each good once. Refusals: SECOND_FACTOR_WRONG, TOO_MANY_SIGN_IN_TRIES. */
export const proveSecondFactor =
  (ports: FactorPorts) =>
  async (personId: string, given: string): Promise<void> => {
    const { sealed } = await confirmedOf(ports, personId);
    const code = given.replaceAll(/\s/gu, '');
    await throttled(ports, personId, async () => {
      if (TOTP_FORM.test(code)) return isRightCode(ports, personId, { sealed, code });
      const used = await ports.factors.useRecoveryCode(personId, recoveryHash(personId, code));
      if (used) await notify(ports, personId, 'recovery-code-used');
      return used;
    });
  };

export type OwnSecondFactor = ReturnType<typeof ownSecondFactor>;
