import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'jiangong-evidence-';

/** A folder of a process that has not been written to for so long is a dead one's. */
export const LEFTOVER_MS = 24 * 60 * 60_000;

const changedAt = async (path: string): Promise<number> =>
  (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity; // gone meanwhile: somebody else swept it

/** A folder of this process for what is coming in; what dead processes left beside it is thrown away. */
export const openScratch = async (parent: string, nowMs: number): Promise<string> => {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (name.startsWith(PREFIX) && (await changedAt(path)) < nowMs - LEFTOVER_MS)
      await rm(path, { recursive: true, force: true });
  }
  return mkdtemp(join(parent, PREFIX));
};
