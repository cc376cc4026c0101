import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { Secret, TOTP } from 'otpauth';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { type Browser, browser, locationOf, openLogin, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const STEP_MS = 30_000;

let world: GatewayUnderTest;
let secret: string;
let recovery: readonly string[];
/** Each step is good once: the tests go on to the next one, within what is tolerated, by forgetting what was used. */
const forgetSteps = async (): Promise<unknown> =>
  world.database.admin.query('update gateway.second_factor set last_step = 0');

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const codeAt = (timestamp: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
const code = (): string => codeAt(Date.now());
/** The password, and the page that asks for the rest. */
const passwordGiven = async (who: Browser): Promise<{ page: string; step: string; html: string }> => {
  const page = await openLogin(who, '/docs');
  const asked = await who.form(page, CREDENTIALS);
  const html = await asked.text();
  expect(asked.status).toBe(200);
  return { page, html, step: /name="step" value="([\w-]+)"/u.exec(html)?.[1] ?? '' };
};
const through = async (who: Browser, answer: Response): Promise<Response> =>
  who.fetch(locationOf(await who.fetch(locationOf(answer))));
const signedIn = async (): Promise<Browser> => {
  await forgetSteps();
  const who = browser(world.url);
  const { page, step } = await passwordGiven(who);
  await through(who, await who.form(page, { step, factor: code() }));
  expect((await who.fetch('/v1/me/second-factor')).status).toBe(200);
  return who;
};

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
});
afterAll(async () => world.stop());

