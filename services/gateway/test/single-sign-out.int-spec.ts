import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { makeLink } from '../src/application/one-time-links.ts';
import { postgresLinkStore } from '../src/adapters/postgres/link-store.ts';
import { type Browser, browser, locationOf } from './browser.ts';
import { freePort, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import { OUTSIDE_SECRET, type OutsideIssuer, startIssuer, through } from './outside-issuer.ts';

jest.setTimeout(30_000);

const WORKER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a06';
const SUBJECT = 'worker-0001';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

let world: GatewayUnderTest;
let issuer: OutsideIssuer;

beforeAll(async () => {
  // The library tells what it thinks of an issuer that keeps nothing; here that is all we need.
  for (const told of ['warn', 'info'] as const) jest.spyOn(console, told).mockImplementation(() => undefined);
  const port = await freePort();
  issuer = await startIssuer(
    () => `http://127.0.0.1:${port}`,
    () => SUBJECT,
  );
  world = await startGatewayUnderTest({
    PORT: String(port),
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: 'jiangong',
    OIDC_CLIENT_SECRET: OUTSIDE_SECRET,
  });
  await setUp(world, {});
  const token = await makeLink(postgresLinkStore(world.gateway().parts.database), {
    purpose: 'invitation',
    personId: WORKER,
    expiresAt: Date.now() + 60_000,
  });
  const invited = browser(world.url);
  const sent = await invited.form(`/invitations/${token}`, { code: '' });
  const onward = /^0; url=(\S+)$/u.exec(sent.headers.get('refresh') ?? '')?.[1] ?? '';
  expect((await through(issuer.url, invited, await invited.fetch(onward))).status).toBe(303);
});
afterAll(async () => {
  await world.stop();
  issuer.server.close();
});

const signedIn = async (): Promise<Browser> => {
  const who = browser(world.url);
  expect((await through(issuer.url, who, await who.fetch('/sign-in'))).status).toBe(303);
  expect(await isIn(who)).toBe(true);
  return who;
};
const isIn = async (who: Browser): Promise<boolean> => (await who.fetch('/v1/me/sessions')).status === 200;

type Claims = Readonly<Record<string, unknown>>;

const logoutToken = async (
  change: Claims = {},
  { key = issuer.privateKey, without = [] as readonly string[] }: { key?: CryptoKey; without?: readonly string[] } = {},
): Promise<string> => {
  const now = Math.floor(Date.now() / 1_000);
  const all: Claims = {
    ...{ iss: issuer.url, aud: 'jiangong', sub: SUBJECT, iat: now, exp: now + 60 },
    ...{ jti: `jti-${Math.random()}`, events: { [EVENT]: {} } },
    ...change,
  };
  const claims = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'outside', typ: 'logout+jwt' }).sign(key);
};
const tell = async (token: string): Promise<Response> =>
  fetch(`${world.url}/v1/sign-out/back-channel`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ logout_token: token }).toString(),
  });

describe('a sign-out with an issuer outside', () => {
  it('goes on there with the ID token as a hint, which is kept sealed, and ends every session that began there', async () => {
    const elsewhere = await signedIn();
    const who = elsewhere;
    const { rows } = await world.database.admin.query<{ all: string }>(
      "select string_agg(encode(sealed_id_token, 'escape'), ' ') as all from gateway.session",
    );
    expect(rows[0]?.all).not.toContain('eyJ');
    const out = await who.form('/sign-out', {}, { accept: 'text/html' });
    const onward = new URL(/^0; url=(\S+)$/u.exec(out.headers.get('refresh') ?? '')?.[1] ?? 'none:');
    expect([out.status, onward.origin]).toEqual([200, issuer.url]);
    expect(onward.searchParams.get('id_token_hint')).toMatch(/^eyJ/u);
    expect(onward.searchParams.get('post_logout_redirect_uri')).toBe(`${world.url}/`);
    expect(await isIn(who)).toBe(false);
    // The issuer asks, as its own rules say, and sends the browser back.
    const asked = await (await who.fetch(onward.href)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(asked)?.[1] ?? '';
    const ended = await who.form(`${issuer.url}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(locationOf(ended)).toBe(`${world.url}/`);
  });

  it('there ends the session here, told by the issuer itself', async () => {
    const who = await signedIn();
    const other = await signedIn();
    // Signed out at the issuer, by a way that does not pass here.
    const asked = await (await who.fetch(`${issuer.url}/session/end`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/u.exec(asked)?.[1] ?? '';
    await who.form(`${issuer.url}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(await isIn(who)).toBe(false);
    expect(await isIn(other)).toBe(true);
  });

  it('by subject ends all sessions of that subject, at every gateway within the time that one trusts what it knows', async () => {
    const who = await signedIn();
    expect((await tell(await logoutToken())).status).toBe(200);
    expect(await isIn(who)).toBe(false);
  });

  it('a logout token is taken once', async () => {
    const token = await logoutToken();
    expect((await tell(token)).status).toBe(200);
    const who = await signedIn();
    expect((await tell(token)).status).toBe(400);
    expect(await isIn(who)).toBe(true);
  });

  it('a logout token that is not one ends nothing', async () => {
    const who = await signedIn();
    const stranger = await generateKeyPair('ES256', { extractable: true });
    expect((await exportJWK(stranger.publicKey)).kty).toBe('EC');
    const old = Math.floor(Date.now() / 1_000) - 3_600;
    for (const token of [
      await logoutToken({ nonce: 'an ID token has one' }),
      await logoutToken({ aud: 'another client' }),
      await logoutToken({ iss: 'https://another.example' }),
      await logoutToken({ iat: old, exp: old + 7_200 }),
      await logoutToken({ exp: old }),
      await logoutToken({ events: {} }),
      await logoutToken({}, { without: ['events'] }),
      await logoutToken({}, { without: ['sub'] }),
      await logoutToken({}, { without: ['jti'] }),
      await logoutToken({}, { without: ['iat'] }),
      await logoutToken({}, { key: stranger.privateKey }),
      'eyJhbGciOiJub25lIn0.e30.',
      '',
    ]) {
      const answer = await tell(token);
      expect([answer.status, ((await answer.json()) as { reason: string }).reason]).toEqual([
        400,
        'LOGOUT_TOKEN_INVALID',
      ]);
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect(await isIn(who)).toBe(true);
    expect((await tell(await logoutToken({ sub: 'somebody-else' }))).status).toBe(200);
    expect(await isIn(who)).toBe(true);
  });
});
