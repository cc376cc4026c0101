import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDataDirectory } from '../src/data-directory.ts';
import { knownChildren } from '../src/known-children.ts';
import { Platform, StartFailed } from '../src/platform.ts';
import { ended, identify } from '../src/process-identity.ts';
import { untilQuiet } from '../src/quiet.ts';
import { SERVICE_NAMES } from '../src/service-names.ts';

const WITHIN_MS = 60_000;
const START = '2021-01-04T00:00:00.000Z';
const LATER = '2021-06-01T00:00:00.000Z';

let directory: string;
let platform: Platform | undefined;
const lines: string[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-platform-'));
  lines.length = 0;
});
afterEach(async () => {
  await platform?.stop();
  await rm(directory, { recursive: true, force: true });
});

const platformOf = async ({
  mood,
  movedClock,
}: {
  mood?: 'crash' | 'deaf';
  movedClock?: string;
}): Promise<Platform> => {
  const data = await ensureDataDirectory(directory);
  platform = new Platform({
    plan: {
      data,
      secrets: { serviceTokenPrivateKey: 'k', serviceTokenPublicKey: 'k', databasePasswords: {} as never },
      ports: {
        organizations: 1,
        membership: 2,
        'merit-projects': 3,
        evaluation: 4,
        notifications: 5,
        audit: 6,
        gateway: 7,
        database: 8,
      },
      host: '127.0.0.1',
      consoleDirectory: '/built/console',
      sample: false,
      telemetryHook: (service) => `file:///${service}/register.js`,
      databaseUrl: (service) => `postgres://${service}@127.0.0.1/x`,
      environment: { ...process.env, LOG_LEVEL: mood },
    },
    database: { pid: () => undefined },
    children: knownChildren(directory),
    programOf: () => join(import.meta.dirname, 'fake-service.mjs'),
    movedClock,
    showLogs: false,
    say: (line) => lines.push(line),
  });
  return platform;
};

const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + WITHIN_MS / 2; !(await what()); await sleep(10))
    if (performance.now() > end) throw new Error(`waited in vain: ${lines.join('\n')}`);
};

describe('the platform', () => {
  it(
    'starts all services, learns the set-up link, comes to rest, and stops them all',
    async () => {
      const running = await platformOf({});
      await running.start();
      expect(running.allReady).toBe(true);
      expect(running.setUpLink).toEqual({ url: 'http://127.0.0.1/set-up#once', code: 'AAAA-BBBB' });
      expect((await untilQuiet(() => running.statuses(), 5_000)).quiet).toBe(true);
      expect(await running.compare()).toEqual(
        SERVICE_NAMES.map((service) => ({ service, reader: 'things', position: 1, equal: true })),
      );
      await running.stop();
      const known = JSON.parse(await readFile(join(directory, 'children.json'), 'utf8')) as Record<
        string,
        { pid: number; startedAtTicks: string }
      >;
      expect(Object.keys(known).toSorted()).toEqual([...SERVICE_NAMES].toSorted());
      for (const child of Object.values(known)) expect(await ended(child, 0)).toBe(true);
      expect(lines).toEqual([]);
      expect(await readFile(join(directory, 'logs', 'audit.log'), 'utf8')).toContain('"service":"audit"');
    },
    WITHIN_MS,
  );

  it(
    'starts a killed service again, at the time to which the clock has been moved',
    async () => {
      const running = await platformOf({ movedClock: START });
      await running.start();
      expect(await running.setClock(LATER, 5_000)).toBe(true);
      const pid = running.kill('evaluation', 'SIGKILL') as number;
      const killed = await identify(pid);
      if (killed) await ended(killed, 5_000);
      await until(() => lines.some((line) => line.startsWith('evaluation ended (SIGKILL)')));
      await until(() => running.allReady);
      // The line is written after the service is ready.
      const log = join(directory, 'logs', 'evaluation.log');
      await until(async () => (await readFile(log, 'utf8')).includes(`"now":"${LATER}"`));
      expect(await running.setClock(LATER, 5_000)).toBe(true);
    },
    WITHIN_MS,
  );

  it(
    'a clock is moved only where there is one, and never back',
    async () => {
      const moved = await platformOf({ movedClock: LATER });
      await moved.start();
      await expect(moved.setClock(START, 1_000)).rejects.toThrow('does not go back');
      await moved.stop();
      const real = await platformOf({});
      await real.start();
      await expect(real.setClock(LATER, 1_000)).rejects.toThrow('real time');
    },
    WITHIN_MS,
  );

  it(
    'says why it does not start when a service keeps ending',
    async () => {
      const failing = await platformOf({ mood: 'crash' });
      const failure = await failing.start().then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(StartFailed);
      expect((failure as Error).message).toContain('no reason to live');
    },
    WITHIN_MS,
  );
});
