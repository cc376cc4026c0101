import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Admission, admission } from '../../application/admission.ts';
import { methodsAt } from './register-routes.ts';
import { type FrontDoor, serverBehind, turnsAmong } from './front-door.ts';

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

let server: Server | undefined;
afterEach(() => void server?.close());

const full = (): Admission => admission({ inFlightMax: 0, waitingMax: 0 });
const free = (): Admission => admission({ inFlightMax: 1, waitingMax: 0 });
const routes = [
  { method: 'POST', path: '/v1/evidence', file: 'in' },
  { method: 'GET', path: '/v1/evidence/{sha256}', file: 'out' },
  { method: 'POST', path: '/v1/organizations', file: null },
] as const;

const listen = async (
  door: Partial<FrontDoor>,
): Promise<(method: string, path: string, headers?: Record<string, string>, body?: string) => Promise<Answer>> => {
  const whole = {
    turnsOf: turnsAmong(routes, { requests: full(), files: free() }),
    methodsAt: methodsAt(routes),
    leaving: () => false,
    secure: false,
    ...door,
  };
  const behind = serverBehind(whole, { requestTimeout: 10_000, headersTimeout: 10_000, keepAliveTimeout: 1_000 })(
    (_request, response) => void response.end('behind'),
  );
  server = behind;
  await new Promise<void>((resolve) => void behind.listen(0, '127.0.0.1', resolve));
  const { port } = behind.address() as AddressInfo;
  return (method, path, headers = {}, body = '') =>
    new Promise((resolve, reject) => {
      const sent = request({ port, method, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
};

describe('while all turns are taken', () => {
  it('who asks is told so before anything looks at the request, in the words of every refusal', async () => {
    const ask = await listen({});
    const id = '0193c0de-0000-7000-8000-000000000001';
    const answer = await ask(
      'POST',
      '/v1/organizations?x=1',
      { 'x-correlation-id': id, 'accept-language': 'en' },
      '{"not even": json',
    );
    expect(answer.status).toBe(429);
    expect(JSON.parse(answer.body)).toEqual({
      type: 'urn:jiangong:problem:too-busy',
      title: 'The platform is busy: try again shortly.',
      status: 429,
      detail: 'The platform is busy: try again shortly.',
      reason: 'TOO_BUSY',
      titleZh: '系统繁忙，请稍后重试。',
      titleEn: 'The platform is busy: try again shortly.',
      correlationId: id,
    });
    expect(answer.headers).toMatchObject({
      'retry-after': '1',
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'en',
      'content-length': String(Buffer.byteLength(answer.body)),
      vary: 'accept-language',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-correlation-id': id,
    });
  });

  it('a forged correlation id is not given back', async () => {
    const ask = await listen({});
    const answer = await ask('POST', '/v1/organizations', { 'x-correlation-id': '<script>' });
    expect(answer.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it.each([
    ['pages', 'GET', '/sign-in?next=/v1/entries'],
    ['health', 'GET', '/healthz'],
    ['live changes', 'GET', '/v1/live'],
    ['files that come in, which have turns of their own', 'POST', '/v1/evidence'],
  ])('%s go on', async (_what, method, path) => {
    const ask = await listen({});
    expect((await ask(method, path)).body).toBe('behind');
  });

  it('files that go out wait their turn with everything else', async () => {
    const ask = await listen({});
    expect((await ask('GET', '/v1/evidence/aa')).status).toBe(429);
  });

  it('files that come in are told so when their own turns are taken', async () => {
    const ask = await listen({ turnsOf: turnsAmong(routes, { requests: free(), files: full() }) });
    expect((await ask('POST', '/v1/evidence', {}, 'x'.repeat(100_000))).status).toBe(429);
    expect((await ask('POST', '/v1/organizations')).body).toBe('behind');
  });

  it('a gateway that stops closes the connection with its answer', async () => {
    const ask = await listen({ leaving: () => true });
    expect((await ask('POST', '/v1/organizations')).headers.connection).toBe('close');
  });
});

describe('a method that HTTP has and we have not', () => {
  it('is not allowed where something is, and finds nothing where nothing is; turns or not', async () => {
    const ask = await listen({ turnsOf: () => free() });
    const answer = await ask('QUERY', '/v1/evidence?x=1');
    expect([answer.status, answer.headers['allow'], answer.headers['x-content-type-options']]).toEqual([
      405,
      'POST',
      'nosniff',
    ]);
    expect(JSON.parse(answer.body)).toMatchObject({ reason: 'METHOD_NOT_ALLOWED' });
    expect((await ask('PROPFIND', '/nothing')).status).toBe(404);
  });
});
