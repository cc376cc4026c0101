import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { secureHeaders } from '../src/adapters/http/request-marks.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import {
  CREDENTIALS,
  type GatewayUnderTest,
  OFFICER,
  ROOT,
  setUp,
  startGatewayUnderTest,
} from './gateway-under-test.ts';
import { listen, producer } from './live-listening.ts';

jest.setTimeout(30_000);

const UNIT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3b01';
const OTHER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3b02';
// Its own id: the grant lies under the grant it gives, so a connection that is opened early may rightly hear of it.
const GRANT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01';

let world: GatewayUnderTest;
let organizations: Awaited<ReturnType<typeof producer>>;
let membership: Awaited<ReturnType<typeof producer>>;
let officer: Browser;

beforeAll(async () => {
  world = await startGatewayUnderTest({ LIVE_CONNECTIONS_SESSION_MAX: '2' });
  organizations = await producer(world, 'organizations');
  membership = await producer(world, 'membership');
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
  await append(organizations.store, `organizations.organization-${ROOT}`, {
    type: 'OrganizationFounded.v1',
    data: { organizationId: ROOT, kind: 'working-committee' },
  });
  await append(organizations.store, `organizations.organization-${UNIT}`, {
    type: 'OrganizationFounded.v1',
    data: { organizationId: UNIT, parentId: ROOT, kind: 'unit' },
  });
  const granted = { grantId: GRANT, personId: OFFICER, role: 'unit-officer', organizationId: UNIT };
  const position = await append(membership.store, `membership.person-${OFFICER}`, {
    type: 'RoleGranted.v1',
    data: granted,
  });
  expect(await world.gateway().parts.access.readers.waitFor(position, 10_000)).toBe(true);
});
afterAll(async () => {
  await organizations.stop();
  await membership.stop();
  await world.stop();
});

describe('live changes', () => {
  it('are for who is signed in', async () => {
    expect((await browser(world.url).fetch('/v1/live')).status).toBe(401);
  });

  it('tell types and ids of what lies under the grant, and no contents', async () => {
    const live = await listen(officer);
    expect(live.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    // As with every other answer: what is sent past Fastify has the same headers.
    expect(Object.fromEntries(live.response.headers)).toMatchObject(secureHeaders(false));
    await live.until('retry:');
    await append(organizations.store, `organizations.organization-${OTHER}`, {
      type: 'OrganizationFounded.v1',
      data: { organizationId: OTHER, parentId: ROOT, kind: 'unit' },
    });
    await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OrganizationRenamed.v1',
      data: { organizationId: UNIT, nameZh: '水利厅', nameEn: 'Water' },
    });
    const heard = await live.until('OrganizationRenamed');
    expect(heard).not.toContain('水利厅');
    expect(heard).not.toContain(OTHER);
    expect(heard).toContain(`"ids":{"organizationId":"${UNIT}"}`);
    live.close();
  });

  it('are shown by what their listener asks next: services read as far first', async () => {
    const live = await listen(officer);
    await live.until('retry:');
    const position = await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OrganizationRenamed.v1',
      data: { organizationId: UNIT, nameZh: '乙', nameEn: '' },
    });
    await live.until(`"position":${position}`);
    await officer.fetch(`/v1/organizations/${UNIT}`);
    expect(world.services.seen.at(-1)?.metadata['x-after-position']).toBe(String(position));
    live.close();
  });

  it('go on where they broke off', async () => {
    const first = await listen(officer);
    await first.until('retry:');
    await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OrganizationRenamed.v1',
      data: { organizationId: UNIT, nameZh: '甲', nameEn: '' },
    });
    const id =
      /id: (\S+)\nevent: organizations.OrganizationRenamed/u.exec(await first.until('OrganizationRenamed'))?.[1] ?? '';
    first.close();
    await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OfficerAppointed.v1',
      data: { organizationId: UNIT, personId: OTHER },
    });
    const second = await listen(officer, { 'last-event-id': id });
    const heard = await second.until('OfficerAppointed');
    expect(heard).not.toContain('OrganizationRenamed');
    second.close();
  });

  it('lose nothing where they broke off before the first change', async () => {
    const first = await listen(officer);
    const id = /id: (\S+)\n/u.exec(await first.until('id: '))?.[1] ?? '';
    first.close();
    await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OfficerAppointed.v1',
      data: { organizationId: UNIT, personId: OTHER },
    });
    const second = await listen(officer, { 'last-event-id': id });
    await second.until('OfficerAppointed');
    second.close();
  });

  it('are heard by a page from its first answer on, which its next answers show too', async () => {
    const place = (await officer.fetch('/v1/me')).headers.get('x-live-place') ?? '';
    const [, position] = /^(\d+)\.\d+$/u.exec(place) ?? [];
    await officer.fetch(`/v1/organizations/${UNIT}`);
    expect(Number(world.services.seen.at(-1)?.metadata['x-after-position'])).toBeGreaterThanOrEqual(Number(position));
    await append(organizations.store, `organizations.organization-${UNIT}`, {
      type: 'OfficerAppointed.v1',
      data: { organizationId: UNIT, personId: OTHER },
    });
    const live = await listen(officer, { 'last-event-id': place });
    await live.until('OfficerAppointed');
    live.close();
  });

  it('are limited for each session', async () => {
    const taken = [await listen(officer), await listen(officer)];
    const refused = await officer.fetch('/v1/live');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    for (const live of taken) live.close();
  });
});

describe('an erased person', () => {
  it('can not sign in any more, and is signed out', async () => {
    const position = await append(membership.store, `membership.person-${OFFICER}`, {
      type: 'PersonErased.v1',
      data: { personId: OFFICER },
    });
    const waitForProcess = async (): Promise<void> => {
      for (;;) {
        const { rows } = await world.database.admin.query('select 1 from gateway.account');
        if (rows.length === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    expect(position).toBeGreaterThan(0);
    await waitForProcess();
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(401);
    const { rows } = await world.database.admin.query('select 1 from gateway.session');
    expect(rows).toEqual([]);
  });
});
