import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { silentLogger } from '@jiangong/telemetry';
import { refuseBrokenRequest } from '../src/adapters/http/broken-request.ts';
import { type GatewayUnderTest, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
beforeAll(async () => {
  world = await startGatewayUnderTest();
});
afterAll(async () => world.stop());

/** Sends bytes as they are, and gives what comes back until the connection ends. */
const say = async (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('utf8')));
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });

describe('bytes as they come over a socket', () => {
  it.each([
    [
      'headers beyond measure',
      `GET / HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['what is not HTTP', 'NONSENSE\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nhost: b\r\nconnection: close\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    [
      'a method that HTTP has and we have not',
      'QUERY /v1/entries HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
      405,
      'METHOD_NOT_ALLOWED',
    ],
  ])('%s: answered like everything else, with its id and headers', async (_, text, status, reason) => {
    const heard = await say(world.url, text);
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    const problem = JSON.parse(body) as Record<string, unknown>;
    expect([head.split('\r\n')[0], problem['reason']]).toEqual([
      expect.stringContaining(`HTTP/1.1 ${status} `),
      reason,
    ]);
    expect(head).toMatch(/^content-type: application\/problem\+json/imu);
    expect(head).toMatch(/^x-content-type-options: nosniff/imu);
    expect(head).toMatch(new RegExp(`^x-correlation-id: ${String(problem['correlationId'])}`, 'imu'));
  });

  it('a large body that nobody reads holds up nothing behind it on its connection', async () => {
    const body = 'x'.repeat(300_000);
    const head = `POST /v1/public/objections/evidence HTTP/1.1\r\nhost: a\r\ncontent-type: image/png\r\ncontent-length: ${body.length}\r\n\r\n`;
    const heard = await say(world.url, `${head}${body}GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
    expect(heard.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });

  it('what does not arrive in time is answered 408', () => {
    const timedOut = Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    let sent = '';
    const socket = { destroyed: false, writable: true, end: (text: string) => (sent = text) };
    refuseBrokenRequest(silentLogger, true)(timedOut, socket as unknown as Socket);
    expect(sent).toMatch(
      /^HTTP\/1\.1 408 Request Timeout\r\n.*strict-transport-security.*"reason":"REQUEST_TIMEOUT"/su,
    );
  });
});
