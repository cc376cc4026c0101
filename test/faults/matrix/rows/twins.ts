import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { drawPort } from '../draw-port.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';

const READY_WITHIN_MS = 60_000;
const TOGETHER_MS = 4_000;
const ENDS_WITHIN_MS = 15_000;
/** Longer than the database lets a forgotten transaction be: whoever waits for its lock has it by then. */
const PAST_ITS_LEASE_MS = 35_000;

const words = (text: string): readonly string[] => text.split('\0').filter((word) => word !== '');

/** A second process of a service, told the same as the first but where it listens; nobody watches it. */
const startTwin = async ({ platform }: Scene, service: Service): Promise<ChildProcess> => {
  const pid = await platform.pidOf(service);
  const [program = '', ...given] = words(await readFile(`/proc/${pid}/cmdline`, 'utf8'));
  const told = Object.fromEntries(
    words(await readFile(`/proc/${pid}/environ`, 'utf8')).map(
      (one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const,
    ),
  );
  const {
    NODE_CHANNEL_FD: _channel,
    NODE_CHANNEL_SERIALIZATION_MODE: _mode,
    CRASHPOINTS_DIRECTORY: _points,
    ...env
  } = told;
  // With a channel of its own it says that it is ready, and ends when this program does.
  const twin = spawn(program, given, {
    env: { ...env, GRPC_LISTEN: `127.0.0.1:${await drawPort()}` },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ready = (async () => {
    for await (const [message] of on(twin, 'message', { close: ['exit'] }))
      if ((message as { kind?: string }).kind === 'ready') return true;
    return false;
  })();
  if (!(await Promise.race([ready, wait(READY_WITHIN_MS, false)]))) {
    twin.kill('SIGKILL');
    throw new Error(`a second ${service} did not get ready`);
  }
  return twin;
};

const endTwin = async (twin: ChildProcess): Promise<void> => {
  if (twin.exitCode !== null || twin.signalCode !== null) return;
  twin.kill('SIGTERM');
  const timer = setTimeout(() => twin.kill('SIGKILL'), ENDS_WITHIN_MS);
  await once(twin, 'exit');
  clearTimeout(timer);
};

/** A second process beside the first, for as long as `work` takes. */
export const withTwin = async (scene: Scene, service: Service, work: () => Promise<void>): Promise<void> => {
  const twin = await startTwin(scene, service);
  scene.injected('a second process');
  try {
    await work();
  } finally {
    await endTwin(twin);
  }
};

const together = (service: Service): MatrixCase => ({
  row: 11,
  fault: 'two processes of one service',
  point: service,
  run: (scene) => withTwin(scene, service, () => wait(TOGETHER_MS)),
});

const firstKilled = (service: Service): MatrixCase => ({
  row: 11,
  fault: 'two processes, the first killed',
  point: service,
  run: (scene) =>
    withTwin(scene, service, async () => {
      await wait(TOGETHER_MS / 2);
      await scene.platform.signal(service, 'SIGKILL');
      await wait(TOGETHER_MS);
    }),
});

/** Split brain: the first stands still with the lock in hand, the other takes over, then the first goes on as if nothing had been. */
const firstFrozen = (service: Service): MatrixCase => ({
  row: 11,
  fault: 'two processes, the first frozen past its lease and woken',
  point: `${service}, in the middle of a transaction`,
  run: (scene) =>
    withTwin(scene, service, async () => {
      const { platform } = scene;
      platform.arm(service, 'before-page-commit', { signal: 'SIGSTOP' });
      while (platform.isArmed(service, 'before-page-commit')) await wait(10);
      await wait(PAST_ITS_LEASE_MS);
      await platform.signal(service, 'SIGCONT');
    }),
});

export const twinCases: readonly MatrixCase[] = [
  ...(['organizations', 'membership', 'merit-projects', 'evaluation', 'notifications', 'audit'] as const).map(together),
  firstKilled('membership'),
  firstKilled('merit-projects'),
  firstFrozen('merit-projects'),
];
