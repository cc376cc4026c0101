/** Blind signatures of RFC 9474 (RSABSSA-SHA384-PSS-Deterministic), the signer's and the verifier's side. All bytes in base64url. */
export interface BlindSignatures {
  /** A fresh key pair: SPKI and PKCS#8. */
  newKey(): Promise<Readonly<{ publicKey: string; privateKey: string }>>;
  /** The blind signature of a blinded message; undefined where it is none that this key can sign. */
  sign(privateKey: string, blinded: string): string | undefined;
  /** Whether a token was signed with the key. */
  verify(publicKey: string, token: string, signature: string): boolean;
}

/** A ballot as it waits: `spent` is a keyed fingerprint of its token, `sealed` holds all that it says. */
export type WaitingBallot = Readonly<{ boxId: string; spent: string; sealed: string }>;

export type PutAnswer =
  | Readonly<{ kind: 'taken' }>
  | Readonly<{ kind: 'closed' }>
  | Readonly<{ kind: 'there'; sealed: string }>;

/**
 * Where ballots wait, outside the log: without a time, without a number, without anything in the clear but the box. Nobody asks for them
 * in the order in which they came.
 */
export interface WaitingBallots {
  /** `there`: one with the same token waits already, and `sealed` is that one; `closed`: nothing is taken any more. */
  put(ballotId: string, ballot: WaitingBallot): Promise<PutAnswer>;
  /** How many wait in each box. */
  counts(ballotId: string): Promise<ReadonlyMap<string, number>>;
  /** From here on nothing is taken; by their fingerprints. */
  close(ballotId: string): Promise<readonly WaitingBallot[]>;
  /** Nothing of the ballot is left; it stays closed. */
  clear(ballotId: string): Promise<void>;
}
