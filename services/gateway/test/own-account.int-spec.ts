import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, locationOf, signInAs } from './browser.ts';
import { refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const OTHER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a03';
const NEW_PASSWORD = 'quite another long one';

type Shown = { sessionId: string; createdAt: string; seenAt: string; current: boolean };

let world: GatewayUnderTest;
let password: string = CREDENTIALS.password;

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const signedIn = async (): Promise<Browser> => {
  const who = browser(world.url);
  expect((await signInAs(who, { login: CREDENTIALS.login, password })).status).toBe(303);
  return who;
};
const sessionsOf = async (who: Browser): Promise<readonly Shown[]> => {
  const response = await who.fetch('/v1/me/sessions');
  expect(response.status).toBe(200);
  return ((await response.json()) as { sessions: Shown[] }).sessions;
};
const change = async (who: Browser, currentPassword: string, newPassword: string): Promise<Response> =>
  who.post('/v1/me/password', { currentPassword, newPassword });

beforeAll(async () => {
  world = await startGatewayUnderTest();
  expect((await setUp(world)).status).toBe(201);
});
beforeEach(async () => {
  await world.database.admin.query('delete from gateway.session');
  await world.restart();
});
afterAll(async () => world.stop());

describe('a changed password', () => {
  it('asks for the current one, and for a good new one', async () => {
    const who = await signedIn();
    const answers: unknown[] = [];
    for (const [current, next] of [
      ['not the current one', NEW_PASSWORD],
      [password, 'short'],
      [password, 'passwordpassword'],
      [password, `my ${CREDENTIALS.login} password`],
      [password, password],
    ] as const) {
      const response = await change(who, current, next);
      const problem = (await response.json()) as { reason: string; field: string };
      answers.push([response.status, problem.reason, problem.field]);
    }
    expect(answers).toEqual([
      [422, 'CURRENT_PASSWORD_WRONG', 'currentPassword'],
      [422, 'PASSWORD_TOO_SHORT', 'newPassword'],
      [422, 'PASSWORD_TOO_COMMON', 'newPassword'],
      [422, 'PASSWORD_TOO_COMMON', 'newPassword'],
      [422, 'PASSWORD_UNCHANGED', 'newPassword'],
    ]);
    await signedIn();
  });

  it('ends every other session, gives this browser a new cookie, and is what signs in from now on', async () => {
    const elsewhere = await signedIn();
    const who = await signedIn();
    const before = who.cookies.get('jiangong') ?? '';
    expect((await change(who, password, NEW_PASSWORD)).status).toBe(204);
    expect(who.cookies.get('jiangong')).not.toBe(before);
    expect((await sessionsOf(who)).map(({ current }) => current)).toEqual([true]);
    expect(await reasonOf(await elsewhere.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    const old = browser(world.url);
    old.cookies.set('jiangong', before);
    expect(await reasonOf(await old.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(401);
    password = NEW_PASSWORD;
    await signedIn();
  });

  it('is one of two that are sent at once', async () => {
    const who = await signedIn();
    const tried = ['the first of the two', 'the second of the two'];
    const answers = await Promise.all(tried.map(async (next) => change(who, password, next)));
    const done = answers.map((answer) => answer.status);
    expect(done.toSorted((one, other) => one - other)).toEqual([204, 422]);
    password = tried[done.indexOf(204)] ?? '';
    await signedIn();
  });

  it('can be guessed at no faster than a sign-in', async () => {
    const who = await signedIn();
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await change(who, `guess number ${n}`, NEW_PASSWORD)).status);
    expect(answers).toEqual([422, 422, 422, 422, 422, 429]);
    const elsewhere = await signInAs(browser(world.url), { login: CREDENTIALS.login, password });
    expect(elsewhere.status).toBe(429);
  });

  it('is for who is signed in, and not for other sites', async () => {
    expect(await reasonOf(await change(browser(world.url), password, NEW_PASSWORD))).toBe('NOT_SIGNED_IN');
    const who = await signedIn();
    const body = { currentPassword: password, newPassword: NEW_PASSWORD };
    expect(await reasonOf(await who.post('/v1/me/password', body, { origin: 'https://evil.example' }))).toBe(
      'CROSS_SITE_REQUEST',
    );
  });

  it('has a page, which never repeats what was typed', async () => {
    const who = await signedIn();
    const page = await who.fetch('/account/password');
    expect(await page.text()).toContain('autocomplete="current-password"');
    const wrong = await who.form('/account/password', {
      currentPassword: 'not the current one',
      newPassword: NEW_PASSWORD,
    });
    const html = await wrong.text();
    expect([wrong.status, html.includes('当前密码不正确'), html.includes(NEW_PASSWORD)]).toEqual([422, true, false]);
    const done = await who.form('/account/password', { currentPassword: password, newPassword: 'changed on the page' });
    expect([done.status, locationOf(done)]).toEqual([303, '/account/sessions']);
    password = 'changed on the page';
    expect((await who.fetch('/account/sessions')).status).toBe(200);
    const nobody = await browser(world.url).fetch('/account/password');
    expect([nobody.status, locationOf(nobody)]).toEqual([303, '/sign-in?next=%2Faccount%2Fpassword']);
  });
});

describe('sessions', () => {
  const endAs = async (who: Browser, sessionId: string): Promise<Response> =>
    who.fetch(`/v1/me/sessions/${sessionId}`, { method: 'DELETE' });

  it('are shown to their person, who ends them one by one', async () => {
    const lost = await signedIn();
    const who = await signedIn();
    const [first, second] = await sessionsOf(who);
    expect([first?.current, second?.current]).toEqual([true, false]);
    expect(Date.parse(second?.createdAt ?? '')).toBeLessThanOrEqual(Date.parse(first?.createdAt ?? ''));
    expect((await endAs(who, second?.sessionId ?? '')).status).toBe(204);
    expect(await reasonOf(await lost.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    const again = await endAs(who, second?.sessionId ?? '');
    expect([again.status, await reasonOf(again)]).toEqual([404, 'SESSION_NOT_FOUND']);
  });

  it('are ended only by who signed in a moment ago', async () => {
    const left = await signedIn();
    const other = await signedIn();
    await world.database.admin.query("update gateway.session set created_at = created_at - interval '11 minutes'");
    await world.restart();
    const target = (await sessionsOf(left)).find(({ current }) => !current);
    const refused = await endAs(left, target?.sessionId ?? '');
    expect([refused.status, await reasonOf(refused)]).toEqual([403, 'SIGN_IN_AGAIN']);
    expect(await sessionsOf(other)).toHaveLength(2);
  });

  it('have a page with a button for each other one', async () => {
    const lost = await signedIn();
    const who = await signedIn();
    const html = await (await who.fetch('/account/sessions')).text();
    const named = [...html.matchAll(/name="sessionId" value="([0-9a-f-]{36})"/gu)].map(([, name]) => name ?? '');
    expect(named).toHaveLength(1);
    expect((await who.form('/account/sessions', { sessionId: 'nonsense' })).status).toBe(404);
    expect((await who.form('/account/sessions', { sessionId: named[0] ?? '' })).status).toBe(303);
    expect(await reasonOf(await lost.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
  });

  it('of another person are ended by an officer whom membership lets invite that person', async () => {
    const who = await signedIn();
    const end = async (personId: string): Promise<Response> =>
      who.fetch(`/v1/people/${personId}/sessions`, { method: 'DELETE' });
    world.services.answer('membership', 'getInvitee', () => {
      throw refusal(status.PERMISSION_DENIED, 'WRONG_SUBTREE');
    });
    const refused = await end(OFFICER);
    expect([refused.status, await reasonOf(refused)]).toEqual([403, 'WRONG_SUBTREE']);
    expect(await sessionsOf(who)).toHaveLength(1);
    world.services.answer('membership', 'getInvitee', ({ personId }: { personId: string }) => ({ personId }));
    expect((await end(OTHER)).status).toBe(204);
    expect(await sessionsOf(who)).toHaveLength(1);
    expect((await end(OFFICER)).status).toBe(204);
    expect(await reasonOf(await who.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
  });
});
