import { readFile } from 'node:fs/promises';

/** True while the process runs; one that nobody has reaped has ended. */
export const isRunning = async (pid: number): Promise<boolean> => {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // gone meanwhile
  return status !== '' && !['Z', 'X'].includes(status.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3));
};
