import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { hashPassword } from '../src/application/password-hash.ts';
import { type Browser, browser, locationOf, openLogin, signInAs } from './browser.ts';
import { receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const SECOND = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a11';
const OWNER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a12';
const NEWCOMER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a13';
const PASSWORD = 'a long enough password';
const NEW_PASSWORD = 'quite another long one';

type Link = { token: string; path: string; code: string | null; codeBy: string };

let world: GatewayUnderTest;
let officer: Browser;
let second: Browser;

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const answerOf = async <T>(response: Response): Promise<T> => {
  expect(response.status).toBe(201);
  return (await response.json()) as T;
};
const found = async (personId: string, login: string): Promise<void> => {
  await world.database.admin.query(
    'insert into gateway.account (login, person_id, password_hash) values ($1, $2, $3)',
    [login, personId, await hashPassword(PASSWORD)],
  );
};
const signedIn = async (login: string, password = PASSWORD): Promise<Browser> => {
  const who = browser(world.url);
  expect((await signInAs(who, { login, password })).status).toBe(303);
  return who;
};
const offer = async (by: Browser, personId = OWNER): Promise<Response> =>
  by.post(`/v1/people/${personId}/sign-in-resets`, { reason: '忘记密码，当面核实' });
const codeFor = async (by: Browser, personId = OWNER): Promise<Response> =>
  by.post(`/v1/people/${personId}/sign-in-code`, {});
const reset = async (token: string, code: string | undefined, password = NEW_PASSWORD): Promise<Response> =>
  browser(world.url).post(`/v1/sign-in-resets/${token}`, { ...(code === undefined ? {} : { code }), password });
const told = async (type: string, data: object = {}): Promise<void> => {
  const { database, sessions } = world.gateway().parts;
  const fact = {
    type: `membership.${type}.v1`,
    occurredAt: '2026-11-28T06:00:00.000Z',
    data: { personId: OWNER, ...data },
  };
  await endAccess(database, {
    sessions: async (personId) => sessions.endAllOf(personId),
    names: () => undefined,
  }).handle(fact as PublicFact);
};

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  world.services.answer('membership', 'getInvitee', ({ personId }: { personId: string }) => ({ personId }));
  world.services.answer('membership', 'offerSignInReset', () => ({ receipt: receipt(3) }));
  world.services.answer('membership', 'vouchForSignIn', () => ({ receipt: receipt(4) }));
  officer = await signedIn(CREDENTIALS.login);
});
afterAll(async () => world.stop());

describe('a first link', () => {
  it('shows its code to its maker only while nobody else can sign in', async () => {
    const alone = await answerOf<Link>(await officer.post(`/v1/people/${NEWCOMER}/sign-in-invitations`, {}));
    expect([alone.codeBy, alone.code]).toEqual(['maker', expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u)]);
    await found(SECOND, 'second');
    await found(OWNER, 'owner');
    second = await signedIn('second');
    const link = await answerOf<Link>(await officer.post(`/v1/people/${NEWCOMER}/sign-in-invitations`, {}));
    expect([link.codeBy, link.code]).toEqual(['second-person', null]);
  });

  it('is opened by a code that its maker can not have: somebody else hands it out, once', async () => {
    const { token } = await answerOf<Link>(await officer.post(`/v1/people/${NEWCOMER}/sign-in-invitations`, {}));
    expect(await reasonOf(await codeFor(officer, NEWCOMER))).toBe('CODE_BY_ANOTHER');
    const { code } = await answerOf<{ code: string }>(await codeFor(second, NEWCOMER));
    expect(world.services.seen.at(-1)).toMatchObject({
      method: 'vouchForSignIn',
      request: { personId: NEWCOMER },
      token: { sub: SECOND },
    });
    expect(await reasonOf(await codeFor(second, NEWCOMER))).toBe('NO_CODE_WAITING');
    const accepted = await browser(world.url).post(`/v1/invitations/${token}`, {
      code,
      login: 'newcomer',
      password: PASSWORD,
    });
    expect(accepted.status).toBe(201);
    expect(await reasonOf(await officer.post(`/v1/people/${NEWCOMER}/sign-in-invitations`, {}))).toBe('ACCOUNT_EXISTS');
  });

  it('its code is taken by nobody whom membership does not let vouch, and is not used up by who tries', async () => {
    await answerOf<Link>(await offer(officer));
    world.services.answer('membership', 'vouchForSignIn', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    expect(await reasonOf(await codeFor(second))).toBe('NO_GRANT');
    world.services.answer('membership', 'vouchForSignIn', () => ({ receipt: receipt(4) }));
    expect((await codeFor(second)).status).toBe(201);
  });

  it('keeps no code in the clear', async () => {
    await answerOf<Link>(await offer(officer));
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select coalesce(json_agg(l)::text, $1) as all from gateway.one_time_link l',
      [''],
    );
    const { code } = await answerOf<{ code: string }>(await codeFor(second));
    const sealed = rows[0]?.all ?? '';
    expect(sealed).not.toContain(code);
    expect(sealed).not.toContain(Buffer.from(code, 'utf8').toString('hex'));
  });
});

