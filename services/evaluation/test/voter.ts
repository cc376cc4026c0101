import { RSABSSA } from '@cloudflare/blindrsa-ts';

const suite = RSABSSA.SHA384.PSS.Deterministic();
const TOKEN_BYTES = 32;

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A public key as every voter imports it. */
const keyOf = (publicKey: string) =>
  crypto.subtle.importKey('spki', bytesOf(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** What a voter keeps to himself between asking and voting. */
export type Kept = Readonly<{ boxId: string; publicKey: string; token: string; inverse: string; blinded: string }>;

/** A token that only its maker can read, and what he sends of it. */
export const blindToken = async ({ boxId, publicKey }: Pick<Kept, 'boxId' | 'publicKey'>): Promise<Kept> => {
  const token = suite.prepare(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
  const { blindedMsg, inv } = await suite.blind(await keyOf(publicKey), token);
  return { boxId, publicKey, token: textOf(token), inverse: textOf(inv), blinded: textOf(blindedMsg) };
};

/** The token's signature, out of the blind one; throws where it does not verify. */
export const unblind = async ({ publicKey, token, inverse }: Kept, blindSignature: string): Promise<string> =>
  textOf(await suite.finalize(await keyOf(publicKey), bytesOf(token), bytesOf(blindSignature), bytesOf(inverse)));
