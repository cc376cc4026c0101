import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { BlindSignatures } from '../../application/ballot-ports.ts';

const MODULUS_BITS = 2_048;
/** RFC 9474's RSABSSA-SHA384-PSS: the salt is as long as the hash. */
const SALT_BYTES = 48;

const made = promisify(generateKeyPair);
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const signed = (privateKey: string, blinded: Buffer): Buffer => {
  const key = createPrivateKey({ key: bytesOf(privateKey), format: 'der', type: 'pkcs8' });
  const padding = constants.RSA_NO_PADDING;
  // RSASP1, in OpenSSL's constant time; a raw operation "decrypts".
  const signature = privateDecrypt({ key, padding }, blinded);
  // RFC 9474 4.3: a faulty computation would give the key away.
  if (!publicEncrypt({ key: createPublicKey(key), padding }, signature).equals(blinded))
    throw new Error('a blind signature does not verify');
  return signature;
};

/** Node's own RSA: OpenSSL signs what was blinded, and verifies ordinary RSASSA-PSS. */
export const opensslBlindSignatures: BlindSignatures = {
  newKey: async () => {
    const { publicKey, privateKey } = await made('rsa', { modulusLength: MODULUS_BITS, publicExponent: 65_537 });
    return {
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    };
  },
  sign: (privateKey, blinded) => {
    const key = bytesOf(privateKey);
    const message = bytesOf(blinded);
    if (key.length === 0 || message.length !== MODULUS_BITS / 8) return undefined;
    const { n = '' } = createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
    // What is not below the modulus is no message of this key; zero and one would be signed as themselves.
    if (Buffer.compare(message, bytesOf(n)) >= 0 || BigInt(`0x${message.toString('hex')}`) < 2n) return undefined;
    return signed(privateKey, message).toString('base64url');
  },
  verify: (publicKey, token, signature) => {
    const key = createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' });
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify('sha384', bytesOf(token), { key, padding, saltLength: SALT_BYTES }, bytesOf(signature));
  },
};