describe('a code generator', () => {
  it('counts only once it is confirmed; then other sessions end and recovery codes are shown', async () => {
    const elsewhere = browser(world.url);
    await signInAs(elsewhere, CREDENTIALS);
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    const begun = await who.post('/v1/me/second-factor/totp', {});
    expect(begun.status).toBe(201);
    const enrolment = (await begun.json()) as { secret: string; uri: string; qrSvg: string };
    secret = enrolment.secret;
    expect(enrolment.uri).toContain(`secret=${secret}`);
    expect(enrolment.qrSvg).toMatch(/^<svg /u);
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(303);
    expect(await reasonOf(await who.post('/v1/me/second-factor/totp/confirm', { code: '000000' }))).toBe(
      'SECOND_FACTOR_WRONG',
    );
    const confirmed = await who.post('/v1/me/second-factor/totp/confirm', { code: code() });
    recovery = ((await confirmed.json()) as { recoveryCodes: string[] }).recoveryCodes;
    expect([confirmed.status, recovery.length, new Set(recovery).size]).toEqual([200, 10, 10]);
    expect(await (await who.fetch('/v1/me/second-factor')).json()).toEqual({
      totp: true,
      passkeys: 0,
      recoveryCodesLeft: 10,
      required: false,
    });
    expect(await reasonOf(await elsewhere.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    expect(await reasonOf(await who.post('/v1/me/second-factor/totp', {}))).toBe('SECOND_FACTOR_EXISTS');
  });

  it('is asked for after the password, and each of its codes is good once', async () => {
    await forgetSteps();
    const who = browser(world.url);
    const { page, step, html } = await passwordGiven(who);
    expect(html).toContain('autocomplete="one-time-code"');
    expect(html).not.toContain(OFFICER);
    const used = code();
    const done = await through(who, await who.form(page, { step, factor: used }));
    expect([done.status, locationOf(done)]).toEqual([303, '/account/notices?next=%2Fdocs']);
    const again = browser(world.url);
    const second = await passwordGiven(again);
    const refused = await again.form(second.page, { step: second.step, factor: used });
    expect([refused.status, await refused.text()]).toEqual([
      401,
      expect.stringContaining('验证码不正确、已使用或已过期'),
    ]);
    const early = await again.form(second.page, { step: second.step, factor: codeAt(Date.now() - 3 * STEP_MS) });
    expect(early.status).toBe(401);
  });

  it('is asked of programs too, and the password alone makes no session', async () => {
    const who = browser(world.url);
    const page = await openLogin(who);
    const refused = await who.form(page, CREDENTIALS, { accept: 'application/json' });
    expect([refused.status, await reasonOf(refused)]).toEqual([401, 'SECOND_FACTOR_NEEDED']);
    expect(who.cookies.has('jiangong')).toBe(false);
  });

  it('the step between is of its own sign-in, and is not made by others', async () => {
    await forgetSteps();
    const who = browser(world.url);
    const { step } = await passwordGiven(who);
    const other = browser(world.url);
    const page = await openLogin(other);
    for (const stolen of [step, `${step.slice(0, -4)}AAAA`, 'x'])
      expect((await other.form(page, { step: stolen, factor: code() })).status).toBe(400);
  });

  it('has recovery codes in its place, each good once; its owner is told', async () => {
    const [first = ''] = recovery;
    const who = browser(world.url);
    const { page, step } = await passwordGiven(who);
    await through(who, await who.form(page, { step, factor: ` ${first.toLowerCase()} ` }));
    expect(await (await who.fetch('/v1/me/second-factor')).json()).toEqual({
      totp: true,
      passkeys: 0,
      recoveryCodesLeft: 9,
      required: false,
    });
    const { items } = (await (await who.fetch('/v1/me/sign-in-notices')).json()) as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind)).toContain('recovery-code-used');
    const again = browser(world.url);
    const second = await passwordGiven(again);
    expect((await again.form(second.page, { step: second.step, factor: first })).status).toBe(401);
  });

  it('keeps neither its secret nor a recovery code in the clear', async () => {
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select (select json_agg(f)::text from gateway.second_factor f) || (select json_agg(c)::text from gateway.recovery_code c) as all',
    );
    const text = rows[0]?.all ?? '';
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes).toString('hex');
    for (const plain of [secret, bytes, ...recovery]) expect(text).not.toContain(plain);
  });

  it('is removed by who has it, and by a password alone never', async () => {
    const who = await signedIn();
    await forgetSteps();
    expect(await reasonOf(await who.post('/v1/me/second-factor/totp/remove', { code: '000000' }))).toBe(
      'SECOND_FACTOR_WRONG',
    );
    const renewed = await who.post('/v1/me/second-factor/recovery-codes', { code: code() });
    const before = recovery;
    recovery = ((await renewed.json()) as { recoveryCodes: string[] }).recoveryCodes;
    expect(await reasonOf(await who.post('/v1/me/second-factor/totp/remove', { code: before[1] ?? '' }))).toBe(
      'SECOND_FACTOR_WRONG',
    );
    expect((await who.post('/v1/me/second-factor/totp/remove', { code: recovery[0] ?? '' })).status).toBe(204);
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(303);
  });

  it('has a page that leads through it', async () => {
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    expect(await (await who.fetch('/account/second-factor')).text()).toContain('开始设置');
    const shown = await (await who.form('/account/second-factor', { act: 'begin' })).text();
    secret = /<code>([A-Z2-7]{32})<\/code>/u.exec(shown)?.[1] ?? '';
    expect(shown).toContain('<svg ');
    const wrong = await who.form('/account/second-factor', { act: 'confirm', confirmCode: '000000' });
    expect(wrong.status).toBe(401);
    const done = await (await who.form('/account/second-factor', { act: 'confirm', confirmCode: code() })).text();
    recovery = [...done.matchAll(/<code>([\w-]{14})<\/code>/gu)].map(([, one = '']) => one);
    expect(recovery).toHaveLength(10);
    expect(await (await who.fetch('/account/second-factor')).text()).toContain('剩余恢复码 10 个');
  });

  it('that was lost is ended by an officer, whom membership let; sessions end, the password stays, the owner is told', async () => {
    const who = await signedIn();
    const { database, sessions } = world.gateway().parts;
    await endAccess(database, {
      sessions: async (personId) => sessions.endAllOf(personId),
      names: () => undefined,
    }).handle({
      type: 'membership.SecondFactorEnded.v1',
      occurredAt: '2026-11-28T06:00:00.000Z',
      data: { personId: OFFICER },
    } as PublicFact);
    expect(await reasonOf(await who.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    const back = browser(world.url);
    expect(locationOf(await signInAs(back, CREDENTIALS))).toContain('/account/notices');
    expect(await (await back.fetch('/account/notices')).text()).toContain('工作人员解除了您登录时的两步验证');
    const { rows } = await world.database.admin.query('select 1 from gateway.recovery_code');
    expect(rows).toEqual([]);
  });

  it('can be guessed at no faster than a password', async () => {
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    secret = ((await (await who.post('/v1/me/second-factor/totp', {})).json()) as { secret: string }).secret;
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1)
      answers.push((await who.post('/v1/me/second-factor/totp/confirm', { code: `00000${n}` })).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
