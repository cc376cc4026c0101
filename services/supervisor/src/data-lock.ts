import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Another supervisor works in this data directory. */
export class DataDirectoryTaken extends Error {
  override readonly name = 'DataDirectoryTaken';
}

const LOCK = /^supervisor\.lock\.(\d+)$/;
const lockPath = (directory: string, generation: number): string => join(directory, `supervisor.lock.${generation}`);

const generationsIn = async (directory: string): Promise<readonly number[]> =>
  (await readdir(directory))
    .flatMap((name) => LOCK.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => b - a);

const ownerOf = async (path: string): Promise<ProcessIdentity | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'; // a later generation has cleared it away
    throw error;
  });
  const { pid, startedAtTicks } = JSON.parse(text) as Partial<ProcessIdentity>;
  return pid !== undefined && startedAtTicks !== undefined ? { pid, startedAtTicks } : undefined;
};

/** A lock appears complete or not at all: written beside, then linked. False when this generation is there already. */
const tryLink = async (beside: string, path: string): Promise<boolean> => {
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

type Try = Readonly<{ directory: string; beside: string }>;

/**
 * One try to take the generation after the newest. `undefined`: somebody was quicker, look again. A holder clears away older
 * generations only after its own is there; so whoever still links an older one finds the newer when it looks again.
 */
const tryTake = async ({ directory, beside }: Try): Promise<number | undefined> => {
  const newest = (await generationsIn(directory))[0] ?? 0;
  const owner = newest === 0 ? undefined : await ownerOf(lockPath(directory, newest));
  if (owner && (await isAlive(owner)))
    throw new DataDirectoryTaken(`process ${owner.pid} already runs the platform in ${directory}`);
  const mine = newest + 1;
  if (!(await tryLink(beside, lockPath(directory, mine)))) return undefined;
  const now = await generationsIn(directory);
  if (now[0] !== mine) {
    await rm(lockPath(directory, mine), { force: true });
    return undefined;
  }
  for (const old of now.slice(1)) await rm(lockPath(directory, old), { force: true });
  return mine;
};

/** How often a start looks at locks that change under its eyes. */
const TRIES_MAX = 100;

/**
 * Takes the data directory for this process. Throws `DataDirectoryTaken` when another living process has it; a lock left by a
 * killed one counts for nothing. The answer gives it back: the file stays, naming nobody, so that generations never repeat.
 */
export const lockDataDirectory = async (directory: string): Promise<() => Promise<void>> => {
  const me = await identify(process.pid);
  if (!me) throw new Error('this process does not find itself under /proc: only Linux is supported');
  const beside = join(directory, `supervisor.lock.${randomUUID()}.new`);
  await writeFile(beside, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let tries = 1; tries <= TRIES_MAX; tries++) {
      const taken = await tryTake({ directory, beside });
      if (taken !== undefined)
        return async () => {
          await writeFile(beside, '{}', { mode: 0o600 });
          await rename(beside, lockPath(directory, taken));
        };
    }
    throw new DataDirectoryTaken(`the lock of ${directory} does not come to rest`);
  } finally {
    await rm(beside, { force: true });
  }
};
