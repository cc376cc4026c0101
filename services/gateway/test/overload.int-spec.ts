import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, ROOT, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
let officer: Browser;

beforeAll(async () => {
  world = await startGatewayUnderTest({ REQUESTS_IN_FLIGHT_MAX: '2', REQUESTS_WAITING_MAX: '2' });
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
});
afterAll(async () => world.stop());

const order = async (): Promise<Response> =>
  officer.post(
    `/v1/organizations/${ROOT}/rename`,
    { nameZh: '水利厅', nameEn: 'Water' },
    { 'idempotency-key': randomUUID(), 'if-match': '"1"' },
  );

const toldOf = async (response: Response) => [
  response.status,
  response.headers.get('retry-after'),
  ((await response.json()) as { reason?: string }).reason,
];

describe('more than the gateway can do', () => {
  it('is sent away before anything is begun, with a time to come again; what was accepted is done', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begun = 0;
    let full: () => void = () => undefined;
    const isFull = new Promise<void>((resolve) => {
      full = resolve;
    });
    world.services.answer('organizations', 'renameOrganization', async () => {
      begun += 1;
      if (begun === 2) full();
      await held;
      return { receipt: receipt(9, 1) };
    });
    const first = [order(), order()];
    await isFull;
    const more = Array.from({ length: 8 }, order);
    let refused = 0;
    await new Promise<void>((resolve) => {
      for (const one of more)
        void one.then(({ status: told }) => (told === 429 && (refused += 1) === 6 ? resolve() : undefined));
    });
    expect(begun).toBe(2);
    expect((await officer.fetch('/healthz')).status).toBe(200);
    end();
    const told = await Promise.all((await Promise.all([...first, ...more])).map(toldOf));
    const sorted = told.toSorted(([a], [b]) => Number(a) - Number(b));
    expect(sorted).toEqual([
      ...Array.from({ length: 4 }, () => [200, null, undefined]),
      ...Array.from({ length: 6 }, () => [429, '1', 'TOO_BUSY']),
    ]);
    expect(begun).toBe(4);
  });

  it('a service that is too busy is told on in the same way', async () => {
    world.services.answer('organizations', 'renameOrganization', () => {
      throw refusal(status.RESOURCE_EXHAUSTED, 'TOO_BUSY');
    });
    expect(await toldOf(await order())).toEqual([429, '1', 'TOO_BUSY']);
  });
});
