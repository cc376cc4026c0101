import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning } from '../../is-running.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { MatrixPlatform } from '../matrix-platform.ts';

const PANICS_WITHIN_MS = 20_000;
const ATTACHED_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 50;
const CALLS_MAX = 10;

const panicsIn = async ({ directory }: MatrixPlatform): Promise<number> => {
  const logs = join(directory, 'database', 'cluster', 'log');
  let panics = 0;
  for (const name of await readdir(logs))
    panics += (await readFile(join(logs, name), 'utf8')).split('PANIC:').length - 1;
  return panics;
};

/** Waits for it: a connection that nobody uses is closed, and opened again. */
const pidOf = async ({ platform }: Scene, where: string): Promise<number> => {
  for (const until = performance.now() + ATTACHED_WITHIN_MS; ; await wait(LOOK_EVERY_MS)) {
    const { rows } = await platform.sql.query<{ pid: number }>(
      `select pid from pg_stat_activity where ${where} limit 1`,
    );
    if (rows[0]) return rows[0].pid;
    if (performance.now() > until) throw new Error(`no process of the database server is ${where}`);
  }
};

const tracerOf = async (pid: number): Promise<string> =>
  /TracerPid:\s*(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1] ?? '0'; // gone: nobody traces it

/** The disk refuses one flush of that process; PostgreSQL must stop and recover, and never try the flush again. */
const refuseFlush = async (
  scene: Scene,
  pid: number,
  { call, when, meanwhile }: Readonly<{ call: string; when: number; meanwhile: () => Promise<unknown> }>,
): Promise<void> => {
  const before = await panicsIn(scene.platform);
  const tracer = spawn(
    'strace',
    ['-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:error=EIO:when=${when}`, '-p', String(pid)],
    { stdio: 'ignore' },
  );
  try {
    for (const until = performance.now() + ATTACHED_WITHIN_MS; (await tracerOf(pid)) === '0'; await wait(LOOK_EVERY_MS))
      if (performance.now() > until || !(await isRunning(pid))) throw new Error('strace did not take hold');
    await meanwhile().catch(() => undefined); // its own connection ends with the server
    for (
      const until = performance.now() + PANICS_WITHIN_MS;
      (await panicsIn(scene.platform)) === before;
      await wait(LOOK_EVERY_MS)
    )
      if (performance.now() > until) return scene.broken('the server went on after a flush that failed');
    scene.injected('EIO');
  } finally {
    tracer.kill('SIGKILL');
  }
};

export const ioErrorCases: readonly MatrixCase[] = [
  ...['organizations', 'merit-projects'].map((service): MatrixCase => ({
    row: 3,
    fault: 'EIO on flushing the write-ahead log',
    point: `append of ${service}`,
    needs: 'strace',
    run: async (scene) => {
      const pid = await pidOf(scene, `application_name = 'jiangong ${service} log writer'`);
      await refuseFlush(scene, pid, {
        call: 'fdatasync',
        when: scene.dice.between(1, CALLS_MAX),
        meanwhile: () => Promise.resolve(),
      });
    },
  })),
  {
    row: 3,
    fault: 'EIO on flushing a table',
    point: 'checkpoint of the database',
    needs: 'strace',
    run: async (scene) => {
      const pid = await pidOf(scene, "backend_type = 'checkpointer'");
      await refuseFlush(scene, pid, {
        call: 'fsync',
        when: 1,
        meanwhile: () => scene.platform.sql.query('checkpoint'),
      });
    },
  },
];
