import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Assertion, Attestation } from '../src/application/passkeys.ts';

/** Bits of authenticator data (WebAuthn §6.1). */
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const text64 = (bytes: Buffer): string => bytes.toString('base64url');

/** The few forms of CBOR that are needed here. */
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x59, Math.floor(bytes.length / 256), bytes.length % 256]), bytes]);

/** COSE: EC2, ES256, P-256. */
const coseKeyOf = (publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [xBytes, yBytes] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    xBytes,
    Buffer.from([0x22, 0x58, 0x20]),
    yBytes,
  ]);
};

export type Asked = Readonly<{ challenge: string; origin: string; rpId: string }>;

/** How an answer differs from what a device would give. */
export type Odd = Readonly<{ unverified?: true; counter?: number; userHandle?: string | null }>;

/** A device that makes passkeys: ES256, attestation "none", written against the specification and not with the library that checks it. */
export const softwareAuthenticator = (counts = true) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  let counter = 0;
  let handle: string | null = null;
  const clientDataOf = (type: string, { challenge, origin }: Asked): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }), 'utf8');
  const authenticatorData = (rpId: string, odd: Odd, more: Buffer = Buffer.alloc(0)): Buffer => {
    const flags = USER_PRESENT + (odd.unverified ? 0 : USER_VERIFIED) + (more.length === 0 ? 0 : CREDENTIAL_INCLUDED);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(odd.counter ?? (counts ? (counter += 1) : 0));
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more]);
  };
  return {
    id: text64(credentialId),
    create(asked: Asked, userHandle: string, odd: Odd = {}): Attestation {
      handle = userHandle;
      const length = Buffer.from([0, credentialId.length]);
      const credential = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKeyOf(publicKey)]);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0])],
        ...[cborText('authData'), cborBytes(authenticatorData(asked.rpId, odd, credential))],
      ]);
      return {
        id: text64(credentialId),
        clientDataJSON: text64(clientDataOf('webauthn.create', asked)),
        attestationObject: text64(attestationObject),
        transports: ['internal'],
      };
    },
    get(asked: Asked, odd: Odd = {}): Assertion {
      const clientData = clientDataOf('webauthn.get', asked);
      const data = authenticatorData(asked.rpId, odd);
      return {
        id: text64(credentialId),
        clientDataJSON: text64(clientData),
        authenticatorData: text64(data),
        signature: text64(sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey)),
        userHandle: odd.userHandle === undefined ? handle : odd.userHandle,
      };
    },
  };
};

export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;
