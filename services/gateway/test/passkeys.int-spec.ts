import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { PASSKEYS_OF_PERSON_MAX } from '../src/application/passkeys.ts';
import { browser, locationOf, openLogin, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER } from './gateway-under-test.ts';
import {
  itemsOf,
  loginPage,
  noticesOf,
  passkeyWays,
  questionIn,
  reasonOf,
  RP_ID,
  startNamedGateway,
  stepIn,
  through,
} from './passkey-ways.ts';
import { type Odd, type SoftwareAuthenticator, softwareAuthenticator } from './software-authenticator.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
/** Of the officer, registered by the first test. */
let device: SoftwareAuthenticator;
let recovery: readonly string[];
const { asked, creation, byPasskey, registered, signedIn, proofBy } = passkeyWays(() => world.url);

beforeAll(async () => {
  world = await startNamedGateway();
});
afterAll(async () => world.stop());

describe('a passkey', () => {
  it('is registered by who signed in just now; other sessions end, recovery codes are shown, its owner is told', async () => {
    const elsewhere = browser(world.url);
    await signInAs(elsewhere, CREDENTIALS);
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    device = softwareAuthenticator();
    const answer = await registered(who, device);
    const made = (await answer.json()) as { passkeyId: string; recoveryCodes: string[] };
    recovery = made.recoveryCodes;
    expect([answer.status, recovery.length]).toEqual([201, 10]);
    expect(await itemsOf(who)).toEqual([
      {
        passkeyId: made.passkeyId,
        name: '手机',
        backedUp: false,
        createdAt: expect.stringMatching(/^\d{4}-/u),
        lastUsedAt: null,
      },
    ]);
    expect(await reasonOf(await elsewhere.fetch('/v1/me/sessions'))).toBe('SESSION_INVALID');
    expect(await noticesOf(who)).toEqual(['passkey-added', 'new-device']);
    expect(await (await who.fetch('/v1/me/second-factor')).json()).toEqual({
      totp: false,
      passkeys: 1,
      recoveryCodesLeft: 10,
      required: false,
    });
  });

  it('signs in alone, without a name or a password, and is said to have been used', async () => {
    const who = browser(world.url);
    const { question } = await loginPage(who);
    expect(question.options).toMatchObject({ rpId: RP_ID, userVerification: 'required', allowCredentials: [] });
    const done = await through(who, await byPasskey(who, device));
    expect([done.status, locationOf(done)]).toEqual([303, '/account/notices?next=%2Fdocs']);
    expect((await itemsOf(who))[0]?.lastUsedAt).toMatch(/^\d{4}-/u);
  });

  it('is the second step after a password, which alone opens nothing any more', async () => {
    const who = browser(world.url);
    const page = await openLogin(who, '/docs');
    const program = await who.form(page, CREDENTIALS, { accept: 'application/json' });
    expect([program.status, await reasonOf(program)]).toEqual([401, 'SECOND_FACTOR_NEEDED']);
    const html = await (await who.form(page, CREDENTIALS)).text();
    const step = stepIn(html);
    const { options, challenge } = questionIn(html);
    expect(options.allowCredentials.map(({ id }) => id)).toEqual([device.id]);
    const credential = JSON.stringify(device.get(asked(options.challenge)));
    const done = await through(who, await who.form(page, { step, challenge, credential }));
    expect(done.status).toBe(303);
    expect((await who.fetch('/v1/me/passkeys')).status).toBe(200);
  });

  it('has recovery codes in its place where the device is not at hand', async () => {
    const who = browser(world.url);
    const page = await openLogin(who, '/docs');
    const html = await (await who.form(page, CREDENTIALS)).text();
    const step = stepIn(html);
    expect((await through(who, await who.form(page, { step, factor: recovery[0] ?? '' }))).status).toBe(303);
    const again = browser(world.url);
    const second = await openLogin(again, '/docs');
    const asking = await (await again.form(second, CREDENTIALS)).text();
    const other = stepIn(asking);
    expect((await again.form(second, { step: other, factor: recovery[0] ?? '' })).status).toBe(401);
  });

  it('answers each challenge once, at all gateways together, and only the sign-in that asked', async () => {
    const who = browser(world.url);
    const { page, question } = await loginPage(who);
    const credential = JSON.stringify(device.get(asked(question.options.challenge)));
    const given = { challenge: question.challenge, credential };
    const other = browser(world.url);
    const elsewhere = await loginPage(other);
    expect((await other.form(elsewhere.page, given)).status).toBe(409);
    expect((await who.form(page, given)).status).toBe(303);
    const { rows } = await world.database.admin.query<{ used: string }>(
      "select count(*) as used from gateway.used_once where name like 'passkey %'",
    );
    expect(Number(rows[0]?.used)).toBeGreaterThan(0);
    const fresh = {
      challenge: elsewhere.question.challenge,
      credential: JSON.stringify(device.get(asked(elsewhere.question.options.challenge))),
    };
    const wrong = await other.form(elsewhere.page, {
      ...fresh,
      credential: JSON.stringify(device.get(asked('x'.repeat(43)))),
    });
    expect(wrong.status).toBe(401);
    const repeated = await other.form(elsewhere.page, fresh, { accept: 'application/json' });
    expect([repeated.status, await reasonOf(repeated)]).toEqual([409, 'PASSKEY_CHALLENGE_ENDED']);
  });

  it.each<[string, () => SoftwareAuthenticator, Odd]>([
    ['of nobody', () => softwareAuthenticator(), {}],
    ['whose user was not verified', () => device, { unverified: true }],
    ['that says it is another person’s', () => device, { userHandle: Buffer.alloc(32, 7).toString('base64url') }],
  ])('%s opens nothing, and all are refused alike', async (_what, authenticator, odd) => {
    const who = browser(world.url);
    const { page, question } = await loginPage(who);
    const credential = JSON.stringify(authenticator().get(asked(question.options.challenge), odd));
    const refused = await who.form(page, { challenge: question.challenge, credential }, { accept: 'application/json' });
    expect([refused.status, await reasonOf(refused)]).toEqual([401, 'PASSKEY_WRONG']);
  });

  it('that was asked by another site opens nothing', async () => {
    for (const lie of [{ origin: 'https://jiangong.example' }, { rpId: 'jiangong.example' }]) {
      const who = browser(world.url);
      const { page, question } = await loginPage(who);
      const credential = JSON.stringify(device.get({ ...asked(question.options.challenge), ...lie }));
      expect((await who.form(page, { challenge: question.challenge, credential })).status).toBe(401);
    }
  });

  it('that was copied is refused by its counter, and its owner is told', async () => {
    const who = browser(world.url);
    const answer = await byPasskey(who, device, { counter: 1 });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('通行密钥未通过验证')]);
    expect(await noticesOf(await signedIn(device))).toContain('passkey-copied');
  });

  it('that does not count is taken each time', async () => {
    const who = await signedIn(device);
    const other = softwareAuthenticator(false);
    expect((await registered(who, other, '电脑')).status).toBe(201);
    for (const _ of [1, 2]) expect((await byPasskey(browser(world.url), other)).status).toBe(303);
  });

  it('is registered once, by the session that began it, and with its user verified', async () => {
    const who = await signedIn(device);
    expect(await reasonOf(await registered(who, device))).toBe('PASSKEY_KNOWN');
    const other = await signedIn(device);
    const { options, challenge } = await creation(other);
    const credential = softwareAuthenticator().create(asked(options.challenge), options.user.id);
    expect(await reasonOf(await who.post('/v1/me/passkeys', { name: 'x', challenge, credential }))).toBe(
      'PASSKEY_CHALLENGE_ENDED',
    );
    const unverified = softwareAuthenticator().create(asked(options.challenge), options.user.id, { unverified: true });
    expect(await reasonOf(await other.post('/v1/me/passkeys', { name: 'x', challenge, credential: unverified }))).toBe(
      'PASSKEY_WRONG',
    );
  });

  it('is not begun by a browser that was left open', async () => {
    const who = await signedIn(device);
    await world.database.admin.query("update gateway.session set created_at = created_at - interval '11 minutes'");
    await world.restart();
    expect(await reasonOf(await who.post('/v1/me/passkeys/creation', {}))).toBe('SIGN_IN_AGAIN');
    expect(await (await who.fetch('/account/passkeys')).text()).toContain('/sign-in?next=%2Faccount%2Fpasskeys');
  });

  it('is renamed', async () => {
    const who = await signedIn(device);
    const [first] = await itemsOf(who);
    const path = `/v1/me/passkeys/${first?.passkeyId ?? ''}/name`;
    expect((await who.post(path, { name: '值班手机' })).status).toBe(204);
    expect((await itemsOf(who))[0]?.name).toBe('值班手机');
    expect((await who.post(path, { name: '' })).status).toBe(400);
    expect(await reasonOf(await who.post(`/v1/me/passkeys/${OFFICER}/name`, { name: 'x' }))).toBe('PASSKEY_NOT_FOUND');
  });

  it('no more than ten a person', async () => {
    const who = await signedIn(device);
    const have = (await itemsOf(who)).length;
    for (let made = have; made < PASSKEYS_OF_PERSON_MAX; made += 1)
      expect((await registered(who, softwareAuthenticator())).status).toBe(201);
    expect(await reasonOf(await who.post('/v1/me/passkeys/creation', {}))).toBe('TOO_MANY_PASSKEYS');
  });

  it('is removed by who has a factor at hand, and by an open session never; with the last one the codes go', async () => {
    const who = await signedIn(device);
    const [first, ...others] = await itemsOf(who);
    const pathOf = (one: { passkeyId: string } | undefined): string => `/v1/me/passkeys/${one?.passkeyId ?? ''}/remove`;
    expect(await reasonOf(await who.post(pathOf(first), {}))).toBe('SECOND_FACTOR_WRONG');
    const stranger = await proofBy(who, softwareAuthenticator());
    expect(await reasonOf(await who.post(pathOf(first), stranger))).toBe('PASSKEY_WRONG');
    for (const one of others) expect((await who.post(pathOf(one), await proofBy(who, device))).status).toBe(204);
    expect(await reasonOf(await who.post(pathOf(others[0]), await proofBy(who, device)))).toBe('PASSKEY_NOT_FOUND');
    expect((await who.post(pathOf(first), { code: recovery[1] })).status).toBe(204);
    expect(await noticesOf(who)).toContain('passkey-removed');
    expect(await (await who.fetch('/v1/me/second-factor')).json()).toEqual({
      totp: false,
      passkeys: 0,
      recoveryCodesLeft: 0,
      required: false,
    });
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(303);
  });

  it('goes with a lost second factor that an officer ends, since it opens an account alone', async () => {
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    device = softwareAuthenticator();
    await registered(who, device);
    const { database, sessions } = world.gateway().parts;
    await endAccess(database, {
      sessions: async (personId) => sessions.endAllOf(personId),
      names: () => undefined,
    }).handle({
      type: 'membership.SecondFactorEnded.v1',
      occurredAt: '2026-11-28T06:00:00.000Z',
      data: { personId: OFFICER },
    } as PublicFact);
    expect((await byPasskey(browser(world.url), device)).status).toBe(401);
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(303);
  });
});
