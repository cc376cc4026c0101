import { readFile } from 'node:fs/promises';
import { nameOf } from './platform-memory.ts';
import { processTree } from './process-memory.ts';

/** Linux counts processor time in hundredths of a second (USER_HZ, proc(5)). */
const TICK_MS = 10;

/** Of a process's line in /proc: ticks in its own code and in the kernel's, behind its name. */
const USER_FIELD = 11;
const SYSTEM_FIELD = 12;

/** Milliseconds of processor by the program that took them. */
export type ProcessorTime = Readonly<Record<string, number>>;

const spentMs = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // it has ended meanwhile
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? 0 : (Number(fields[USER_FIELD]) + Number(fields[SYSTEM_FIELD])) * TICK_MS;
};

type Spent = ReadonlyMap<number, Readonly<{ name: string; ms: number }>>;

/** What each process below these has taken since it began. */
const spent = async (roots: readonly number[]): Promise<Spent> => {
  const time = new Map<number, { name: string; ms: number }>();
  for (const root of roots)
    for (const pid of await processTree(root)) time.set(pid, { name: await nameOf(pid), ms: await spentMs(pid) });
  return time;
};

/**
 * Does work, and tells what the processes below these took for it, by program. What else the machine does is not in it, nor what a process took
 * that ended meanwhile (a server's process of a connection that had been idle for long).
 */
export const processorTimeOf = async <T>(
  roots: readonly number[],
  work: () => Promise<T>,
): Promise<Readonly<{ done: T; took: ProcessorTime }>> => {
  const before = await spent(roots);
  const done = await work();
  const took: Record<string, number> = {};
  for (const [pid, { name, ms }] of await spent(roots))
    took[name] = (took[name] ?? 0) + ms - (before.get(pid)?.ms ?? 0);
  return { done, took };
};
