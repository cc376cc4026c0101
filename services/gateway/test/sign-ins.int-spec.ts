import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { postgresSignInStore } from '../src/adapters/postgres/sign-in-store.ts';
import { DEVICE_KEPT_MS, SIGN_INS_KEPT_MS } from '../src/application/sign-ins.ts';
import { type Browser, browser, locationOf, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

type Device = Readonly<{ browser: string; system: string }>;
type SignIn = Device & Readonly<{ sessionId: string; newDevice: boolean; current: boolean }>;

let world: GatewayUnderTest;
let desk: Browser;
let telephone: Browser;

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const signInsOf = async (who: Browser): Promise<readonly SignIn[]> =>
  ((await (await who.fetch('/v1/me/sign-ins')).json()) as { items: SignIn[] }).items;
const noticesOf = async (who: Browser): Promise<readonly string[]> =>
  ((await (await who.fetch('/v1/me/sign-in-notices')).json()) as { items: { kind: string }[] }).items.map(
    ({ kind }) => kind,
  );
const sessionsOf = async (who: Browser): Promise<readonly (Device & { current: boolean })[]> =>
  ((await (await who.fetch('/v1/me/sessions')).json()) as { sessions: (Device & { current: boolean })[] }).sessions;

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  desk = browser(world.url);
  telephone = browser(world.url);
});
afterAll(async () => world.stop());

describe('sign-ins', () => {
  it('are shown to their person by the words of the device; a browser that was not seen before is said to be new', async () => {
    await signInAs(desk, CREDENTIALS);
    expect(await noticesOf(desk)).toEqual([]);
    await signInAs(telephone, CREDENTIALS);
    await signInAs(desk, CREDENTIALS);
    // Told at the browser that was known, too, and once.
    expect(await noticesOf(desk)).toEqual(['new-device']);
    const kept = await signInsOf(desk);
    expect(kept.map(({ newDevice, current }) => [newDevice, current])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(new Set(kept.map(({ browser: words, system }) => `${words} ${system}`))).toEqual(new Set(['program other']));
    const html = await (await desk.fetch('/account/sessions')).text();
    expect([html.match(/新设备/gu)?.length, html.includes('程序 · 其他系统')]).toEqual([1, true]);
  });

  it('mark a browser by chance alone, kept as a hash bound to the person, and by nothing else', async () => {
    const mark = desk.cookies.get('jiangong-device') ?? '';
    expect(mark).toMatch(/^[\w-]{32}$/u);
    expect(desk.attributes.get('jiangong-device')).toMatch(/httponly.*samesite=lax/u);
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select json_agg(d)::text as all from gateway.known_device d',
    );
    expect(rows[0]?.all).not.toContain(mark);
    desk.cookies.set('jiangong-device', '<script>');
    await signInAs(desk, CREDENTIALS);
    expect((await signInsOf(desk))[0]?.newDevice).toBe(true);
  });

  it('are nobody else’s: another person of the same browser finds none of them', async () => {
    const { rows } = await world.database.admin.query<{ person_id: string }>(
      'select distinct person_id from gateway.sign_in_record',
    );
    expect(rows).toEqual([{ person_id: OFFICER }]);
    expect(await reasonOf(await browser(world.url).fetch('/v1/me/sign-ins'))).toBe('NOT_SIGNED_IN');
  });

  it('go after ninety days', async () => {
    await world.database.admin.query("update gateway.sign_in_record set at = at - interval '91 days'");
    const store = postgresSignInStore(world.gateway().parts.database);
    await store.sweep({ signedInBefore: Date.now() - SIGN_INS_KEPT_MS, seenBefore: Date.now() - DEVICE_KEPT_MS });
    expect(await signInsOf(desk)).toEqual([]);
  });
});

describe('all sessions but this one', () => {
  it('end at once, by a fresh sign-in; the device stays with a changed session', async () => {
    await signInAs(telephone, CREDENTIALS);
    expect((await desk.fetch('/v1/me/sessions', { method: 'DELETE' })).status).toBe(204);
    expect(await reasonOf(await telephone.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    expect(await sessionsOf(desk)).toMatchObject([{ current: true, browser: 'program', system: 'other' }]);
    const newPassword = 'quite another long one';
    await desk.post('/v1/me/password', { currentPassword: CREDENTIALS.password, newPassword });
    expect(await sessionsOf(desk)).toMatchObject([{ current: true, browser: 'program' }]);
    await signInAs(telephone, { ...CREDENTIALS, password: newPassword });
    const answer = await desk.form('/account/sessions', { sessionId: 'others' });
    expect([answer.status, locationOf(answer)]).toEqual([303, '/account/sessions']);
    expect(await reasonOf(await telephone.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
  });

  it('stay where the sign-in is long ago', async () => {
    await world.database.admin.query("update gateway.session set created_at = created_at - interval '11 minutes'");
    await world.restart();
    expect(await reasonOf(await desk.fetch('/v1/me/sessions', { method: 'DELETE' }))).toBe('SIGN_IN_AGAIN');
  });
});

describe('signing out', () => {
  it('tells the browser to forget what it kept, in a program as on a page', async () => {
    for (const [path, status] of [
      ['/v1/sign-out', 204],
      ['/sign-out', 303],
    ] as const) {
      const leaving = browser(world.url);
      const left = path === '/sign-out' ? await leaving.form(path, {}) : await leaving.post(path, {});
      expect([left.status, left.headers.get('clear-site-data')]).toEqual([status, '"cache", "storage"']);
    }
  });
});