type Listed = Readonly<{ items: unknown[]; total: number }>;

describe('a forgotten password', () => {
  it('is asked about without telling whether there is such a login, and not without end', async () => {
    const ask = async (login: string) => browser(world.url).post('/v1/sign-in/forgotten', { login });
    const answers = [await ask('owner'), await ask('nobody-here')];
    expect(answers.map((answer) => answer.status)).toEqual([202, 202]);
    expect(await answers[0]?.text()).toBe(await answers[1]?.text());
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await ask('nobody-here')).status);
    expect(statuses).toContain(429);
  });

  it('is shown to officers whom membership lets answer, and to nobody else', async () => {
    const open = async (who: Browser) =>
      ((await (await who.fetch('/v1/sign-in-resets')).json()) as { items: unknown[] }).items;
    expect(await open(officer)).toEqual([{ personId: OWNER, personName: null, askedAt: expect.stringMatching(/Z$/u) }]);
    world.services.answer('membership', 'getPeopleNames', () => ({ names: [{ personId: OWNER, name: '王小明' }] }));
    const listed = async (query: string) =>
      (await (await officer.fetch(`/v1/sign-in-resets?${query}`)).json()) as Listed;
    expect(await listed('q=wangxm')).toMatchObject({ total: 0, items: [] });
    expect(await listed('q=wxm')).toMatchObject({
      total: 1,
      items: [{ personId: OWNER, personName: { zh: '王小明', en: null } }],
    });
    expect(await listed('sort=name&pageSize=1')).toMatchObject({ total: 1, facets: null, nextPageToken: null });
    expect(await reasonOf(await officer.fetch('/v1/sign-in-resets?pageToken=made-up'))).toBe('PAGE_TOKEN_INVALID');
    world.services.answer('membership', 'getInvitee', () => {
      throw refusal(status.PERMISSION_DENIED, 'WRONG_SUBTREE');
    });
    expect(await open(second)).toEqual([]);
    world.services.answer('membership', 'getInvitee', ({ personId }: { personId: string }) => ({ personId }));
  });

  it('is reset by a link of one officer and a code of another; old sessions end, the request is answered', async () => {
    const before = await signedIn('owner');
    const { token, code: none } = await answerOf<Link>(await offer(officer));
    expect(none).toBeNull();
    expect(world.services.seen.at(-1)).toMatchObject({ method: 'offerSignInReset', request: { personId: OWNER } });
    expect(await reasonOf(await codeFor(officer))).toBe('CODE_BY_ANOTHER');
    const { code } = await answerOf<{ code: string }>(await codeFor(second));
    expect(await reasonOf(await reset(token, undefined))).toBe('CODE_WRONG');
    expect(await reasonOf(await reset(token, code, 'woaini1314520'))).toBe('PASSWORD_TOO_COMMON');
    expect((await reset(token, code)).status).toBe(204);
    expect(await reasonOf(await reset(token, code))).toBe('LINK_INVALID');
    expect(await reasonOf(await before.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    expect((await signInAs(browser(world.url), { login: 'owner', password: PASSWORD })).status).toBe(401);
    expect(((await (await officer.fetch('/v1/sign-in-resets')).json()) as { items: unknown[] }).items).toEqual([]);
  });

  it('a link dies of a few wrong codes, also before its code was handed out', async () => {
    const { token } = await answerOf<Link>(await offer(officer));
    const reasons: unknown[] = [];
    for (let n = 0; n < 5; n += 1) reasons.push(await reasonOf(await reset(token, 'AAAA-AAAA')));
    expect(reasons).toEqual([...Array<string>(4).fill('CODE_WRONG'), 'LINK_INVALID']);
    expect(await reasonOf(await codeFor(second))).toBe('NO_CODE_WAITING');
  });

  it('is not reset where there is no account, nor by who may not', async () => {
    expect(await reasonOf(await offer(officer, '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a99'))).toBe('NO_ACCOUNT');
    world.services.answer('membership', 'offerSignInReset', () => {
      throw refusal(status.PERMISSION_DENIED, 'OWN_SIGN_IN', { field: 'personId' });
    });
    expect(await reasonOf(await offer(officer, OFFICER))).toBe('OWN_SIGN_IN');
    expect(await reasonOf(await codeFor(second, OFFICER))).toBe('NO_CODE_WAITING');
    world.services.answer('membership', 'offerSignInReset', () => ({ receipt: receipt(3) }));
  });

  it('has pages, which never repeat a password', async () => {
    const visitor = browser(world.url);
    const login = await (await visitor.fetch(await openLogin(visitor))).text();
    expect(login).toContain('href="/sign-in/forgotten"');
    expect(await (await visitor.fetch('/sign-in/forgotten')).text()).toContain('忘记密码');
    const { path } = await answerOf<Link>(await offer(officer));
    const { code } = await answerOf<{ code: string }>(await codeFor(second));
    const wrong = await visitor.form(path, { code: 'AAAA-AAAA', password: NEW_PASSWORD });
    const html = await wrong.text();
    expect([wrong.status, html.includes('验证码不正确'), html.includes(NEW_PASSWORD)]).toEqual([403, true, false]);
    const done = await visitor.form(path, { code, password: NEW_PASSWORD });
    expect([done.status, (await done.text()).includes('密码已重置')]).toEqual([200, true]);
  });
});

