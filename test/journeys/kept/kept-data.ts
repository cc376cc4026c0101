import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { exists, makeOnce } from '@jiangong/test-servers';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const KEPT = join(REPOSITORY, '.cache', 'kept');
/** In a claim: the process that makes the data. */
const MAKER = 'pid';
const LOOK_AGAIN_MS = 500;
/** Whoever said that he makes it and has not in this time was ended. */
const MAKING_MS_MAX = 600_000;

/** Files below a folder that decide what data hold: what runs, and what plays on it. */
const filesOf = async (folder: string, counts: RegExp): Promise<readonly string[]> => {
  const found = await readdir(join(REPOSITORY, folder), { recursive: true });
  return found.filter((file) => counts.test(file)).map((file) => join(folder, file));
};

const hashOf = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);

/** Of this day and of this build: windows may be counted from today, facts are those that this build stores. */
const buildNow = async (): Promise<string> => {
  const files = [
    ...(await filesOf('dist/services', /^[\w-]+\/main\.js$/u)),
    ...(await filesOf('test/journeys', /^(?:demo|kept|sample)\/.*\.ts$/u)),
  ].toSorted();
  const times = await Promise.all(files.map(async (file) => (await stat(join(REPOSITORY, file))).mtimeMs));
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return hashOf([today, files, times]);
};

/** A claim goes when its data are made, also while somebody looks at it. */
const notThere = (error: NodeJS.ErrnoException): string => {
  if (error.code === 'ENOENT') return '';
  throw error;
};

/**
 * Whether the process that a claim names is there; one that has not written its name yet is. A number that another process has been given
 * since costs the wait of `MAKING_MS_MAX`, no more.
 */
const runs = async (claimed: string): Promise<boolean> => {
  const name = await readFile(join(claimed, MAKER), 'utf8').catch(notThere);
  if (name === '') return true;
  try {
    process.kill(Number(name), 0);
    return true;
  } catch (error) {
    // Somebody else's process is one that runs.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

/** Says that it is made here; false where somebody else makes it. Who was ended while he made it makes it no longer. */
const claim = async (path: string): Promise<boolean> => {
  try {
    await mkdir(path);
    await writeFile(join(path, MAKER), String(process.pid));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > MAKING_MS_MAX || !(await runs(path))) await rm(path, { recursive: true, force: true });
    return false;
  }
};

/**
 * A data directory that is made once for all suites of a run, since making it takes longer than all that follows; the others wait for whoever
 * was first. `what` says all that decides what it holds beside the build; `make` makes the folder.
 */
export const keptData = async (what: unknown, make: (directory: string) => Promise<void>): Promise<string> => {
  const build = await buildNow();
  const made = join(KEPT, build, hashOf(what));
  await mkdir(join(KEPT, build), { recursive: true });
  for (const other of await readdir(KEPT))
    if (other !== build) await rm(join(KEPT, other), { recursive: true, force: true });
  const claimed = `${made}.claimed`;
  while (!(await exists(made))) {
    if (!(await claim(claimed))) {
      await pause(LOOK_AGAIN_MS);
      continue;
    }
    try {
      await makeOnce(made, make);
    } finally {
      await rm(claimed, { recursive: true, force: true });
    }
  }
  return made;
};

/** With owners and times: the database's own user owns its folder. */
export const copyOf = async (made: string, directory: string): Promise<void> => {
  await promisify(execFile)('cp', ['-a', '--reflink=auto', `${made}/.`, directory]);
};
