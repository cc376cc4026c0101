import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { describeOn, type RedisServer, startRedis } from '@jiangong/test-servers';
import type { Gateway } from '../src/start-gateway.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, ROOT, setUp, startGatewayUnderTest } from './gateway-under-test.ts';
import { listen, producer } from './live-listening.ts';

jest.setTimeout(120_000);

type Live = Awaited<ReturnType<typeof listen>>;

const body = { nameZh: '水利厅', nameEn: 'Water' };

let directory: string;
let redis: RedisServer;
let world: GatewayUnderTest;
let second: Gateway;
let organizations: Awaited<ReturnType<typeof producer>>;
let officer: Browser;
let elsewhere: Browser;

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};

const readiness = async (who: Browser): Promise<unknown> =>
  ((await (await who.fetch('/readyz')).json()) as { status: unknown }).status;

const bothAre = async (status: string): Promise<void> =>
  until(async () => (await readiness(officer)) === status && (await readiness(elsewhere)) === status);

/** Something that everybody who is signed in hears of. */
const happens = async (): Promise<string> => {
  const editionId = randomUUID();
  await append(organizations.store, `organizations.edition-${editionId}`, {
    type: 'StageOpened.v1',
    data: { editionId },
  });
  return editionId;
};

const heardIds = (live: Live): readonly string[] =>
  [...live.heard().matchAll(/"editionId":"([^"]+)"/gu)].map(([, id]) => id ?? '');

beforeAll(async () => {
  if (process.env['TEST_OWN_REDIS'] === undefined) return;
  directory = await mkdtemp(join(tmpdir(), 'jiangong-redis-away-'));
  redis = await startRedis({ directory });
  world = await startGatewayUnderTest({ REDIS_URL: redis.url });
  organizations = await producer(world, 'organizations');
  await setUp(world);
  second = await world.another();
  officer = browser(world.url);
  elsewhere = browser(second.url);
  await signInAs(officer, CREDENTIALS);
  for (const [name, value] of officer.cookies) elsewhere.cookies.set(name, value);
});

afterAll(async () => {
  if (process.env['TEST_OWN_REDIS'] === undefined) return;
  await second.close().catch(() => undefined); // closed by a test already
  await organizations.stop();
  await world.stop();
  await redis.stop();
  await rm(directory, { recursive: true });
});

describeOn('own-redis', 'two gateways and one Redis', () => {
  it('know one session, and one sign-out', async () => {
    const other = browser(world.url);
    await signInAs(other, CREDENTIALS);
    const there = browser(second.url);
    for (const [name, value] of other.cookies) there.cookies.set(name, value);
    const live = await listen(there);
    expect(live.response.status).toBe(200);
    live.close();
    await other.post('/v1/sign-out', {});
    await until(async () => (await there.fetch('/v1/me')).status === 401);
  });

  it('give an order one answer, whichever is asked again, and ask its service once', async () => {
    let asked = 0;
    world.services.answer('organizations', 'renameOrganization', async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { receipt: receipt(7, 3) };
    });
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const order = async (who: Browser): Promise<Response> =>
      who.post(`/v1/organizations/${ROOT}/rename`, body, headers);
    const answers = await Promise.all([order(officer), order(elsewhere), order(officer)]);
    const told = await Promise.all(
      answers.map(async (answer) => [answer.status, answer.headers.get('etag'), await answer.json()] as const),
    );
    expect(told.map(([status, etag]) => [status, etag])).toEqual(Array.from({ length: 3 }, () => [200, '"3"']));
    const receipts = told.map(([, , said]) => (said as { receipt: { repeated: boolean } }).receipt);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(receipts.map((one) => JSON.stringify({ ...one, repeated: null }))).size).toBe(1);
    expect(asked).toBe(1);
    expect(
      (await elsewhere.post(`/v1/organizations/${ROOT}/rename`, { ...body, nameEn: 'Waters' }, headers)).status,
    ).toBe(200);
    expect(asked).toBe(2);
  });

  it('tell each listener everything once and in order, and answer every request, while Redis hangs, dies and comes back', async () => {
    world.services.answer('organizations', 'renameOrganization', () => ({ receipt: receipt(7, 3) }));
    const [here, there] = [await listen(officer), await listen(elsewhere)];
    await Promise.all([here.until('retry:'), there.until('retry:')]);
    const happened: string[] = [];
    const traffic = async (): Promise<void> => {
      for (let n = 0; n < 3; n += 1) {
        const editionId = await happens();
        happened.push(editionId);
        const answers = await Promise.all(
          [officer, elsewhere].map(async (who) =>
            who.post(`/v1/organizations/${ROOT}/rename`, body, { 'idempotency-key': randomUUID(), 'if-match': '"1"' }),
          ),
        );
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      }
      const last = happened.at(-1) ?? '';
      await Promise.all([here.until(last), there.until(last)]);
    };
    await bothAre('ready');
    await traffic();
    await redis.kill('SIGSTOP');
    await traffic();
    await bothAre('degraded');
    await traffic();
    await redis.kill('SIGCONT');
    await traffic();
    await bothAre('ready');
    await traffic();
    await redis.kill('SIGKILL');
    await traffic();
    await bothAre('degraded');
    await redis.start();
    await traffic();
    await bothAre('ready');
    await traffic();
    expect(heardIds(here)).toEqual(happened);
    expect(heardIds(there)).toEqual(happened);
    here.close();
    there.close();
  });

  it('go on telling when the one that followed for both has gone', async () => {
    const live = await listen(officer);
    await live.until('retry:');
    const before = await happens();
    await live.until(before);
    await second.close();
    const after = await happens();
    await live.until(after);
    expect(heardIds(live)).toEqual([before, after]);
    live.close();
  });
});

describeOn('own-redis', 'a gateway that starts while Redis is away', () => {
  it('works on its own, and says so', async () => {
    await redis.kill('SIGKILL');
    await world.restart();
    expect(await readiness(officer)).toBe('degraded');
    expect((await browser(world.url).fetch('/v1/live')).status).toBe(401);
    const live = await listen(officer);
    await live.until('retry:');
    const happened = await happens();
    await live.until(happened);
    await redis.start();
    await until(async () => (await readiness(officer)) === 'ready');
    expect(heardIds(live)).toEqual([happened]);
    live.close();
  });
});
