import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { CHALLENGE_MS } from '../../application/challenges.ts';
import type { KnownCredential, Passkey, PasskeyCeremonies } from '../../application/passkeys.ts';

const SITE_NAME = '建功 Jiangong';

/** COSE: EdDSA, ES256, RS256. Between them every telephone, system and key of the last ten years. */
const ALGORITHMS = [-8, -7, -257] as const;

const TYPE = 'public-key' as const;

const credentialsOf = (known: readonly Passkey[]): readonly KnownCredential[] =>
  known.map(({ credentialId, transports }) => ({ id: credentialId, type: TYPE, transports }));

export type Site = Readonly<{
  /** The name that passkeys are bound to: the host, or a domain above it. */
  rpId: string;
  origin: string;
}>;

/**
 * The library throws for whatever is not right, its own bugs included; nothing of it is told, and an answer that is not right is
 * answered as such.
 */
const rightOnly = async <T>(verify: () => Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
};

/**
 * WebAuthn by `@simplewebauthn/server`. Options are put together here, since they are a promise to browsers. No attestation is asked for: whose
 * make a device is is nobody's business here. Each passkey stands by itself: it names its owner, who has shown himself to the device.
 */
export const passkeyCeremonies = ({ rpId, origin }: Site): PasskeyCeremonies => ({
  creationOptions: ({ challenge, userHandle, account, known }) => ({
    challenge,
    rp: { id: rpId, name: SITE_NAME },
    user: { id: userHandle.toString('base64url'), name: account, displayName: account },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: TYPE })),
    timeout: CHALLENGE_MS,
    attestation: 'none',
    excludeCredentials: credentialsOf(known),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  }),
  requestOptions: ({ challenge, known }) => ({
    challenge,
    rpId,
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: credentialsOf(known),
  }),
  created: async ({ id, clientDataJSON, attestationObject }, challenge) =>
    rightOnly(async () => {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: {
          id,
          rawId: id,
          type: TYPE,
          response: { clientDataJSON, attestationObject },
          clientExtensionResults: {},
        },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: [...ALGORITHMS],
      });
      if (!verified || registrationInfo.credential.id !== id) return undefined;
      const { credential, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        backedUp: credentialBackedUp,
      };
    }),
  asserted: async ({ id, clientDataJSON, authenticatorData, signature }, { challenge, passkey }) =>
    rightOnly(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          id,
          rawId: id,
          type: TYPE,
          response: { clientDataJSON, authenticatorData, signature },
          clientExtensionResults: {},
        },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        // The counter is looked at by the store, in one step with its move: here two at once would both pass.
        credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
        requireUserVerification: true,
      });
      if (!verified) return undefined;
      return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
    }),
});
