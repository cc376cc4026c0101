import { randomUUID } from 'node:crypto';
import { FRESH_FOR_MS } from './own-account.ts';
import {
  askForPasskey,
  type Attestation,
  type CreationOptions,
  ceremoniesOf,
  type Passkey,
  type PasskeyProofPorts,
  type PasskeyQuestion,
  PASSKEYS_OF_PERSON_MAX,
} from './passkeys.ts';
import { EdgeError } from './problem.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import {
  type FactorPorts,
  type FactorProof,
  notify,
  proofPurpose,
  proveSecondFactor,
  renewed,
} from './second-factor.ts';
import type { Session } from './sessions.ts';

export type OwnPasskeyPorts = Omit<FactorPorts, 'passkeys'> & PasskeyProofPorts;

const creationPurpose = ({ personId, sessionId }: Session): string => `create ${personId} ${sessionId}`;

export type NewPasskey = Readonly<{ name: string; challenge: string; credential: Attestation }>;

/** `recoveryCodes`: new ones, shown once, where there were none; `token`: a new session's cookie value. */
export type Registered = Readonly<{ passkeyId: string; recoveryCodes: readonly string[]; token: string }>;

const freshOnly = (ports: OwnPasskeyPorts, { createdAt }: Session): void => {
  if (ports.nowMs() - createdAt > FRESH_FOR_MS) throw new EdgeError('SIGN_IN_AGAIN');
};

const register =
  (ports: OwnPasskeyPorts) =>
  async (session: Session, { name, challenge: sealed, credential }: NewPasskey): Promise<Registered> => {
    const { personId } = session;
    freshOnly(ports, session);
    const ceremonies = ceremoniesOf(ports);
    const challenge = await ports.challenges.take(sealed, creationPurpose(session));
    const created = await ceremonies.created(credential, challenge);
    if (created === undefined) throw new EdgeError('PASSKEY_WRONG', { field: 'credential' });
    const passkey: Passkey = {
      ...created,
      ...{ passkeyId: randomUUID(), personId, name, transports: credential.transports },
      ...{ createdAt: ports.nowMs(), lastUsedAt: null },
    };
    const added = await ports.passkeys.add(passkey, PASSKEYS_OF_PERSON_MAX);
    if (added === 'too-many') throw new EdgeError('TOO_MANY_PASSKEYS');
    if (added === 'known') throw new EdgeError('PASSKEY_KNOWN', { field: 'credential' });
    const codeless = (await ports.factors.recoveryCodesLeft(personId)) === 0;
    const recoveryCodes = codeless ? await newRecoveryCodes(ports.factors, personId) : [];
    await notify(ports, personId, 'passkey-added');
    return { passkeyId: passkey.passkeyId, recoveryCodes, token: await renewed(ports, session) };
  };

/** A person's own passkeys. Whoever has one signs in with it alone, and with a password only if it is at hand too. */
export const ownPasskeys = (ports: OwnPasskeyPorts) => ({
  /** False where the platform's address is no name. */
  possible: ports.ceremonies !== null,
  list: async ({ personId }: Session): Promise<readonly Passkey[]> => ports.passkeys.ofPerson(personId),
  /** What the browser is asked to make one with. Refusals: SIGN_IN_AGAIN, PASSKEYS_NOT_HERE, TOO_MANY_PASSKEYS. */
  begin: async (
    session: Session,
    account: string,
  ): Promise<Readonly<{ options: CreationOptions; challenge: string }>> => {
    freshOnly(ports, session);
    const ceremonies = ceremoniesOf(ports);
    const known = await ports.passkeys.ofPerson(session.personId);
    if (known.length >= PASSKEYS_OF_PERSON_MAX) throw new EdgeError('TOO_MANY_PASSKEYS');
    const { challenge, sealed } = ports.challenges.make(creationPurpose(session));
    const userHandle = ports.userHandleOf(session.personId);
    return { options: ceremonies.creationOptions({ challenge, userHandle, account, known }), challenge: sealed };
  },
  /** Refusals: SIGN_IN_AGAIN, PASSKEYS_NOT_HERE, PASSKEY_CHALLENGE_ENDED, PASSKEY_WRONG, PASSKEY_KNOWN, TOO_MANY_PASSKEYS. */
  register: register(ports),
  /** What a proof within the session is asked with. */
  ask: async ({ personId }: Session): Promise<PasskeyQuestion> =>
    askForPasskey(ports)(proofPurpose(personId), personId),
  /** Refusals: PASSKEY_NOT_FOUND. */
  rename: async ({ personId }: Session, passkeyId: string, name: string): Promise<void> => {
    if (!(await ports.passkeys.rename(personId, passkeyId, name)))
      throw new EdgeError('PASSKEY_NOT_FOUND', { field: 'passkeyId' });
  },
  /** Asks for a factor: this one, another one, or a recovery code where the device is lost. Answers a new session's cookie value. */
  remove: async (session: Session, passkeyId: string, proof: FactorProof): Promise<string> => {
    const { personId } = session;
    const own = await ports.passkeys.ofPerson(personId);
    const missing = new EdgeError('PASSKEY_NOT_FOUND', { field: 'passkeyId' });
    if (!own.some((one) => one.passkeyId === passkeyId)) throw missing;
    await proveSecondFactor(ports)(personId, proof, proofPurpose(personId));
    if (!(await ports.passkeys.remove(personId, passkeyId))) throw missing;
    await notify(ports, personId, 'passkey-removed');
    return renewed(ports, session);
  },
});

export type OwnPasskeys = ReturnType<typeof ownPasskeys>;
