import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

const ENTRY = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a09';
const objection = { objectorName: '王匿名', objectorContact: '13900001111', statement: '佐证材料系伪造' };

type HandedIn = { handIn: string; code: string; confirmFrom: string };

const confirmed = async (who: Browser, response: Response, headers: Record<string, string> = {}): Promise<Response> => {
  expect(response.status).toBe(202);
  const { handIn, code, confirmFrom } = (await response.json()) as HandedIn;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(confirmFrom) - Date.now())));
  return who.post('/v1/public/objections/confirm', { handIn, code }, headers);
};

let world: GatewayUnderTest;
let officer: Browser;

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
}, 30_000);
afterAll(async () => world.stop());

/** The last call of the method carries no token of a person, and none of what links the request to the sender's others. */
const expectAsNobody = (method: string, links: readonly string[]): void => {
  const call = world.services.seen.findLast((seen) => seen.method === method);
  const sent = JSON.stringify({ metadata: { ...call?.metadata, authorization: '' }, token: call?.token });
  for (const link of links) expect(sent).not.toContain(link);
  expect(call?.metadata['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/u);
  expect(call?.metadata['x-after-position']).toBeUndefined();
  const { sub, sid } = call?.token ?? {};
  expect({ sub, sid }).toEqual({ sub: 'anonymous', sid: undefined });
};

describe('an objection of somebody who is signed in', () => {
  it('goes out as nobody: no token of the person, no correlation, trace or read mark of the session', async () => {
    const { services } = world;
    const answered = { objectionId: randomUUID(), answerDueAt: '2021-12-03T16:00:00.000Z', receipt: receipt(99) };
    services.answer('merit-projects', 'receiveObjection', () => answered);
    const [correlationId, trace] = [randomUUID(), '4bf92f3577b34da6a3ce929d0e0e4736'];
    const links = { 'x-correlation-id': correlationId, traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    const handedIn = await officer.post(`/v1/public/entries/${ENTRY}/objections`, objection, {
      'idempotency-key': randomUUID(),
      ...links,
    });
    expect((await confirmed(officer, handedIn, links)).status).toBe(201);
    expectAsNobody('receiveObjection', [OFFICER, correlationId, trace]);
  });

  it('goes out also when the session is over', async () => {
    const stale = browser(world.url);
    for (const [name] of officer.cookies) stale.cookies.set(name, 'A'.repeat(43));
    const key = { 'idempotency-key': randomUUID() };
    const handedIn = await stale.post(`/v1/public/entries/${ENTRY}/objections`, objection, key);
    expect((await confirmed(stale, handedIn)).status).toBe(201);
  });
});

const code = 'K3V9T-0QTB7-ZME4X-1C8RD';
const work = {
  ...{ code, track: 'song', title: '歌曲（虚构）', summary: '原创作品（虚构）。' },
  ...{ authorName: '王匿名', authorContact: '13900001111' },
};

describe('a work that somebody who is signed in enters by a code', () => {
  it.each([
    ['registerWork', '', work],
    ['withdrawWork', '/withdrawal', { code, why: '需要修改（虚构）。' }],
    ['eraseOwnName', '/author-erasure', { code }],
  ])('goes out as nobody: %s', async (method, path, body) => {
    world.services.answer('merit-projects', method, () => ({ entryId: ENTRY, version: 1, receipt: receipt(98) }));
    const [correlationId, trace] = [randomUUID(), '4bf92f3577b34da6a3ce929d0e0e4736'];
    const answer = await officer.post(`/v1/public/works${path}`, body, {
      ...{ 'idempotency-key': randomUUID(), 'x-correlation-id': correlationId },
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(answer.ok).toBe(true);
    expectAsNobody(method, [OFFICER, correlationId, trace]);
  });
});
