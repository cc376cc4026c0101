import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** RFC 9474's RSABSSA-SHA384-PSS-Deterministic: a token is random, so nothing has to be mixed in. */
const suite = RSABSSA.SHA384.PSS.Deterministic();

const TOKEN_BYTES = 32;
const SERIAL_BYTES = 16;
const MODULUS_BITS = 2_048;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0) ?? 0);
const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const keyOf = async (publicKey: string): Promise<CryptoKey> => {
  const key = await crypto.subtle.importKey('spki', bytesOf(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ]);
  // A short key, or one with an exponent of its own, could be made so that blinding hides less.
  const { modulusLength, publicExponent } = key.algorithm as RsaHashedKeyAlgorithm;
  if (modulusLength !== MODULUS_BITS || textOf(publicExponent) !== 'AQAB') throw new Error('not a key of a ballot box');
  return key;
};

/** What only this browser knows: made before anything is asked, so that a lost answer can be asked for again. */
export type Blinded = Readonly<{ boxId: string; publicKey: string; token: string; inverse: string; blinded: string }>;

export const blindToken = async (boxId: string, publicKey: string): Promise<Blinded> => {
  const token = suite.prepare(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const { blindedMsg, inv } = await suite.blind(await keyOf(publicKey), token);
  return { boxId, publicKey, token: textOf(token), inverse: textOf(inv), blinded: textOf(blindedMsg) };
};

/** What stands with one answer of a paper: random, so that nobody tells by it which others are of the same paper. */
export const newSerial = (): string => textOf(crypto.getRandomValues(new Uint8Array(SERIAL_BYTES)));

/** The signature of the token itself; throws where the platform signed something else. */
export const unblind = async ({ publicKey, token, inverse }: Blinded, blindSignature: string): Promise<string> =>
  textOf(await suite.finalize(await keyOf(publicKey), bytesOf(token), bytesOf(blindSignature), bytesOf(inverse)));
