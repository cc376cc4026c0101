import { describe, expect, it } from '@jest/globals';
import { SERVICE_TOKEN_ISSUER, tokenVerifier } from '@jiangong/service-host/nest';
import { type CryptoKey, exportSPKI, generateKeyPair, SignJWT } from 'jose';

const nowS = 1_700_000_000;
const pair = await generateKeyPair('EdDSA', { extractable: true });
const other = await generateKeyPair('EdDSA');

const token = (
  change: { key?: CryptoKey; audience?: string; issuer?: string; expiresS?: number; kind?: string } = {},
): Promise<string> =>
  new SignJWT({ kind: change.kind ?? 'person', sid: 's1' })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject('p1')
    .setAudience(change.audience ?? 'evaluation')
    .setIssuer(change.issuer ?? SERVICE_TOKEN_ISSUER)
    .setIssuedAt(nowS)
    .setExpirationTime(change.expiresS ?? nowS + 300)
    .sign(change.key ?? pair.privateKey);

let clockMs = nowS * 1_000;
const verify = await tokenVerifier(await exportSPKI(pair.publicKey), 'evaluation', () => clockMs);

describe('a service token', () => {
  it('tells who calls', async () => {
    expect(await verify(await token())).toEqual({ kind: 'person', personId: 'p1', sessionId: 's1' });
    expect(await verify(await token({ kind: 'system' }))).toEqual({ kind: 'system', personId: null, sessionId: 's1' });
  });

  it('of another key, audience, issuer or kind is worth nothing', async () => {
    expect(await verify(await token({ key: other.privateKey }))).toBeUndefined();
    expect(await verify(await token({ audience: 'membership' }))).toBeUndefined();
    expect(await verify(await token({ issuer: 'somebody' }))).toBeUndefined();
    expect(await verify(await token({ kind: 'root' }))).toBeUndefined();
    expect(await verify('no.token.atall')).toBeUndefined();
  });

  it('that says it is good for more than five minutes is worth nothing', async () => {
    expect(await verify(await token({ expiresS: nowS + 301 }))).toBeUndefined();
    expect(await verify(await token({ expiresS: nowS + 300 }))).toBeDefined();
  });

  it('expires, also when it was verified before', async () => {
    const short = await token({ expiresS: nowS + 10 });
    expect(await verify(short)).toBeDefined();
    clockMs += 11_000;
    expect(await verify(short)).toBeUndefined();
    clockMs -= 11_000;
  });
});
