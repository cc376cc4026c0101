import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool } from '@jiangong/database/postgres';

/** Beside a backup: which files the platform had destroyed when it was made, a hash a line. No backup holds them, and no restore brings them back. */
export const DESTROYED_LIST = 'destroyed-files';

const HASH = /^[0-9a-f]{64}$/u;
/** Of the fact that merit-projects stores: the log is the one thing that says so, whatever the read models are called. */
const DESTROYED = `
  select distinct data::json->>'sha256' as sha256 from log.event
   where stream like 'merit-projects.evidence-%' and type like 'EvidenceDestroyed.v%' order by 1`;

/** The hashes of the files that the log says to be destroyed. */
export const destroyedInLog = async (adminUrl: string): Promise<readonly string[]> => {
  const admin = createPool({ url: adminUrl, connectionsMax: 1 });
  try {
    const { rows } = await admin.query<{ sha256: string }>(DESTROYED);
    return rows.map(({ sha256 }) => sha256);
  } finally {
    await admin.close();
  }
};

/** What a list says; throws where it is none, so that nothing is taken for restored without what it forbids. */
export const readDestroyed = async (list: string): Promise<readonly string[]> => {
  const lines = (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '');
  if (!lines.every((line) => HASH.test(line))) throw new Error(`${list} is no list of destroyed files`);
  return lines;
};

/** Keeps the list with those that it names already: a platform that was restored to an earlier moment knows fewer of them. */
export const keepDestroyed = async (place: string, hashes: readonly string[]): Promise<readonly string[]> => {
  const list = join(place, DESTROYED_LIST);
  const before = await readDestroyed(list).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  const all = [...new Set([...before, ...hashes])].toSorted();
  await writeFile(list, all.map((hash) => `${hash}\n`).join(''), { mode: 0o600 });
  return all;
};

/** Takes files out of a folder of evidence; those that are not there are none. */
export const takeOut = async (folder: string, hashes: readonly string[]): Promise<void> => {
  for (const hash of hashes) await rm(join(folder, 'evidence', hash.slice(0, 2), hash), { force: true });
};