describe('what happened to a way in', () => {
  it('is told to its owner at every sign-in until it was seen', async () => {
    await told('SignInResetOffered');
    await told('SignInResetOffered');
    for (let times = 0; times < 2; times += 1) {
      const who = browser(world.url);
      const done = await signInAs(who, { login: 'owner', password: NEW_PASSWORD }, '/docs');
      expect(locationOf(done)).toBe('/account/notices?next=%2Fdocs');
      const page = await (await who.fetch('/account/notices?next=%2Fdocs')).text();
      expect(page).toContain('工作人员为您发放了密码重置链接');
      expect(page).toContain('您的密码已通过一次性链接重置');
    }
    const who = await signedIn('owner', NEW_PASSWORD);
    const shown = (await (await who.fetch('/v1/me/sign-in-notices')).json()) as {
      items: { kind: string; at: string }[];
    };
    const kinds = shown.items.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reset-offered')).toHaveLength(1);
    expect(kinds).toContain('password-reset');
    const seen = await who.form('/account/notices', { until: shown.items[0]?.at ?? '', next: '/docs' });
    expect([seen.status, locationOf(seen)]).toEqual([303, '/docs']);
    expect(locationOf(await signInAs(browser(world.url), { login: 'owner', password: NEW_PASSWORD }))).toBe('/');
  });

  it('is nobody else’s to see', async () => {
    await told('SignInResetOffered', { personId: SECOND });
    const mine = (await (await officer.fetch('/v1/me/sign-in-notices')).json()) as { items: unknown[] };
    expect(mine.items).toEqual([]);
    expect((await browser(world.url).fetch('/v1/me/sign-in-notices')).status).toBe(401);
  });
});
