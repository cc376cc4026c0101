import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
const isTaken = (error: unknown): boolean =>
  ['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '');

export const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** What this process is making. */
const making = new Map<string, Promise<void>>();

const makeAside = async (path: string, make: (path: string) => Promise<void>): Promise<void> => {
  if (await exists(path)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await make(draft);
    await rename(draft, path);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * Makes a file or folder that several runs share, unless it is there. It is made under another name and then renamed: nobody sees half
 * of it, a killed run leaves nothing that counts, and of two processes that make it at once the second throws its own away. One process
 * makes it once, however often it is asked.
 */
export const makeOnce = (path: string, make: (path: string) => Promise<void>): Promise<void> => {
  const begun = making.get(path) ?? makeAside(path, make).finally(() => making.delete(path));
  making.set(path, begun);
  return begun;
};
