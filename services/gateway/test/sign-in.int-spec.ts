import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, locationOf, openLogin, signInAs } from './browser.ts';
import { CODE_TRIES_MAX } from '../src/application/one-time-links.ts';
import { keptPdf, receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import { status } from '@grpc/grpc-js';

jest.setTimeout(30_000);

const INVITED = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a03';
const OTHER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a05';

let world: GatewayUnderTest;
let officer: Browser;

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const asProgram = { accept: 'application/json' };

beforeAll(async () => {
  world = await startGatewayUnderTest();
});
afterAll(async () => world.stop());

describe('an empty platform', () => {
  it('lets nobody in without its one-time link, and has no default password', async () => {
    const guess = {
      token: 'A'.repeat(43),
      committeeNameZh: '甲',
      committeeNameEn: 'A',
      officerName: '乙',
      ...CREDENTIALS,
    };
    const response = await browser(world.url).post('/v1/set-up', guess);
    expect([response.status, await reasonOf(response)]).toEqual([404, 'LINK_INVALID']);
    expect(world.services.seen).toEqual([]);
  });

  it('its link alone opens nothing: the code shown beside it is asked for, and without it nothing is founded', async () => {
    for (const code of [undefined, '', 'AAAA-AAAA']) {
      const refused = await setUp(world, { ...CREDENTIALS, code });
      expect([refused.status, await reasonOf(refused)]).toEqual([403, 'CODE_WRONG']);
    }
    expect(world.services.seen).toEqual([]);
  });

  it('is set up once, in the name of the platform', async () => {
    expect((await setUp(world)).status).toBe(201);
    const [committee, person] = world.services.seen;
    expect(committee).toMatchObject({
      method: 'setUp',
      request: { nameZh: '省直机关工委' },
      token: { sub: 'gateway', kind: 'system' },
    });
    expect(person).toMatchObject({ method: 'setUp', request: { name: '王工' }, metadata: { 'x-after-position': '1' } });
    const again = await setUp(world);
    expect([again.status, await reasonOf(again)]).toEqual([404, 'LINK_INVALID']);
  });
});

describe('signing in', () => {
  it('takes the code flow and leaves one opaque cookie that scripts can not read', async () => {
    officer = browser(world.url);
    const done = await signInAs(officer, CREDENTIALS, '/v1/after');
    expect([done.status, locationOf(done)]).toEqual([303, '/v1/after']);
    expect(officer.cookies.get('jiangong')).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(officer.attributes.get('jiangong')).toContain('httponly');
    expect(officer.attributes.get('jiangong')).toContain('samesite=lax');
    expect([...officer.cookies.values()].join(' ')).not.toMatch(/eyJ/u);
  });

  it('gives the same answer for a wrong password and for an unknown name', async () => {
    const pages: string[] = [];
    for (const tried of [
      { ...CREDENTIALS, password: 'a wrong long password' },
      { ...CREDENTIALS, login: 'nobody' },
    ]) {
      const response = await signInAs(browser(world.url), tried);
      expect(response.status).toBe(401);
      pages.push((await response.text()).replaceAll(/[A-Za-z0-9_-]{21,}/gu, '').replaceAll(tried.login, ''));
    }
    expect(pages[0]).toBe(pages[1]);
  });

  it('slows a guesser down, for a known name as for an unknown one', async () => {
    for (const login of ['victim', 'nobody-else']) {
      const guesser = browser(world.url);
      const page = await openLogin(guesser);
      const answers: Response[] = [];
      for (let n = 0; n < 6; n += 1)
        answers.push(await guesser.form(page, { login, password: `guess number ${n}` }, asProgram));
      expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401, 429]);
      expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
  });

  it('refuses a login form sent from another site', async () => {
    const visitor = browser(world.url);
    const page = await openLogin(visitor);
    const response = await visitor.form(page, CREDENTIALS, { ...asProgram, origin: 'https://evil.example' });
    expect([response.status, await reasonOf(response)]).toEqual([403, 'CROSS_SITE_REQUEST']);
  });

  it('refuses a return that this browser did not begin, and a code used twice', async () => {
    const stolen = browser(world.url);
    const page = await openLogin(stolen);
    const resumed = await stolen.fetch(locationOf(await stolen.form(page, CREDENTIALS)));
    const callback = locationOf(resumed);
    const other = await browser(world.url).fetch(callback, { headers: asProgram });
    expect([other.status, await reasonOf(other)]).toEqual([400, 'SIGN_IN_FAILED']);
    const flow = new Map(stolen.cookies);
    expect((await stolen.fetch(callback)).status).toBe(303);
    for (const [name, value] of flow) stolen.cookies.set(name, value);
    const twice = await stolen.fetch(callback, { headers: asProgram });
    expect([twice.status, await reasonOf(twice)]).toEqual([400, 'SIGN_IN_FAILED']);
  });

  it('shows a page that needs no script and takes none', async () => {
    const visitor = browser(world.url);
    const page = await openLogin(visitor);
    const response = await visitor.fetch(page);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    expect(html).toContain('lang="zh-CN"');
    expect(html).toContain('autocomplete="current-password"');
    expect(html).toContain('<label for="login">');
  });
});

