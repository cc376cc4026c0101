import { readFile } from 'node:fs/promises';
import { processTree, pssMiB } from './process-memory.ts';

/** What a process of the platform is called: its service, or its program. */
export const nameOf = async (pid: number): Promise<string> => {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''); // it has ended meanwhile
  const service = /services\/([a-z-]+)\/(?:dist\/)?main\.js/u.exec(line)?.[1];
  return service ?? (/^postgres:|\/postgres\0/u.test(line) ? 'postgres' : 'others');
};

/** MiB of each service of the platform below a supervisor, by name. */
export type Memory = Readonly<Record<string, number>>;

export const platformMemory = async (supervisor: number): Promise<Memory> => {
  const memory: Record<string, number> = {};
  for (const pid of await processTree(supervisor)) {
    const name = await nameOf(pid);
    memory[name] = (memory[name] ?? 0) + (await pssMiB(pid));
  }
  return memory;
};

export const totalOf = (memory: Memory): number => Object.values(memory).reduce((sum, one) => sum + one, 0);

/** By least squares: so much a minute. Times in milliseconds. */
export const slopePerMinute = (points: readonly Readonly<{ atMs: number; value: number }>[]): number => {
  const meanAt = points.reduce((sum, { atMs }) => sum + atMs, 0) / points.length;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const along = points.reduce((sum, { atMs, value }) => sum + (atMs - meanAt) * (value - mean), 0);
  const spread = points.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0);
  return (along / spread) * 60_000;
};
