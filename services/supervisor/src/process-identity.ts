import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process for ever: a process id alone may have been given to another one since. */
export type ProcessIdentity = Readonly<{ pid: number; startedAtTicks: string }>;

const isGone = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
  throw error;
};

/** When a process was started, in ticks since boot; `undefined` when it does not run (a zombie does not). */
export const startTicksOf = async (pid: number): Promise<string | undefined> => {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(isGone);
  // The program's name stands in brackets and may hold anything: the fields are counted from the last bracket.
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
};

/** `undefined` when the process has ended already. */
export const identify = async (pid: number): Promise<ProcessIdentity | undefined> => {
  const startedAtTicks = await startTicksOf(pid);
  return startedAtTicks === undefined ? undefined : { pid, startedAtTicks };
};

export const isAlive = async ({ pid, startedAtTicks }: ProcessIdentity): Promise<boolean> =>
  (await startTicksOf(pid)) === startedAtTicks;

const LOOK_EVERY_MS = 25;

/** Waits until it has ended; false when it still runs after the time. */
export const ended = async (identity: ProcessIdentity, withinMs: number): Promise<boolean> => {
  for (const until = performance.now() + withinMs; performance.now() < until; await sleep(LOOK_EVERY_MS))
    if (!(await isAlive(identity))) return true;
  return !(await isAlive(identity));
};

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    isGone(error as NodeJS.ErrnoException);
  }
};

/** Asks it to end, and ends it when it does not within the time. Throws when even that does not help. */
export const putDown = async (identity: ProcessIdentity, withinMs: number): Promise<void> => {
  if (!(await isAlive(identity))) return;
  signal(identity.pid, 'SIGTERM');
  if (await ended(identity, withinMs)) return;
  signal(identity.pid, 'SIGKILL');
  if (!(await ended(identity, withinMs))) throw new Error(`process ${identity.pid} can not be ended`);
};
