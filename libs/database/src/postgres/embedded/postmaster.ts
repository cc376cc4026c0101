import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running (or just dead) server, as its lock file tells. */
export type Postmaster = Readonly<{ pid: number; port: number }>;

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
    throw error;
  });

/** True while the process runs; a zombie that nobody has reaped is dead. */
export const isRunning = async (pid: number): Promise<boolean> => {
  const status = await textOf(`/proc/${pid}/stat`);
  if (status === undefined) return false;
  return !['Z', 'X'].includes(status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3));
};

/** The postmaster of a cluster: from its lock file, if that process still runs and really serves this cluster. */
export const postmasterOf = async (cluster: string): Promise<Postmaster | undefined> => {
  const lines = (await textOf(join(cluster, 'postmaster.pid')))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isSafeInteger(pid) || pid <= 0 || !(await isRunning(pid))) return undefined;
  const command = await textOf(`/proc/${pid}/cmdline`);
  return command?.includes(cluster) ? { pid, port: Number(lines[3]) } : undefined;
};

/** Waits until the process is gone; false when it still runs after the time. */
export const gone = async (pid: number, waitMs: number): Promise<boolean> => {
  for (const until = performance.now() + waitMs; performance.now() < until; await sleep(20))
    if (!(await isRunning(pid))) return true;
  return !(await isRunning(pid));
};

/** Stops it in order: connections are cut, everything is written ("fast" shutdown). Throws when it does not end in time. */
export const stopPostmaster = async ({ pid }: Postmaster, waitMs: number): Promise<void> => {
  if (await isRunning(pid)) process.kill(pid, 'SIGINT');
  if (!(await gone(pid, waitMs)))
    throw new Error(`the database server (process ${pid}) did not stop within ${waitMs} ms`);
};
