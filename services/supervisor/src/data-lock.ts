import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Another supervisor works in this data directory. */
export class DataDirectoryTaken extends Error {
  override readonly name = 'DataDirectoryTaken';
}

const isMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined;
  throw error;
};

const ownerIn = (text: string): ProcessIdentity | undefined => {
  try {
    const owner = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof owner.pid === 'number' && typeof owner.startedAtTicks === 'string' ? { pid: owner.pid, startedAtTicks: owner.startedAtTicks } : undefined;
  } catch {
    return undefined; // half-written by a killed one: names nobody
  }
};

/** The lock appears complete or not at all: written beside, then linked. False when there is one already. */
const tryTake = async (path: string, beside: string): Promise<boolean> => {
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

/** Removes exactly the lock that was found stale; one that another start has put there meanwhile is put back. */
const clearStale = async (path: string, stale: string): Promise<void> => {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    return isMissing(error as NodeJS.ErrnoException);
  }
  try {
    if ((await readFile(aside, 'utf8')) !== stale) await tryTake(path, aside);
  } finally {
    await rm(aside, { force: true });
  }
};

/** How often a start looks at a lock that changes under its eyes. */
const TRIES_MAX = 20;

/**
 * Takes the data directory for this process. Throws `DataDirectoryTaken` when another living process has it; a lock left by a
 * killed one counts for nothing. The answer gives it back.
 */
export const lockDataDirectory = async (directory: string): Promise<() => Promise<void>> => {
  const path = join(directory, 'supervisor.lock');
  const me = await identify(process.pid);
  if (!me) throw new Error('this process does not find itself under /proc: only Linux is supported');
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let tries = 1; tries <= TRIES_MAX; tries++) {
      if (await tryTake(path, beside)) return () => rm(path, { force: true });
      const text = await readFile(path, 'utf8').catch(isMissing);
      if (text === undefined) continue;
      const owner = ownerIn(text);
      if (owner && (await isAlive(owner))) throw new DataDirectoryTaken(`process ${owner.pid} already runs the platform in ${directory}`);
      await clearStale(path, text);
    }
    throw new DataDirectoryTaken(`the lock of ${directory} does not come to rest`);
  } finally {
    await rm(beside, { force: true });
  }
};
