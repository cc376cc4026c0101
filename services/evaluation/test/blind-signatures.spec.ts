import { webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { describe, expect, it } from '@jest/globals';
import { opensslBlindSignatures as signer } from '../src/adapters/crypto/blind-signatures.ts';

const suite = RSABSSA.SHA384.PSS.Deterministic();
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64url'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const publicKeyOf = (spki: string) =>
  webcrypto.subtle.importKey('spki', bytesOf(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

describe('blind signatures: the library blinds and OpenSSL signs', () => {
  it('give a token that verifies, under its own key alone', async () => {
    const [mine, other] = await Promise.all([signer.newKey(), signer.newKey()]);
    const key = await publicKeyOf(mine.publicKey);
    const token = suite.prepare(webcrypto.getRandomValues(new Uint8Array(32)));
    const { blindedMsg, inv } = await suite.blind(key, token);
    const blind = signer.sign(mine.privateKey, textOf(blindedMsg)) ?? '';
    const signature = textOf(await suite.finalize(key, token, bytesOf(blind), inv));
    expect(signer.verify(mine.publicKey, textOf(token), signature)).toBe(true);
    expect(signer.verify(other.publicKey, textOf(token), signature)).toBe(false);
    expect(signer.verify(mine.publicKey, textOf(blindedMsg.slice(0, 32)), signature)).toBe(false);
    // The same request is answered with the same bytes.
    expect(signer.sign(mine.privateKey, textOf(blindedMsg))).toBe(blind);
    expect([textOf(blindedMsg), blind]).not.toContain(signature);
  });

  it('are not made of what no key of this length signs', async () => {
    const { privateKey } = await signer.newKey();
    for (const bad of [Buffer.alloc(256, 0xff), Buffer.alloc(255, 1), Buffer.alloc(256), Buffer.from([1])])
      expect(signer.sign(privateKey, textOf(bad))).toBeUndefined();
    expect(signer.sign('', textOf(Buffer.alloc(256, 1)))).toBeUndefined();
  });
});
