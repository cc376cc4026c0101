import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PASSKEY_SCRIPT_PATH } from '../src/adapters/http/passkey-script.ts';
import { browser, locationOf, openLogin, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import {
  type Creation,
  itemsOf,
  passkeyWays,
  questionIn,
  reasonOf,
  startNamedGateway,
  unescaped,
} from './passkey-ways.ts';
import { softwareAuthenticator } from './software-authenticator.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
const { asked } = passkeyWays(() => world.url);

beforeAll(async () => {
  world = await startNamedGateway();
});
afterAll(async () => world.stop());

describe('the pages that use passkeys', () => {
  it('lead through registering, renaming and removing one', async () => {
    const who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    const html = await (await who.fetch('/account/passkeys')).text();
    const form = /data-passkey="create" data-options="([^"]*)".*?name="challenge" value="([\w-]+)"/su.exec(html);
    const options = JSON.parse(unescaped(form?.[1] ?? '')) as Creation['options'];
    const device = softwareAuthenticator();
    const credential = JSON.stringify(device.create(asked(options.challenge), options.user.id));
    const codes = await who.form('/account/passkeys', {
      act: 'add',
      challenge: form?.[2] ?? '',
      credential,
      name: '<b>',
    });
    expect([codes.status, (await codes.text()).match(/<code>[\w-]{14}<\/code>/gu)?.length]).toEqual([200, 10]);
    const listed = await (await who.fetch('/account/passkeys')).text();
    expect(listed).toContain('&lt;b&gt;');
    const passkeyId = /name="passkeyId" value="([\w-]+)"/u.exec(listed)?.[1] ?? '';
    const named = await who.form('/account/passkeys', { act: 'rename', passkeyId, [`name-${passkeyId}`]: '钥匙' });
    expect(locationOf(named)).toBe('/account/passkeys');
    const { options: question, challenge } = questionIn(await (await who.fetch('/account/passkeys')).text());
    const proof = JSON.stringify(device.get(asked(question.challenge)));
    expect((await who.form('/account/passkeys', { act: 'remove', passkeyId, challenge, credential: 'x' })).status).toBe(
      401,
    );
    expect(
      (await who.form('/account/passkeys', { act: 'remove', passkeyId, challenge, credential: proof })).status,
    ).toBe(303);
    expect(await itemsOf(who)).toEqual([]);
  });

  it('carry one script, from our own address, kept for ever, and allow no other', async () => {
    const who = browser(world.url);
    const page = await openLogin(who, '/docs');
    const shown = await who.fetch(page);
    const html = await shown.text();
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).toMatch(
      new RegExp(`<script src="${PASSKEY_SCRIPT_PATH}" integrity="sha256-[^"]+" defer></script>`, 'u'),
    );
    expect(shown.headers.get('content-security-policy')).toContain(`script-src ${world.url}${PASSKEY_SCRIPT_PATH}`);
    expect(shown.headers.get('content-security-policy')).not.toContain('unsafe');
    const script = await who.fetch(PASSKEY_SCRIPT_PATH);
    expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    const hash = createHash('sha256')
      .update(await script.text())
      .digest('base64');
    expect(html).toContain(`integrity="sha256-${hash}"`);
  });

  it('a platform that is reached by an address has none, and says so', async () => {
    const plain = await startGatewayUnderTest();
    try {
      await setUp(plain);
      const who = browser(plain.url);
      const page = await openLogin(who);
      expect(await (await who.fetch(page)).text()).not.toContain('<script');
      await signInAs(who, CREDENTIALS);
      expect(await reasonOf(await who.post('/v1/me/passkeys/creation', {}))).toBe('PASSKEYS_NOT_HERE');
      expect((await who.fetch('/account/passkeys')).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});
