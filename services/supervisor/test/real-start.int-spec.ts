import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../../../test/journeys/demo/http/browser.ts';
import { HttpClient } from '../../../test/journeys/demo/http/http-client.ts';
import { COMPILED } from '../../../test/journeys/demo/platform/compiled.ts';
import { ended, isAlive, type ProcessIdentity } from '../src/process-identity.ts';
import { SERVICE_NAMES } from '../src/service-names.ts';

/** The built program itself with the built services: `npm run build` comes first. */
const PROGRAM = join(import.meta.dirname, '../dist/main.js');
const START = '2021-01-04T00:00:00.000Z';
const WITHIN_MS = 120_000;
const PUBLIC_URL = 'https://merit.example.org';

type Answer = Readonly<Record<string, unknown>>;

let directory: string;
let supervisor: ChildProcess | undefined;

const start = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; ready: Answer }> => {
  const child = fork(PROGRAM, ['--data', directory, '--moved-clock', START], {
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  supervisor = child;
  const output: string[] = [];
  child.stdout?.on('data', (text: Buffer) => output.push(text.toString()));
  child.stderr?.on('data', (text: Buffer) => output.push(text.toString()));
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Answer),
    once(child, 'exit').then(() => Promise.reject(new Error(`it did not start:\n${output.join('')}`))),
  ]);
  return { child, ready };
};

const ask = async (child: ChildProcess, question: Answer): Promise<Answer> => {
  const answer = once(child, 'message');
  child.send({ ...question, id: 1 });
  return (await answer)[0] as Answer;
};

const children = async (): Promise<ProcessIdentity[]> =>
  Object.values(
    JSON.parse(await readFile(join(directory, 'children.json'), 'utf8')) as Record<string, ProcessIdentity>,
  );

const stop = async (child: ChildProcess): Promise<number | null> => {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  return ((await exit) as [number | null])[0];
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-real-start-'));
  await chmod(directory, 0o755);
});
afterAll(async () => {
  if (supervisor?.exitCode === null && supervisor.signalCode === null) await stop(supervisor);
  await rm(directory, { recursive: true, force: true });
});

describe('the real platform', () => {
  it(
    'starts, serves, comes to rest, moves its clock, and stops with nothing left behind',
    async () => {
      const { child, ready } = await start();
      expect(ready).toMatchObject({
        kind: 'ready',
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        setUpLink: { url: expect.stringContaining('/set-up'), code: expect.any(String) },
      });
      expect((await fetch(`${String(ready['url'])}/openapi.json`)).status).toBe(200);
      expect(await ask(child, { kind: 'set-clock', now: '2021-02-01T00:00:00.000Z' })).toMatchObject({
        kind: 'clock-set',
      });
      expect(await ask(child, { kind: 'quiet?' })).toMatchObject({ kind: 'quiet', quiet: true });
      expect(await ask(child, { kind: 'set-clock', now: START })).toMatchObject({
        kind: 'failed',
        why: expect.stringContaining('does not go back'),
      });
      const { compared } = (await ask(child, { kind: 'compare?' })) as {
        compared?: readonly { service: string; equal: boolean }[];
      };
      expect(compared?.every(({ equal }) => equal)).toBe(true);
      expect(new Set(compared?.map(({ service }) => service))).toEqual(new Set(SERVICE_NAMES));
      expect(await stop(child)).toBe(0);
      for (const one of await children()) expect(await isAlive(one)).toBe(false);
    },
    WITHIN_MS,
  );

  it(
    'survives kill -9 of the supervisor: services end by themselves, and the next start has everything again at the same place',
    async () => {
      const first = await start();
      const left = await children();
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
      for (const one of left) expect(await ended(one, 10_000)).toBe(true);
      const second = await start({ PUBLIC_URL });
      expect(second.ready['url']).toBe(first.ready['url']);
      // Under a name that leads elsewhere, or nowhere yet, whoever is on the machine signs in all the same, as the sample does.
      const client = new HttpClient(PUBLIC_URL, 1, undefined, String(second.ready['url']));
      const page = await new Browser(client).open('/sign-in?next=%2Fv1%2Fme');
      client.close();
      expect(page).toMatchObject({ status: 200, html: expect.stringContaining('<form') });
      expect(await stop(second.child)).toBe(0);
    },
    WITHIN_MS,
  );
});
