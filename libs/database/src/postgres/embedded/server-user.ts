import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom the server runs as; absent: whoever started us. PostgreSQL refuses to run as root. */
export type ServerUser = Readonly<{ uid: number; gid: number }>;

const SERVER_USER = 'postgres';

const lookUp = async (name: string): Promise<ServerUser | undefined> => {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

/** The user of the server: none of its own unless we are root; then `postgres`, created if there is none. */
export const serverUser = async (): Promise<ServerUser | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const known = await lookUp(SERVER_USER);
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SERVER_USER]);
  const created = await lookUp(SERVER_USER);
  if (!created) throw new Error(`the user ${SERVER_USER} could not be created`);
  return created;
};

/** Throws when the server's user can not get to the directory, and names the folder in its way. */
export const checkReachable = async (directory: string, user: ServerUser | undefined): Promise<void> => {
  if (!user) return;
  for (let folder = directory; ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0)
      throw new Error(
        `the database server runs as ${SERVER_USER}, which may not enter ${folder}: choose another data directory or run as another user than root`,
      );
    if (folder === dirname(folder)) return;
  }
};
