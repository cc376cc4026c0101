import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
const names = jest.fn();

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
});
afterAll(async () => world.stop());

/** What membership tells, as the gateway's process manager takes it. */
const told = async (type: string, data: object = {}): Promise<void> => {
  const { database, sessions } = world.gateway().parts;
  const { handle } = endAccess(database, { sessions: async (personId) => sessions.endAllOf(personId), names });
  await handle({ type: `membership.${type}.v1`, data: { personId: OFFICER, ...data } } as PublicFact);
};

const signedIn = async (): Promise<Browser> => {
  const who = browser(world.url);
  expect((await signInAs(who, CREDENTIALS)).status).toBe(303);
  return who;
};

const isIn = async (who: Browser): Promise<boolean> => (await who.fetch('/v1/me/sessions')).status === 200;

describe('access ends with what it rested on', () => {
  it('the last grant: sessions end, and not before', async () => {
    await told('RoleGranted', { grantId: 'a' });
    await told('RoleGranted', { grantId: 'b' });
    const who = await signedIn();
    await told('RoleRevoked', { grantId: 'a' });
    expect(await isIn(who)).toBe(true);
    await told('RoleRevoked', { grantId: 'b' });
    expect(await isIn(who)).toBe(false);
    // Told twice: a page of facts may come again.
    await told('RoleRevoked', { grantId: 'b' });
    expect(await isIn(await signedIn())).toBe(true);
  });

  it('an exit: sessions end and nobody signs in any more, until the exit is corrected', async () => {
    const who = await signedIn();
    await told('PersonExited', { kind: 'deceased' });
    expect(await isIn(who)).toBe(false);
    const refused = await signInAs(browser(world.url), CREDENTIALS);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('ACCESS_ENDED')]);
    expect(refused.headers.getSetCookie().join()).not.toMatch(/jiangong=[\w-]{43}/u);
    await told('PersonExitCorrected', { kind: 'deceased' });
    expect(await isIn(await signedIn())).toBe(true);
  });

  it('who left the rolls otherwise may still hold a role', async () => {
    const who = await signedIn();
    await told('PersonExited', { kind: 'resigned' });
    expect(await isIn(who)).toBe(true);
    await told('PersonExited', { kind: 'expelled' });
    expect(await isIn(who)).toBe(false);
    await told('PersonExitCorrected', { kind: 'expelled' });
  });

  it("an officer's order to end the way in: account, sessions and links are gone", async () => {
    const who = await signedIn();
    await told('SignInEnded');
    expect(await isIn(who)).toBe(false);
    expect((await signInAs(browser(world.url), CREDENTIALS)).status).toBe(401);
  });

  it('an erasure, and a right that is revoked: no name of a person is remembered any longer', async () => {
    names.mockClear();
    await told('RoleGranted', { grantId: 'c' });
    expect(names).toHaveBeenCalledTimes(0);
    await told('RoleRevoked', { grantId: 'c' });
    expect(names).toHaveBeenCalledTimes(1);
    await told('PersonErased');
    expect(names).toHaveBeenCalledTimes(2);
  });

  it('what membership tells of others leaves them alone', async () => {
    await told('RoleRevoked', { grantId: 'unknown', personId: '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a09' });
    await told('SomethingNew');
  });
});
