import type { Challenges } from './challenges.ts';
import { EdgeError } from './problem.ts';

/** A person may keep so many: a telephone, a tablet, a machine at work and a key in a drawer, each for some years. */
export const PASSKEYS_OF_PERSON_MAX = 10;
export const PASSKEY_NAME_CHARS_MAX = 50;

/** A public key of a person's own device or key. Times: milliseconds since 1970. */
export type Passkey = Readonly<{
  /** Ours, for addresses; the credential's own id is told to whoever signs in with it. */
  passkeyId: string;
  personId: string;
  /** base64url. */
  credentialId: string;
  publicKey: Buffer;
  /** How often it has signed, by its own count; 0 for ever where it does not count. */
  counter: number;
  transports: readonly string[];
  name: string;
  /** Its owner's other devices have it too. */
  backedUp: boolean;
  createdAt: number;
  lastUsedAt: number | null;
}>;

export interface PasskeyStore {
  /** `known`: the credential is somebody's already. Two at once do not make one too many. */
  add(passkey: Passkey, max: number): Promise<'added' | 'known' | 'too-many'>;
  /** The newest last. */
  ofPerson(personId: string): Promise<readonly Passkey[]>;
  ofCredential(credentialId: string): Promise<Passkey | undefined>;
  /** Moves the counter forward, in one step; false where it would not move although it counts: there are two of the same key. */
  use(used: Readonly<{ passkeyId: string; counter: number; backedUp: boolean; at: number }>): Promise<boolean>;
  rename(personId: string, passkeyId: string, name: string): Promise<boolean>;
  /** With the recovery codes where no second factor is left. */
  remove(personId: string, passkeyId: string): Promise<boolean>;
}

/** What a browser is asked with (WebAuthn, as JSON). */
export type CreationOptions = Readonly<{
  challenge: string;
  rp: Readonly<{ id: string; name: string }>;
  user: Readonly<{ id: string; name: string; displayName: string }>;
  pubKeyCredParams: readonly Readonly<{ alg: number; type: 'public-key' }>[];
  timeout: number;
  attestation: 'none';
  excludeCredentials: readonly KnownCredential[];
  authenticatorSelection: Readonly<{ residentKey: 'required'; requireResidentKey: true; userVerification: 'required' }>;
}>;
export type RequestOptions = Readonly<{
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: 'required';
  allowCredentials: readonly KnownCredential[];
}>;
export type KnownCredential = Readonly<{ id: string; type: 'public-key'; transports: readonly string[] }>;

/** What the browser answers. All binary parts: base64url. */
export type Attestation = Readonly<{
  id: string;
  clientDataJSON: string;
  attestationObject: string;
  transports: readonly string[];
}>;
export type Assertion = Readonly<{
  id: string;
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
  userHandle: string | null;
}>;

/** The ceremonies of WebAuthn for one site; whoever verifies answers undefined for what is not right, and asks for the person's verification. */
export interface PasskeyCeremonies {
  creationOptions(
    wanted: Readonly<{ challenge: string; userHandle: Buffer; account: string; known: readonly Passkey[] }>,
  ): CreationOptions;
  requestOptions(wanted: Readonly<{ challenge: string; known: readonly Passkey[] }>): RequestOptions;
  created(
    answer: Attestation,
    challenge: string,
  ): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'backedUp'> | undefined>;
  asserted(
    answer: Assertion,
    expected: Readonly<{ challenge: string; passkey: Passkey }>,
  ): Promise<Pick<Passkey, 'counter' | 'backedUp'> | undefined>;
}

/** An answer, and the sealed challenge that it answers. */
export type PasskeyAnswer = Readonly<{ challenge: string; credential: Assertion }>;

export type PasskeyProofPorts = Readonly<{
  passkeys: PasskeyStore;
  /** Null where the platform's address is no name: browsers bind passkeys to names. */
  ceremonies: PasskeyCeremonies | null;
  challenges: Challenges;
  userHandleOf: (personId: string) => Buffer;
  /** There are two of the same key. */
  onCopied: (passkey: Passkey) => Promise<void>;
  nowMs: () => number;
}>;

export const ceremoniesOf = ({ ceremonies }: Pick<PasskeyProofPorts, 'ceremonies'>): PasskeyCeremonies => {
  if (ceremonies === null) throw new EdgeError('PASSKEYS_NOT_HERE');
  return ceremonies;
};

/** What a browser is asked, and the challenge to give back with its answer. */
export type PasskeyQuestion = Readonly<{ options: RequestOptions; challenge: string }>;

/** Asks for a passkey: one of this person, or of whoever answers. */
export const askForPasskey =
  (ports: Pick<PasskeyProofPorts, 'passkeys' | 'ceremonies' | 'challenges'>) =>
  async (purpose: string, personId?: string): Promise<PasskeyQuestion> => {
    const { challenge, sealed } = ports.challenges.make(purpose);
    const known = personId === undefined ? [] : await ports.passkeys.ofPerson(personId);
    return { options: ceremoniesOf(ports).requestOptions({ challenge, known }), challenge: sealed };
  };

/**
 * Whose passkey answered, its user verified by device or PIN. Refusals: PASSKEYS_NOT_HERE, PASSKEY_CHALLENGE_ENDED, and PASSKEY_WRONG
 * alike for a passkey that nobody has, a wrong signature, another site's, another person's and a copied key.
 */
export const passkeyOwner =
  (ports: PasskeyProofPorts) =>
  async ({ challenge: sealed, credential }: PasskeyAnswer, purpose: string): Promise<string> => {
    const wrong = new EdgeError('PASSKEY_WRONG', { field: 'passkey' });
    const ceremonies = ceremoniesOf(ports);
    const challenge = await ports.challenges.take(sealed, purpose);
    const passkey = await ports.passkeys.ofCredential(credential.id);
    if (passkey === undefined) throw wrong;
    const { personId, passkeyId } = passkey;
    const handle = credential.userHandle;
    if (handle !== null && handle !== ports.userHandleOf(personId).toString('base64url')) throw wrong;
    const right = await ceremonies.asserted(credential, { challenge, passkey });
    if (right === undefined) throw wrong;
    if (!(await ports.passkeys.use({ passkeyId, ...right, at: ports.nowMs() }))) {
      await ports.onCopied(passkey);
      throw wrong;
    }
    return personId;
  };
