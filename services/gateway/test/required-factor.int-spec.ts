import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { Secret, TOTP } from 'otpauth';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { type Browser, browser, locationOf, signInAs } from './browser.ts';
import {
  CREDENTIALS,
  type GatewayUnderTest,
  OFFICER,
  ROOT,
  setUp,
  startGatewayUnderTest,
} from './gateway-under-test.ts';

jest.setTimeout(30_000);

/** Grants are remembered for a second. */
const NOTICED_MS = 1_200;
const GRANT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a09';

let world: GatewayUnderTest;

const problemOf = async (response: Response): Promise<Record<string, unknown>> =>
  (await response.json()) as Record<string, unknown>;
const reasonOf = async (response: Response): Promise<unknown> => (await problemOf(response))['reason'];
const noticed = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
/** What the readers keep when membership tells of a grant. */
const grant = async (role: string): Promise<void> => {
  await world.database.admin.query(
    `insert into gateway.access_grant (grant_id, person_id, role, organization_id, granted_at) values ($1, $2, $3, $4, '2020-01-01T00:00:00.000Z')
     on conflict (grant_id) do update set role = excluded.role`,
    [GRANT, OFFICER, role, ROOT],
  );
  await noticed();
};
const signedIn = async (): Promise<Browser> => {
  const who = browser(world.url);
  await signInAs(who, CREDENTIALS);
  return who;
};
/** Sets a generator up, and answers nothing but that it counts. */
const enrol = async (who: Browser): Promise<void> => {
  const begun = await who.post('/v1/me/second-factor/totp', {});
  expect(begun.status).toBe(201);
  const { secret } = (await begun.json()) as { secret: string };
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  expect((await who.post('/v1/me/second-factor/totp/confirm', { code })).status).toBe(200);
};

beforeAll(async () => {
  world = await startGatewayUnderTest({ SECOND_FACTOR_ROLES: 'committee-officer, auditor' });
  await setUp(world);
  await world.database.admin.query(
    `insert into gateway.access_organization (id, path, kind, classified, dissolved) values ($1, '/' || $1 || '/', 'committee', false, false)`,
    [ROOT],
  );
});
afterAll(async () => world.stop());

describe('a second factor that a role asks for', () => {
  let early: Browser;

  it('is not asked of whoever holds another role', async () => {
    await grant('expert');
    early = await signedIn();
    expect((await early.fetch('/v1/drafts')).status).toBe(200);
    expect(await (await early.fetch('/v1/me/second-factor')).json()).toMatchObject({ totp: false, required: false });
  });

  it('counts from the next request of somebody who is granted such a role, also in a session that goes on', async () => {
    await grant('auditor');
    const refused = await early.fetch('/v1/drafts');
    expect([refused.status, await problemOf(refused)]).toEqual([
      403,
      expect.objectContaining({
        reason: 'SECOND_FACTOR_REQUIRED',
        titleZh: expect.stringContaining('两步验证'),
        titleEn: expect.stringContaining('second factor'),
        details: { enrolAt: { page: '/account/second-factor', route: '/v1/me/second-factor' } },
      }),
    ]);
  });

  it('lets nothing reach a service, opens no live stream, and leaves open what sets one up or guards the account', async () => {
    const calls = world.services.seen.length;
    for (const path of ['/v1/inbox', '/v1/organizations', '/v1/live', '/v1/exports', '/v1/me'])
      expect([path, await reasonOf(await early.fetch(path))]).toEqual([path, 'SECOND_FACTOR_REQUIRED']);
    expect(world.services.seen.slice(calls)).toEqual([]);
    for (const path of ['/v1/me/second-factor', '/v1/me/passkeys', '/v1/me/sessions', '/v1/me/sign-in-notices'])
      expect([path, (await early.fetch(path)).status]).toEqual([path, 200]);
    expect(await (await early.fetch('/v1/me/second-factor')).json()).toMatchObject({ required: true });
  });

  it('answers what is open to everybody as it answers everybody', async () => {
    world.services.answer('merit-projects', 'listPublicNotices', () => ({
      notices: [],
      nextPageToken: '',
      counts: { total: 0, facets: [] },
    }));
    const calls = world.services.seen.length;
    expect((await early.fetch('/v1/public/notices')).status).toBe(200);
    expect(world.services.seen.slice(calls).map(({ token }) => token['kind'])).toEqual(['anonymous']);
  });

  it('leads a sign-in to the page that sets it up, which says why', async () => {
    const who = browser(world.url);
    expect(locationOf(await signInAs(who, CREDENTIALS))).toBe('/account/second-factor');
    expect(await (await who.fetch('/account/second-factor')).text()).toContain('您担任的职责要求两步验证');
  });

  it('opens everything once it is set up', async () => {
    const who = await signedIn();
    await enrol(who);
    expect((await who.fetch('/v1/drafts')).status).toBe(200);
  });

  it('is no dead end when the device is lost: it is ended by a second person, and another is set up', async () => {
    const { database, sessions } = world.gateway().parts;
    await endAccess(database, {
      sessions: async (personId) => sessions.endAllOf(personId),
      names: () => undefined,
    }).handle({
      type: 'membership.SecondFactorEnded.v1',
      occurredAt: '2026-11-28T06:00:00.000Z',
      data: { personId: OFFICER },
    } as PublicFact);
    const who = await signedIn();
    expect(await reasonOf(await who.fetch('/v1/drafts'))).toBe('SECOND_FACTOR_REQUIRED');
    await enrol(who);
    expect((await who.fetch('/v1/drafts')).status).toBe(200);
  });
});
