import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Owner = { pid: number; startedAtTicks: string };

/** A process id alone may have been given to another process since; with its start time it names one process. */
const startTicks = async (pid: number): Promise<string | undefined> => {
  // A process without this file is gone: that is the answer, not an error.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
};

/**
 * Takes the data directory for this process; throws when another living process has it. The answer gives it back. A lock left
 * by a killed process counts for nothing.
 */
export const lockDirectory = async (directory: string): Promise<() => Promise<void>> => {
  const path = join(directory, 'owner.json');
  const mine: Owner = { pid: process.pid, startedAtTicks: (await startTicks(process.pid)) ?? '' };
  for (;;) {
    try {
      await writeFile(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = await readFile(path, 'utf8').catch(() => '');
    const owner = /^\{.*\}$/s.test(text) ? (JSON.parse(text) as Owner) : undefined;
    if (owner && (await startTicks(owner.pid)) === owner.startedAtTicks)
      throw new Error(`process ${owner.pid} already runs the database of this data directory`);
    await rm(path, { force: true });
  }
};
