import { expect, it, jest } from '@jest/globals';
import type { Logger } from '@jiangong/telemetry';
import { browser, signInAs } from './browser.ts';
import { CREDENTIALS, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

type Line = Readonly<{ message: string; fields: Readonly<Record<string, unknown>> }>;

const SIGN_IN_LINES = /^(?:signed in|signed out|a sign-in was refused|a password was changed|sessions were ended)$/u;

const keeping = (lines: Line[]): Logger => {
  const keep = (fields: Readonly<Record<string, unknown>>, message: string): void =>
    void lines.push({ message, fields });
  const log: Logger = { debug: keep, info: keep, warn: keep, error: keep, child: () => log };
  return log;
};

it('what happens at the door is told by session, way and outcome, and by no name', async () => {
  const lines: Line[] = [];
  const world = await startGatewayUnderTest({}, keeping(lines));
  try {
    await setUp(world);
    const who = browser(world.url);
    await signInAs(browser(world.url), { ...CREDENTIALS, password: 'a wrong long password' });
    await signInAs(browser(world.url), { login: 'nobody', password: 'a wrong long password' });
    await signInAs(who, CREDENTIALS);
    const changed = { currentPassword: CREDENTIALS.password, newPassword: 'quite another long one' };
    await who.post('/v1/me/password', { ...changed, currentPassword: 'not the current one' });
    expect((await who.post('/v1/me/password', changed)).status).toBe(204);
    await who.post('/v1/sign-out', {});
    const told = lines.filter(({ message }) => SIGN_IN_LINES.test(message));
    const issuer = 'built-in';
    const sessionId = expect.stringMatching(/^[0-9a-f-]{36}$/u);
    expect(told).toEqual([
      { message: 'a sign-in was refused', fields: { reason: 'CREDENTIALS_WRONG', issuer } },
      { message: 'a sign-in was refused', fields: { reason: 'CREDENTIALS_WRONG', issuer } },
      { message: 'signed in', fields: { sessionId, issuer } },
      { message: 'a sign-in was refused', fields: { reason: 'CURRENT_PASSWORD_WRONG', issuer } },
      { message: 'a password was changed', fields: { sessionId, issuer } },
      { message: 'signed out', fields: { sessionId: told[4]?.fields['sessionId'], issuer } },
    ]);
    expect(told[4]?.fields['sessionId']).not.toBe(told[2]?.fields['sessionId']);
    const all = JSON.stringify(lines);
    for (const secret of [
      CREDENTIALS.login,
      CREDENTIALS.password,
      'nobody',
      changed.newPassword,
      OFFICER,
      who.cookies.get('jiangong') ?? 'none',
    ])
      expect(all).not.toContain(secret);
  } finally {
    await world.stop();
  }
});
