import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { checkReachable, type ServerUser } from './server-user.ts';

const run = promisify(execFile);

export const SUPERUSER = 'jiangong_admin';

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** The superuser's password: random, made once, readable by us alone. */
const superuserPassword = async (directory: string): Promise<string> => {
  const path = join(directory, 'superuser-password');
  if (!(await exists(path))) {
    await writeFile(`${path}.new`, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
  return readFile(path, 'utf8');
};

const give = async (path: string, user: ServerUser | undefined): Promise<void> => {
  if (user) await chown(path, user.uid, user.gid);
};

/** initdb into a folder beside, renamed when complete: a start that was killed in the middle leaves nothing half-made. */
const initialize = async (
  cluster: string,
  password: string,
  { initdb }: Binaries,
  user: ServerUser | undefined,
): Promise<void> => {
  const secrets = await mkdtemp(join(tmpdir(), 'jiangong-init-'));
  const fresh = `${cluster}.new`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(join(secrets, 'password'), password, { mode: 0o600 });
    for (const path of [fresh, secrets, join(secrets, 'password')]) await give(path, user);
    await run(
      initdb,
      [
        `--pgdata=${fresh}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${join(secrets, 'password')}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
      ],
      { ...user, env: { ...process.env, LC_ALL: 'C.UTF-8' }, cwd: secrets },
    );
    await rename(fresh, cluster);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
};

/** Linux takes no longer path for a socket (unix(7)). */
const SOCKET_PATH_BYTES_MAX = 107;
/** What the server calls its socket, at the longest: `.s.PGSQL.65535`. */
const SOCKET_NAME_BYTES = 15;
/** The server takes its settings as words of one line: what its parser would read otherwise is not told to it. */
const PLAIN_PATH = /^[\w./-]+$/u;

/** The folder of the server's socket, which the server's user and we alone may enter; undefined: its path does not do for a socket. */
export const ensureSocketDirectory = async (
  directory: string,
  user: ServerUser | undefined,
): Promise<string | undefined> => {
  const path = join(directory, 'sockets');
  if (!PLAIN_PATH.test(path) || Buffer.byteLength(path) + SOCKET_NAME_BYTES > SOCKET_PATH_BYTES_MAX) return undefined;
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
  await give(path, user);
  return path;
};

export type Cluster = Readonly<{ path: string; password: string }>;

/** Makes sure that the data directory (it exists) holds a cluster: created when there is none, with data checksums and scram passwords. */
export const ensureCluster = async (
  directory: string,
  binaries: Binaries,
  user: ServerUser | undefined,
): Promise<Cluster> => {
  await chmod(directory, user ? 0o711 : 0o700); // the server's user passes through, and sees no names
  await checkReachable(directory, user);
  const password = await superuserPassword(directory);
  const path = join(directory, 'cluster');
  if (!(await exists(path))) await initialize(path, password, binaries, user);
  return { path, password };
};
