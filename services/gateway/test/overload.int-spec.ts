import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** Sends the head of an upload and a first byte, and then lets everybody wait; answers what it is told, should it be told anything. */
const dribble = (headers: Record<string, string>): Readonly<{ socket: Socket; told: Promise<string> }> => {
  const { hostname, port, host } = new URL(world.url);
  const all = { host, 'content-type': 'text/plain', 'content-length': '100000', ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const socket = connect(Number(port), hostname, () =>
    socket.write(`POST /v1/evidence HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\nx`),
  );
  const told = new Promise<string>((resolve) => socket.on('data', (part) => resolve(part.toString('utf8'))));
  return { socket, told };
};

describe('files that come in slowly', () => {
  const upload = async (): Promise<Response> =>
    officer.fetch('/v1/evidence', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: world.url },
      body: '佐证',
    });

  it('take no more than the share of one person, who is told; the share comes back with whoever goes away', async () => {
    world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(9, 1) }));
    const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const slow = Array.from({ length: 8 }, () => dribble({ cookie, origin: world.url }));
    // Five are refused: the three others have the share.
    let refused = 0;
    await new Promise<void>((resolve) => {
      for (const { told } of slow)
        void told.then((text) => (text.includes(' 429 ') && (refused += 1) === 5 ? resolve() : undefined));
    });
    expect(await toldOf(await upload())).toEqual([429, '1', 'TOO_MANY_UPLOADS']);
    for (const { socket } of slow) socket.destroy();
    while ((await upload()).status !== 201) await sleep(20);
  });
});
