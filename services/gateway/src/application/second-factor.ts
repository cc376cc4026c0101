import type { NoticeKind, NoticeStore } from './account-notices.ts';
import { FRESH_FOR_MS } from './own-account.ts';
import type { PasskeyAnswer, PasskeyStore } from './passkeys.ts';
import { EdgeError } from './problem.ts';
import { newRecoveryCodes, type RecoveryCodeStore, recoveryHash } from './recovery-codes.ts';
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

export interface SecondFactorStore extends RecoveryCodeStore {
  find(personId: string): Promise<KeptFactor | undefined>;
  /** Puts an unconfirmed one in the place of another unconfirmed one; false where a confirmed one is. */
  begin(personId: string, sealed: Buffer, now: number): Promise<boolean>;
  /** The step was not used before, nor one after it: then it is now. A code is good once. */
  useStep(personId: string, step: number): Promise<boolean>;
  confirm(personId: string, now: number): Promise<void>;
  /** The generator; with the recovery codes where no second factor is left. */
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

const TOTP_FORM = /^\d{6}$/u;

/** What a second factor is proved by: a code of the generator, a recovery code, or a passkey. */
export type FactorProof = Readonly<{ code: string }> | Readonly<{ passkey: PasskeyAnswer }>;

export type FactorPorts = Readonly<{
  factors: SecondFactorStore;
  passkeys: Pick<PasskeyStore, 'ofPerson'>;
  /** Whose passkey answered a question of this purpose. */
  passkeyOwner: (answer: PasskeyAnswer, purpose: string) => Promise<string>;
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

/** Tells the owner, at the next sign-in, and the log. */
export const notify = async (
  { notices, tell, nowMs }: Pick<FactorPorts, 'notices' | 'tell' | 'nowMs'>,
  personId: string,
  kind: NoticeKind,
): Promise<void> => {
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

/** Counted before the work, cleared by a success. Refusals: TOO_MANY_SIGN_IN_TRIES, and what the work refuses. */
const throttled = async ({ byPerson }: FactorPorts, personId: string, work: () => Promise<void>): Promise<void> => {
  const wait = await byPerson.begin(personId);
  if (wait > 0) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: wait });
  await work();
  await byPerson.succeeded(personId);
};

/** The same for a code. Refusals: SECOND_FACTOR_WRONG, TOO_MANY_SIGN_IN_TRIES. */
const throttledCode = async (ports: FactorPorts, personId: string, isRight: () => Promise<boolean>): Promise<void> =>
  throttled(ports, personId, async () => {
    if (await isRight()) return;
    ports.tell.refused('SECOND_FACTOR_WRONG');
    throw new EdgeError('SECOND_FACTOR_WRONG', { field: 'code' });
  });

const confirmedOf = async ({ factors }: FactorPorts, personId: string): Promise<KeptFactor> => {
  const kept = await factors.find(personId);
  if (kept === undefined || !kept.confirmed) throw new EdgeError('NO_SECOND_FACTOR');
  return kept;
};

/** Whoever knew the way in before is out; answers the new session's cookie value. */
export const renewed = async (
  { sessions }: Pick<FactorPorts, 'sessions'>,
  { personId, position, device }: Session,
): Promise<string> => {
  await sessions.endAllOf(personId);
  const { token } = await sessions.begin(personId, { device });
  sessions.advance(token, position);
  return token;
};

export type Enrolment = Readonly<{ secret: string; uri: string }>;

/** What a proof within a session is asked for: no answer to a sign-in serves here, nor the other way round. */
export const proofPurpose = (personId: string): string => `prove ${personId}`;

/** A person's own code generator and recovery codes. */
export const ownSecondFactor = (ports: FactorPorts) => ({
  state: async ({ personId }: Session) => ({
    totp: (await ports.factors.find(personId))?.confirmed ?? false,
    passkeys: (await ports.passkeys.ofPerson(personId)).length,
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
    await throttledCode(ports, personId, async () => isRightCode(ports, personId, { sealed: kept.sealed, code }));
    const recoveryCodes = await newRecoveryCodes(ports.factors, personId);
    await ports.factors.confirm(personId, ports.nowMs());
    await notify(ports, personId, 'second-factor-set-up');
    return { recoveryCodes, token: await renewed(ports, session) };
  },
  /** New recovery codes in place of all earlier ones; asks for the factor itself: one of them does not make ten. */
  renewRecoveryCodes: async ({ personId }: Session, proof: FactorProof): Promise<readonly string[]> => {
    if ('passkey' in proof) await proveSecondFactor(ports)(personId, proof, proofPurpose(personId));
    else {
      const { sealed } = await confirmedOf(ports, personId);
      await throttledCode(ports, personId, async () => isRightCode(ports, personId, { sealed, code: proof.code }));
    }
    return newRecoveryCodes(ports.factors, personId);
  },
  /** Takes the generator away; asks for a factor, so that a browser left open does not. Answers a new session's cookie value. */
  remove: async (session: Session, proof: FactorProof): Promise<string> => {
    const { personId } = session;
    await confirmedOf(ports, personId);
    await proveSecondFactor(ports)(personId, proof, proofPurpose(personId));
    await ports.factors.remove(personId);
    await notify(ports, personId, 'second-factor-removed');
    return renewed(ports, session);
  },
});

/** Whether a password alone does not open this account. */
export const needsSecondFactor =
  ({ factors, passkeys }: Pick<FactorPorts, 'factors' | 'passkeys'>) =>
  async (personId: string): Promise<boolean> =>
    ((await factors.find(personId))?.confirmed ?? false) || (await passkeys.ofPerson(personId)).length > 0;

/** A code of the generator or a recovery code, each good once. */
const proveByCode = async (ports: FactorPorts, personId: string, given: string): Promise<void> => {
  if (!(await needsSecondFactor(ports)(personId))) throw new EdgeError('NO_SECOND_FACTOR');
  const kept = await ports.factors.find(personId);
  const code = given.replaceAll(/\s/gu, '');
  await throttledCode(ports, personId, async () => {
    if (TOTP_FORM.test(code))
      return kept?.confirmed === true && isRightCode(ports, personId, { sealed: kept.sealed, code });
    const used = await ports.factors.useRecoveryCode(personId, recoveryHash(personId, code));
    if (used) await notify(ports, personId, 'recovery-code-used');
    return used;
  });
};

/**
 * A second factor is at hand: a code, or a passkey of this very person that answered what it was asked for (`purpose`). Refusals:
 * SECOND_FACTOR_WRONG, PASSKEY_*, TOO_MANY_SIGN_IN_TRIES, NO_SECOND_FACTOR.
 */
export const proveSecondFactor =
  (ports: FactorPorts) =>
  async (personId: string, proof: FactorProof, purpose: string): Promise<void> => {
    if ('code' in proof) return proveByCode(ports, personId, proof.code);
    return throttled(ports, personId, async () => {
      if ((await ports.passkeyOwner(proof.passkey, purpose)) === personId) return;
      ports.tell.refused('PASSKEY_WRONG');
      throw new EdgeError('PASSKEY_WRONG', { field: 'passkey' });
    });
  };

export type OwnSecondFactor = ReturnType<typeof ownSecondFactor>;
