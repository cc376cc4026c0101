import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const HASH = 'a'.repeat(64);
let world: GatewayUnderTest;
let who: Browser;

const reasonOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { reason?: string }).reason;
const withdraw = async (): Promise<Response> =>
  who.post(`/v1/honours/${OFFICER}/proposals/${OFFICER}/withdrawal`, { why: '查实不符' });
const calledSince = (from: number): string[] => world.services.seen.slice(from).map(({ method }) => method);

beforeAll(async () => {
  world = await startGatewayUnderTest({ FRESH_SIGN_IN_MINUTES: '5' });
  await setUp(world);
  world.services.answer('evaluation', 'withdrawHonour', () => ({ receipt: receipt(3) }));
  who = browser(world.url);
  await signInAs(who, CREDENTIALS);
});
afterAll(async () => world.stop());

describe('an act that touches honours', () => {
  it('is taken from who signed in a moment ago', async () => {
    const from = world.services.seen.length;
    expect((await withdraw()).status).toBe(200);
    expect(calledSince(from)).toContain('withdrawHonour');
  });

  it('asks a session for a new sign-in after the time that the platform sets, and calls nobody', async () => {
    await world.database.admin.query("update gateway.session set created_at = created_at - interval '6 minutes'");
    await world.restart();
    const from = world.services.seen.length;
    const refused = await withdraw();
    expect([refused.status, await reasonOf(refused)]).toEqual([403, 'SIGN_IN_AGAIN']);
    const opened = await who.fetch(`/v1/objections/${OFFICER}/evidence/${HASH}`);
    expect([opened.status, await reasonOf(opened)]).toEqual([403, 'SIGN_IN_AGAIN']);
    expect(calledSince(from)).toEqual([]);
    expect((await who.fetch('/v1/me/sessions')).status).toBe(200);
  });

  it('goes on after it', async () => {
    await signInAs(who, CREDENTIALS);
    expect((await withdraw()).status).toBe(200);
  });

  it('says so in the description of the interface', async () => {
    const { paths } = (await (await who.fetch('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { 'x-fresh-sign-in'?: boolean }>>;
    };
    const asking = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation['x-fresh-sign-in'] === true ? [`${method} ${path}`] : [],
      ),
    );
    expect(asking).toContain('post /v1/honours/{honourId}/proposals/{proposalId}/withdrawal');
    expect(asking).toContain('get /v1/objections');
  });
});