describe('a session', () => {
  const upload = async (who: Browser): Promise<Response> =>
    who.fetch('/v1/evidence/' + 'a'.repeat(64) + `?entryId=${INVITED}`);

  it('names its person to the services, and nothing of the cookie', async () => {
    world.services.answer('merit-projects', 'getEvidence', () => {
      throw refusal(status.NOT_FOUND, 'EVIDENCE_UNKNOWN', { field: 'sha256' });
    });
    const response = await upload(officer);
    expect([response.status, await reasonOf(response)]).toEqual([404, 'EVIDENCE_UNKNOWN']);
    const seen = world.services.seen.at(-1);
    expect(seen?.token).toMatchObject({ sub: OFFICER, kind: 'person', aud: 'merit-projects' });
    expect((seen?.token.exp ?? 0) - (seen?.token.iat ?? 0)).toBeLessThanOrEqual(300);
    expect(JSON.stringify(seen)).not.toContain(officer.cookies.get('jiangong'));
  });

  it('survives a restart of the gateway', async () => {
    await world.restart();
    expect((await upload(officer)).status).toBe(404);
  });

  it('is refused when forged, missing or ended', async () => {
    const forged = browser(world.url);
    forged.cookies.set('jiangong', 'B'.repeat(43));
    expect(await reasonOf(await upload(forged))).toBe('SESSION_INVALID');
    forged.cookies.set('jiangong', `${officer.cookies.get('jiangong')?.slice(0, 42)}!`);
    expect(await reasonOf(await upload(forged))).toBe('SESSION_INVALID');
    const none = await upload(browser(world.url));
    expect([none.status, await reasonOf(none)]).toEqual([401, 'NOT_SIGNED_IN']);
    const leaving = browser(world.url);
    await signInAs(leaving, CREDENTIALS);
    const cookie = leaving.cookies.get('jiangong') ?? '';
    expect((await leaving.post('/v1/sign-out', {})).status).toBe(204);
    expect(leaving.cookies.has('jiangong')).toBe(false);
    leaving.cookies.set('jiangong', cookie);
    expect(await reasonOf(await upload(leaving))).toBe('SESSION_INVALID');
  });

  it('expires', async () => {
    const idle = browser(world.url);
    await signInAs(idle, CREDENTIALS);
    await world.restart();
    await world.database.admin.query("update gateway.session set seen_at = seen_at - interval '61 minutes'");
    expect(await reasonOf(await upload(idle))).toBe('SESSION_INVALID');
    await signInAs(officer, CREDENTIALS);
  });

  it('does not lend its authority to other sites', async () => {
    const response = await officer.post('/v1/sign-out', {}, { origin: 'https://evil.example' });
    expect([response.status, await reasonOf(response)]).toEqual([403, 'CROSS_SITE_REQUEST']);
    expect(await reasonOf(await officer.post('/v1/sign-out', {}, { 'sec-fetch-site': 'cross-site' }))).toBe(
      'CROSS_SITE_REQUEST',
    );
  });
});

