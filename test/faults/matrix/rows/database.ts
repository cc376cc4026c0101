import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../is-running.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { MatrixPlatform } from '../matrix-platform.ts';

const LOOK_EVERY_MS = 10;
const CALM_MS_MAX = 800;
const KILLS_IN_A_ROW = 3;
const FROZEN_MS = 6_000;

/** The processes of the database server: the postmaster and its children. */
export const serverProcesses = async (platform: MatrixPlatform): Promise<readonly number[]> => {
  const postmaster = await platform.postmasterPid();
  const children: number[] = [];
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // it may end while we look
    if (Number(status.slice(status.lastIndexOf(')') + 4).split(' ')[0]) === postmaster) children.push(pid);
  }
  return [postmaster, ...children];
};

const signalServer = async ({ platform }: Scene, signal: NodeJS.Signals): Promise<void> => {
  const pid = await platform.postmasterPid();
  process.kill(pid, signal);
  while (await isRunning(pid)) await wait(LOOK_EVERY_MS);
};

const ended = (point: string, signal: NodeJS.Signals, sample = false): MatrixCase => ({
  row: 2,
  fault: 'database server ended',
  point,
  sample,
  run: async (scene) => {
    await wait(scene.dice.below(CALM_MS_MAX));
    await signalServer(scene, signal);
    scene.injected(signal);
  },
});

const again: MatrixCase = {
  row: 2,
  fault: 'database server ended',
  point: 'kill -9, and again during its recovery',
  run: async (scene) => {
    for (let kill = 0; kill < KILLS_IN_A_ROW; kill += 1) {
      const before = await scene.platform.postmasterPid();
      await signalServer(scene, 'SIGKILL');
      scene.injected('SIGKILL');
      while ((await scene.platform.postmasterPid()) === before) await wait(LOOK_EVERY_MS);
      await wait(scene.dice.below(300));
    }
  },
};

/** The server ends all its connections and recovers when one of its children dies that way. */
const backend: MatrixCase = {
  row: 2,
  fault: 'kill -9 of the connection that appends',
  point: 'during appends',
  run: async (scene) => {
    const { rows } = await scene.platform.sql.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'jiangong merit-projects log writer'",
    );
    for (const { pid } of rows) {
      process.kill(pid, 'SIGKILL');
      scene.injected('SIGKILL');
    }
  },
};

const cut: MatrixCase = {
  row: 2,
  fault: 'every connection terminated',
  point: 'during appends',
  run: async ({ platform, injected, dice }) => {
    for (let time = 0; time < KILLS_IN_A_ROW; time += 1) {
      await platform.sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'jiangong %'",
      );
      injected('pg_terminate_backend');
      await wait(dice.below(CALM_MS_MAX));
    }
  },
};

/** Mid-append: the service stands between the call and its answer while the server dies; the answer never comes. */
const midAppend: MatrixCase = {
  row: 2,
  fault: 'kill -9 of the database server',
  point: 'between an append and its answer',
  run: async (scene) => {
    const { platform } = scene;
    platform.arm('merit-projects', 'before-append', { signal: 'SIGSTOP' });
    while (platform.isArmed('merit-projects', 'before-append')) await wait(LOOK_EVERY_MS);
    await signalServer(scene, 'SIGKILL');
    scene.injected('SIGKILL');
    await platform.signal('merit-projects', 'SIGCONT');
  },
};

/** A server that hangs: nothing is answered, nothing may be acknowledged. */
const frozen: MatrixCase = {
  row: 2,
  fault: 'database server frozen',
  point: `${FROZEN_MS / 1_000} s`,
  run: async ({ platform, injected, refusing }) => {
    const pids = await serverProcesses(platform);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    injected('SIGSTOP');
    await refusing(() => wait(FROZEN_MS)).finally(() => pids.forEach((pid) => process.kill(pid, 'SIGCONT')));
  },
};

export const databaseCases: readonly MatrixCase[] = [
  ended('kill -9 of the postmaster', 'SIGKILL', true),
  ended('immediate shutdown', 'SIGQUIT'),
  ended('fast shutdown', 'SIGINT'),
  again,
  backend,
  cut,
  midAppend,
  frozen,
  {
    row: 2,
    fault: 'failover to a standby',
    point: 'during appends',
    notYet: "one machine has one server; a cluster with a synchronous standby is the operator's, and is not tried here",
    run: () => Promise.reject(new Error('not tried')),
  },
];
