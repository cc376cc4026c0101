import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { postgresAccountStore } from '../src/adapters/postgres/account-store.ts';
import { postgresLinkStore } from '../src/adapters/postgres/link-store.ts';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { makeCodedLink, makeLink } from '../src/application/one-time-links.ts';
import { type Browser, browser, locationOf } from './browser.ts';
import { OUTSIDE_SECRET, startIssuer, through } from './outside-issuer.ts';
import { freePort, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import { status } from '@grpc/grpc-js';
import type { PublicFact } from '@jiangong/messaging';
import { refusal } from './fake-services.ts';

jest.setTimeout(30_000);

const WORKER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a06';

let world: GatewayUnderTest;
let issuer: { url: string; server: Server };
let subject = 'worker-0001';

beforeAll(async () => {
  // The library tells what it thinks of an issuer without keys of its own; here that is all we need.
  for (const told of ['warn', 'info'] as const) jest.spyOn(console, told).mockImplementation(() => undefined);
  const port = await freePort();
  issuer = await startIssuer(
    () => `http://127.0.0.1:${port}`,
    () => subject,
  );
  world = await startGatewayUnderTest({
    PORT: String(port),
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: 'jiangong',
    OIDC_CLIENT_SECRET: OUTSIDE_SECRET,
  });
  world.services.answer('merit-projects', 'getEvidence', () => {
    throw refusal(status.NOT_FOUND, 'EVIDENCE_UNKNOWN');
  });
});
afterAll(async () => {
  await world.stop();
  issuer.server.close();
});

/** Accepts an invitation as a browser does: the answer to the form sends it on without being a redirect, which `form-action` would stop. */
const accept = async (who: Browser, path: string, code = ''): Promise<Response> => {
  const sent = await who.form(path, { code });
  expect([sent.status, sent.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("form-action 'self'"),
  ]);
  const onward = /^0; url=(\S+)$/u.exec(sent.headers.get('refresh') ?? '')?.[1] ?? '';
  expect(await sent.text()).toContain(`<a href="${onward.replaceAll('&', '&amp;')}">`);
  return through(issuer.url, who, await who.fetch(onward));
};

describe('an external issuer', () => {
  it('lets nobody in whom no invitation tied to a person', async () => {
    const stranger = browser(world.url);
    const done = await through(issuer.url, stranger, await stranger.fetch('/sign-in'));
    expect([done.status, ((await done.json()) as { reason: string }).reason]).toEqual([403, 'PERSON_UNKNOWN_HERE']);
  });

  it('lets the first officer in by the invitation that the set-up answers', async () => {
    const asked = await setUp(world, {});
    expect(asked.status).toBe(201);
    const { invitationPath } = (await asked.json()) as { invitationPath: string };
    subject = 'worker-0000';
    const first = browser(world.url);
    const done = await accept(first, invitationPath);
    expect([done.status, locationOf(done)]).toEqual([303, '/']);
    subject = 'worker-0001';
  });

  it('ties an identity to its person by an invitation and its code, once; then signs in without', async () => {
    const links = postgresLinkStore(world.gateway().parts.database);
    const { token, code } = await makeCodedLink(links, {
      purpose: 'invitation',
      personId: WORKER,
      expiresAt: Date.now() + 60_000,
    });
    const invited = browser(world.url);
    expect((await invited.fetch(`/invitations/${token}`)).status).toBe(200);
    const withoutCode = await invited.form(`/invitations/${token}`, { code: 'AAAA-AAAA' });
    expect([withoutCode.status, withoutCode.headers.get('refresh')]).toEqual([403, null]);
    expect(await withoutCode.text()).toContain('验证码不正确');
    const tied = await accept(invited, `/invitations/${token}`, code);
    expect([tied.status, locationOf(tied)]).toEqual([303, '/']);
    const again = browser(world.url);
    expect((await through(issuer.url, again, await again.fetch('/sign-in'))).status).toBe(303);
    await again.fetch(`/v1/evidence/${'a'.repeat(64)}?entryId=${OFFICER}`);
    expect(world.services.seen.at(-1)?.token.sub).toBe(WORKER);
  });

  it('ties no second identity to a person, until the first is ended', async () => {
    const { database, sessions } = world.gateway().parts;
    const links = postgresLinkStore(database);
    const invited = async () => {
      const expiresAt = Date.now() + 60_000;
      const token = await makeLink(links, { purpose: 'invitation', personId: WORKER, expiresAt });
      return accept(browser(world.url), `/invitations/${token}`);
    };
    subject = 'worker-0003';
    const second = await invited();
    expect([second.status, ((await second.json()) as { reason: string }).reason]).toEqual([409, 'ACCOUNT_EXISTS']);
    world.services.answer('membership', 'getInvitee', () => ({ personId: WORKER }));
    expect(await postgresAccountStore(database).hasPerson(WORKER)).toBe(true);
    await endAccess(database, {
      sessions: async (personId) => sessions.endAllOf(personId),
      names: () => undefined,
    }).handle({
      type: 'membership.SignInEnded.v1',
      data: { personId: WORKER },
    } as PublicFact);
    expect((await invited()).status).toBe(303);
  });

  it('does not take an invitation that is over or used', async () => {
    const links = postgresLinkStore(world.gateway().parts.database);
    const token = await makeLink(links, { purpose: 'invitation', personId: WORKER, expiresAt: Date.now() - 1 });
    const refused = await browser(world.url).form(`/invitations/${token}`, { code: '' });
    expect([refused.status, refused.headers.get('refresh')]).toEqual([404, null]);
    expect(await refused.text()).toContain('链接无效');
  });

  it('has no login page of ours', async () => {
    expect((await fetch(`${world.url}/sign-in/login/x`)).status).toBe(404);
    expect((await fetch(`${world.url}/oidc/.well-known/openid-configuration`)).status).toBe(404);
  });
});