describe('an invitation', () => {
  const invite = async (): Promise<Response> => officer.post(`/v1/people/${INVITED}/sign-in-invitations`, {});
  const account = { login: 'newcomer', password: 'another good long one' };
  let newcomer: Browser;

  /** A link by the officer, its code by somebody else. */
  const invited = async (personId: string): Promise<{ token: string; code: string }> => {
    const by = async (who: Browser, path: string) =>
      (await (await who.post(`/v1/people/${personId}/${path}`, {})).json()) as { token: string; code: string };
    const { token } = await by(officer, 'sign-in-invitations');
    return { token, code: (await by(newcomer, 'sign-in-code')).code };
  };

  it('is made only for whom membership says the officer may invite', async () => {
    world.services.answer('membership', 'getInvitee', () => {
      throw refusal(status.PERMISSION_DENIED, 'WRONG_SUBTREE');
    });
    const response = await invite();
    expect([response.status, await reasonOf(response)]).toEqual([403, 'WRONG_SUBTREE']);
  });

  it('gives one account, once; only its newest link works', async () => {
    world.services.answer('membership', 'getInvitee', () => ({ personId: INVITED }));
    world.services.answer('membership', 'vouchForSignIn', () => ({ receipt: receipt(3) }));
    const older = (await (await invite()).json()) as { token: string; code: string };
    const newer = (await (await invite()).json()) as { token: string; code: string; path: string };
    expect(newer.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
    expect(newer.path).not.toContain(newer.code);
    expect((await browser(world.url).fetch(newer.path)).status).toBe(200);
    const accept = async (token: string, body: object = account, { code }: { code: string } = newer) =>
      browser(world.url).post(`/v1/invitations/${token}`, { code, ...body });
    expect(await reasonOf(await accept(older.token, account, older))).toBe('LINK_INVALID');
    expect(await reasonOf(await accept(newer.token, { ...account, password: 'short' }))).toBe('PASSWORD_TOO_SHORT');
    expect(await reasonOf(await accept(newer.token, { ...account, login: 'OFFICER' }))).toBe('LOGIN_TAKEN');
    expect((await accept(newer.token)).status).toBe(201);
    expect(await reasonOf(await accept(newer.token))).toBe('LINK_INVALID');
    expect(await reasonOf(await invite())).toBe('ACCOUNT_EXISTS');
    newcomer = browser(world.url);
    expect((await signInAs(newcomer, { ...account, login: ' NewComer ' })).status).toBe(303);
  });

  it('opens nothing for who holds the link alone, and is used up by a few wrong codes', async () => {
    world.services.answer('membership', 'getInvitee', () => ({ personId: OTHER }));
    const { token, code } = await invited(OTHER);
    const other = { login: 'other', password: 'another good long one' };
    const accept = async (given: object) => browser(world.url).post(`/v1/invitations/${token}`, { ...other, ...given });
    const none = await accept({});
    expect([none.status, await reasonOf(none)]).toEqual([403, 'CODE_WRONG']);
    for (let wrong = 2; wrong < CODE_TRIES_MAX; wrong += 1)
      expect(await reasonOf(await accept({ code: 'AAAA-AAAA' }))).toBe('CODE_WRONG');
    // A code that is right costs no try, and may be typed as it comes.
    expect(await reasonOf(await accept({ code: ` ${code.toLowerCase().replace('-', ' ')}`, password: 'short' }))).toBe(
      'PASSWORD_TOO_SHORT',
    );
    expect(await reasonOf(await accept({ code: 'AAAA-AAAA' }))).toBe('LINK_INVALID');
    expect(await reasonOf(await accept({ code }))).toBe('LINK_INVALID');
  });

  it('two login names that look alike are one, and what nobody can tell apart is no login name', async () => {
    world.services.answer('membership', 'getInvitee', () => ({ personId: OTHER }));
    const { token, code } = await invited(OTHER);
    const reasonFor = async (login: string) =>
      reasonOf(
        await browser(world.url).post(`/v1/invitations/${token}`, { code, login, password: 'another good long one' }),
      );
    for (const alike of ['ｏｆｆｉｃｅｒ', 'Officer', ' OFFICER ']) expect(await reasonFor(alike)).toBe('LOGIN_TAKEN');
    for (const none of ['off\u0456cer', 'office\u200Br', '\u3164officer', 'of ficer'])
      expect(await reasonFor(none)).toBe('INVALID_FIELD');
  });

  it('keeps neither the link nor the password in the clear', async () => {
    const { rows } = await world.database.admin.query<{ all: string }>(
      "select (select coalesce(json_agg(a)::text, '') from gateway.account a) || (select coalesce(json_agg(l)::text, '') from gateway.one_time_link l) || (select coalesce(json_agg(s)::text, '') from gateway.session s) as all",
    );
    const text = rows[0]?.all ?? '';
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [CREDENTIALS.password, account.password, officer.cookies.get('jiangong') ?? 'none'])
      expect(text).not.toContain(secret);
  });
});

describe('reading what one wrote', () => {
  it('the position of the last order goes with every later call of the session', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(4_711) }));
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n', 'latin1'), Buffer.alloc(100)]);
    const kept = await officer.fetch('/v1/evidence', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: pdf,
    });
    expect(kept.status).toBe(201);
    const { sha256 } = (await kept.json()) as { sha256: string };
    world.services.answer('merit-projects', 'getEvidence', () => keptPdf(pdf.length));
    const read = await officer.fetch(`/v1/evidence/${sha256}?entryId=${INVITED}`);
    expect(Buffer.from(await read.arrayBuffer()).equals(pdf)).toBe(true);
    expect(read.headers.get('content-disposition')).toBe(`attachment; filename="${sha256.slice(0, 16)}.pdf"`);
    expect(world.services.seen.at(-1)?.metadata['x-after-position']).toBe('4711');
  });

  it('a file is judged by its content and kept only when the service agrees', async () => {
    const html = await officer.fetch('/v1/evidence', {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: '<html><script>1</script></html>',
    });
    expect([html.status, await reasonOf(html)]).toEqual([415, 'EVIDENCE_TYPE_NOT_ALLOWED']);
    const big = await officer.fetch('/v1/evidence', {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20_000_000)]),
    });
    expect([big.status, await reasonOf(big)]).toEqual([413, 'EVIDENCE_TOO_LARGE']);
  });
});
