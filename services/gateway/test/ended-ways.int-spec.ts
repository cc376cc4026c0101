import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { endAccess, mayEnter } from '../src/adapters/postgres/end-access.ts';
import { hashPassword } from '../src/application/password-hash.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(60_000);

const LEAVER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a21';
const PASSWORD = 'a long enough password';

/** Whatever names a person at the gateway. */
const TABLES = [
  ...['account', 'external_identity', 'session', 'one_time_link', 'known_grant', 'exited_person'],
  ...['second_factor', 'recovery_code', 'reset_request', 'account_notice'],
];

let world: GatewayUnderTest;

const sql = async (text: string, values: unknown[] = []): Promise<readonly Record<string, unknown>[]> =>
  (await world.database.admin.query(text, values)).rows as Record<string, unknown>[];
const told = async (type: string, data: object = {}): Promise<void> => {
  const { database, sessions } = world.gateway().parts;
  const fact = {
    type: `membership.${type}.v1`,
    occurredAt: '2026-11-28T06:00:00.000Z',
    data: { personId: LEAVER, ...data },
  };
  await endAccess(database, {
    sessions: async (personId) => sessions.endAllOf(personId),
    names: () => undefined,
  }).handle(fact as PublicFact);
};
/** Every way in that a person can have, and everything that is kept beside it. */
const withEveryWay = async (): Promise<void> => {
  await sql('insert into gateway.account (login, person_id, password_hash) values ($1, $2, $3)', [
    'leaver',
    LEAVER,
    await hashPassword(PASSWORD),
  ]);
  await sql("insert into gateway.external_identity values ('https://issuer.example', 'leaver', $1)", [LEAVER]);
  await sql(
    "insert into gateway.one_time_link (token_hash, purpose, person_id, expires_at) values ('\\x01', 'reset', $1, now() + interval '1 day')",
    [LEAVER],
  );
  await sql("insert into gateway.recovery_code values ($1, '\\x02')", [LEAVER]);
  await sql("insert into gateway.second_factor (person_id, sealed, made_at) values ($1, '\\x03', now())", [LEAVER]);
  await sql('insert into gateway.reset_request values ($1, now())', [LEAVER]);
  await told('SignInResetOffered');
};
const leftOf = async (): Promise<readonly string[]> => {
  const left: string[] = [];
  for (const table of TABLES)
    if ((await sql(`select 1 from gateway.${table} where person_id = $1`, [LEAVER])).length > 0) left.push(table);
  return left;
};
const isIn = async (who: Browser): Promise<boolean> => (await who.fetch('/v1/me/sessions')).status === 200;
const signedIn = async (): Promise<Browser> => {
  const who = browser(world.url);
  expect((await signInAs(who, { login: 'leaver', password: PASSWORD })).status).toBe(303);
  return who;
};

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
});
afterAll(async () => world.stop());

describe('whoever leaves', () => {
  it('by death or expulsion has no way in left, neither of ours nor of an issuer outside, until it is corrected', async () => {
    await withEveryWay();
    const who = await signedIn();
    await told('PersonExited', { kind: 'expelled' });
    expect(await isIn(who)).toBe(false);
    const { database } = world.gateway().parts;
    // Both issuers come through this one door.
    expect(await mayEnter(database)(LEAVER)).toBe(false);
    expect((await signInAs(browser(world.url), { login: 'leaver', password: PASSWORD })).status).toBe(403);
    expect(await sql('select 1 from gateway.one_time_link where person_id = $1', [LEAVER])).toEqual([]);
    await told('PersonExitCorrected', { kind: 'expelled' });
    expect(await isIn(await signedIn())).toBe(true);
  });

  it('by erasure leaves nothing at the gateway, whatever kinds of ways there were', async () => {
    const who = await signedIn();
    await told('RoleGranted', { grantId: 'leaving' });
    expect((await leftOf()).length).toBeGreaterThan(6);
    await told('PersonErased');
    expect(await isIn(who)).toBe(false);
    expect(await leftOf()).toEqual([]);
    // Told again, as a page of facts may come again.
    await told('PersonErased');
    expect(await sql('select 1 from gateway.account where person_id = $1', [OFFICER])).toHaveLength(1);
  });

  it('by an ended sign-in likewise, and may be invited anew', async () => {
    await withEveryWay();
    await told('SignInEnded');
    expect(await leftOf()).toEqual([]);
    await withEveryWay();
  });

  // How soon is the rule of `a session that ended elsewhere`, which asks no machine's speed.
  it('is out at another gateway too, as soon as that looks again', async () => {
    const other = await world.another();
    try {
      const who = await signedIn();
      const there = browser(other.url);
      for (const [name, value] of who.cookies) there.cookies.set(name, value);
      expect(await isIn(there)).toBe(true);
      await told('SignInEnded');
      while (await isIn(there)) await new Promise((resolve) => setTimeout(resolve, 250));
    } finally {
      await other.close();
    }
  });

  it('a legal hold ends nothing by itself: who is held still signs in', async () => {
    const who = browser(world.url);
    expect((await signInAs(who, CREDENTIALS)).status).toBe(303);
    await told('LegalHoldPlaced', { personId: OFFICER });
    expect(await isIn(who)).toBe(true);
  });
});
