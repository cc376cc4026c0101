import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const [SAMPLED, UNSAMPLED] = [`00-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN}-00`];
/** A child process starts within this time on a busy machine. */
const WITHIN_MS = 60_000;

let collector: Server;
let origin: string;
const received: { path: string; body: Buffer }[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: Buffer.concat(chunks) });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => void collector.close());
beforeEach(() => void received.splice(0));

type Kept = Readonly<{ traceId: string; spanId: string; parentSpanId: string; name: string; kind: string }>;
type Said = Readonly<{ current: string; kept: readonly Kept[] }>;

/** Runs the built package: `npm run build` comes first. Answers the last line that the program says. */
const runProgram = async (
  program: string,
  given: readonly string[],
  environment: Record<string, string>,
): Promise<unknown> => {
  const command = ['--import', '@jiangong/telemetry/register', join(import.meta.dirname, program), ...given];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env: { PATH: process.env['PATH'], ...environment },
    cwd: import.meta.dirname,
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
};

const run = async (parent: string, environment: Record<string, string>, ...more: readonly string[]): Promise<Said> =>
  (await runProgram(
    'traced.mjs',
    [parent, join(import.meta.dirname, 'certificate.pem'), ...more],
    environment,
  )) as Said;

const bodies = (path: string): Buffer =>
  Buffer.concat(received.filter((one) => one.path === path).map(({ body }) => body));

describe('telemetry of a process', () => {
  it(
    'is off where nobody asks for it: nothing is sent or kept, and the trace goes on in the log all the same',
    async () => {
      expect(await run(SAMPLED, {})).toEqual({ current: SAMPLED, kept: [] });
      expect(received).toEqual([]);
    },
    WITHIN_MS,
  );

  it(
    'keeps its last spans where a host asks, without a collector',
    async () => {
      const { current, kept } = await run(SAMPLED, {}, 'here');
      const [inner, outer] = kept.toReversed();
      expect(kept.map(({ name, kind, traceId }) => `${name} ${kind} ${traceId}`)).toEqual([
        `jiangong.test.outer server ${TRACE}`,
        `jiangong.test.inner internal ${TRACE}`,
      ]);
      expect([outer?.parentSpanId, inner?.parentSpanId]).toEqual([SPAN, outer?.spanId]);
      expect(current).toBe(`00-${TRACE}-${inner?.spanId}-01`);
      expect(received).toEqual([]);
    },
    WITHIN_MS,
  );

  it(
    'keeps nothing of a trace that is not recorded, and hands it on as such',
    async () => {
      const { current, kept } = await run(UNSAMPLED, {}, 'here');
      expect(kept).toEqual([]);
      expect(current).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
    },
    WITHIN_MS,
  );

  it(
    'sends spans and metrics as protobuf where there is a collector, and keeps the spans too',
    async () => {
      const { kept } = await run(
        SAMPLED,
        { OTEL_EXPORTER_OTLP_ENDPOINT: origin, OTEL_SERVICE_NAME: 'jiangong-test' },
        'here',
      );
      expect(kept).toHaveLength(2);
      for (const expected of ['jiangong.test.inner', 'jiangong.test.outer', 'jiangong-test', Buffer.from(TRACE, 'hex')])
        expect(bodies('/v1/traces').includes(expected)).toBe(true);
      for (const expected of ['rpc.server.call.duration', 'jiangong.tls.certificate.remaining', 'process.memory.usage'])
        expect(bodies('/v1/metrics').includes(expected)).toBe(true);
      for (const nobodysBusiness of ['process.command', 'process.owner', 'host.name'])
        expect(bodies('/v1/traces').includes(nobodysBusiness)).toBe(false);
    },
    WITHIN_MS,
  );

  it(
    'sends no text of an error: PostgreSQL quotes the value that it could not take',
    async () => {
      const given = [SAMPLED, process.env['TEST_DATABASE_URL'] ?? '', '王证人七六'];
      const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: origin, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' };
      expect(await runProgram('asked-badly.mjs', given, environment)).toEqual({
        said: expect.stringContaining('王证人七六'),
      });
      type Sent = { name: string; status: { code: number; message?: string }; events: unknown[] };
      const { resourceSpans } = JSON.parse(bodies('/v1/traces').toString('utf8')) as {
        resourceSpans: { scopeSpans: { spans: Sent[] }[] }[];
      };
      const failed = resourceSpans
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
        .filter(({ name }) => name.startsWith('pg.query'));
      expect(failed.map(({ status, events }) => ({ status, events }))).toEqual([{ status: { code: 2 }, events: [] }]);
      expect(bodies('/v1/traces').includes('王证人七六')).toBe(false);
    },
    WITHIN_MS,
  );

  it(
    'says when the collector takes nothing, without failing any work',
    async () => {
      const environment = {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
        OTEL_EXPORTER_OTLP_TIMEOUT: '500',
        OTEL_SERVICE_NAME: 'jiangong-test',
      };
      const command = ['--import', '@jiangong/telemetry/register', join(import.meta.dirname, 'traced.mjs'), SAMPLED];
      const { stdout } = await promisify(execFile)(process.execPath, command, {
        env: { PATH: process.env['PATH'], ...environment },
        cwd: import.meta.dirname,
      });
      const [answer, line] = stdout.trimEnd().split('\n');
      expect(JSON.parse(answer ?? '')).toMatchObject({ kept: [{ failed: false }, { failed: false }] });
      expect(JSON.parse(line ?? '')).toMatchObject({
        level: 'warn',
        service: 'test',
        message: 'spans do not reach the collector',
      });
    },
    WITHIN_MS,
  );
});
