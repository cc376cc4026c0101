import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

let collector: Server;
let origin: string;
const received: { path: string; body: Buffer }[] = [];

/** Takes what OTLP sends, and answers any other request with the traceparent that it came with. */
beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url?.startsWith('/v1/')) received.push({ path: request.url, body: Buffer.concat(chunks) });
      response.setHeader('x-seen', String(request.headers['traceparent'] ?? '')).end();
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => void collector.close());

/** Runs the built package: `npm run build` comes first. */
const run = async (environment: Record<string, string>): Promise<{ seen: string; current: string }> => {
  const program = ['--import', '@jiangong/telemetry/register', join(import.meta.dirname, 'traced.mjs'), `${origin}/other`, PARENT];
  const { stdout } = await promisify(execFile)(process.execPath, program, { env: { PATH: process.env['PATH'], ...environment }, cwd: import.meta.dirname });
  return JSON.parse(stdout) as { seen: string; current: string };
};

describe('telemetry of a process', () => {
  it('is off without an endpoint: nothing is sent, and the trace goes on in the log all the same', async () => {
    expect(await run({})).toEqual({ seen: '', current: PARENT });
    expect(received).toEqual([]);
  });

  it('sends spans of our own and of http, in the trace that was handed in, and metrics', async () => {
    const { seen, current } = await run({ OTEL_EXPORTER_OTLP_ENDPOINT: origin, OTEL_SERVICE_NAME: 'jiangong-test' });
    expect(seen).toMatch(new RegExp(`^00-${TRACE}-`));
    expect(current).toMatch(new RegExp(`^00-${TRACE}-`));
    const traces = Buffer.concat(received.filter(({ path }) => path === '/v1/traces').map(({ body }) => body));
    for (const expected of ['jiangong.call', 'GET', 'jiangong-test', 'instrumentation-http']) expect(traces.includes(expected)).toBe(true);
    expect(traces.includes(Buffer.from(TRACE, 'hex'))).toBe(true);
    const metrics = Buffer.concat(received.filter(({ path }) => path === '/v1/metrics').map(({ body }) => body));
    expect(metrics.includes('jiangong.call.duration')).toBe(true);
  });
});
