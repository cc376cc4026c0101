import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Cluster, ensureCluster, ensureSocketDirectory, SUPERUSER } from './cluster.ts';
import { lockDirectory } from './owner-lock.ts';
import { gone, isRunning, type Postmaster, postmasterOf, stopPostmaster } from './postmaster.ts';
import { type ServerUser, serverUser } from './server-user.ts';

const run = promisify(execFile);

/** Eight processes with a read pool, a log writer, log readers and a listener each, and room for a person. */
export const SERVER_CONNECTIONS_MAX = 160;

/** A killed server's children may hold its memory for a while: so long we try again. */
const START_TRIES_MS = 30_000;
const STOP_WAIT_MS = 30_000;
const WATCH_EVERY_MS = 500;
/** What the server says while a killed one is not quite gone, or somebody else had its port for a moment. */
const PASSING_TROUBLE =
  /still in use|already exists|another postmaster|Address already in use|is (?:starting up|shutting down)|ended right after/i;

export type EmbeddedPostgresOptions = Readonly<{
  /** Holds the cluster, the superuser's password (0600) and the server's log. Created when missing. */
  directory: string;
  /** A free port of the loopback is chosen when absent. */
  port?: number;
  /** Only for tests that need no durability: no fsync, so a crash of the machine loses data. */
  durable?: boolean;
  /** Further settings of the server, `name=value`. */
  settings?: readonly string[];
  /** Told when the server was found dead, and when it could not be started again. */
  onTrouble?: (error: Error) => void;
}>;

export type EmbeddedPostgres = Readonly<{
  /** The superuser's address of the database `postgres`. */
  url: string;
  port: number;
  /** Where it also listens for processes of this machine; undefined: the path is too long for a socket. */
  socketDirectory: string | undefined;
  /** The server's process now; another one after it has been started again. */
  pid: () => number;
  /** Cuts the connections, writes everything, and gives the directory back. Stop everything else first. */
  stop: () => Promise<void>;
}>;

type Server = Readonly<{
  binaries: Binaries;
  user: ServerUser | undefined;
  cluster: Cluster;
  port: number;
  socketDirectory: string | undefined;
  options: EmbeddedPostgresOptions;
}>;

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no free port')),
      );
    });
  });

const flags = ({ port, socketDirectory, options }: Server): string =>
  [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${socketDirectory ?? ''}`,
    `max_connections=${SERVER_CONNECTIONS_MAX}`,
    'password_encryption=scram-sha-256',
    'logging_collector=on',
    'log_directory=log',
    'log_filename=postgresql-%a.log',
    'log_truncate_on_rotation=on',
    'log_rotation_age=1440',
    'log_min_error_statement=panic', // statements may hold personal data
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
    ...(options.settings ?? []),
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');

/** One try. Throws with the end of the server's log when it does not start. */
const startOnce = async (server: Server): Promise<Postmaster> => {
  const { binaries, user, cluster } = server;
  const startLog = join(cluster.path, 'start.log');
  try {
    await run(
      binaries.pg_ctl,
      [
        'start',
        '--wait',
        '--silent',
        '--timeout=30',
        `--pgdata=${cluster.path}`,
        `--log=${startLog}`,
        `--options=${flags(server)}`,
      ],
      {
        ...user,
        cwd: cluster.path,
      },
    );
  } catch (error) {
    const log = await readFile(startLog, 'utf8').catch(() => '');
    throw new Error(`the database server did not start: ${log.trim().split('\n').slice(-4).join(' | ')}`, {
      cause: error,
    });
  }
  const postmaster = await postmasterOf(cluster.path);
  if (!postmaster) throw new Error('the database server ended right after its start');
  return postmaster;
};

/**
 * Starts it until it runs: the server left by a killed parent is stopped in order first; one that was itself killed is
 * waited for (its children hold the shared memory for a moment). Its lock file is never deleted by us.
 */
const startServer = async (server: Server): Promise<Postmaster> => {
  for (const until = performance.now() + START_TRIES_MS; ; await sleep(200)) {
    // Looked for before each try: a parent killed while it was starting a server leaves one that appears only now.
    const orphan = await postmasterOf(server.cluster.path);
    if (orphan) await stopPostmaster(orphan, STOP_WAIT_MS);
    try {
      return await startOnce(server);
    } catch (error) {
      if (performance.now() > until || !PASSING_TROUBLE.test((error as Error).message)) throw error;
    }
  }
};

/** Looks after a running server: dead without having been stopped, it is started again on the same port. */
const watch = (server: Server, first: Postmaster): { current: () => Postmaster; end: () => Promise<void> } => {
  let current = first;
  const ending = new AbortController();
  const watching = (async () => {
    while (!ending.signal.aborted) {
      // Woken early only to end: the next line looks whether that is so.
      await sleep(WATCH_EVERY_MS, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || (await isRunning(current.pid))) continue;
      server.options.onTrouble?.(new Error(`the database server (process ${current.pid}) died; starting it again`));
      try {
        current = await startServer(server);
      } catch (error) {
        server.options.onTrouble?.(error as Error);
      }
    }
  })();
  return { current: () => current, end: async () => (ending.abort(), watching) };
};

/** A real PostgreSQL on the loopback, from the npm package; survives the kill of its parent and of itself. */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const directory = resolve(options.directory);
  const [binaries, user] = await Promise.all([findBinaries(), serverUser()]);
  await mkdir(directory, { recursive: true });
  const release = await lockDirectory(directory);
  try {
    const cluster = await ensureCluster(directory, binaries, user);
    const socketDirectory = await ensureSocketDirectory(directory, user);
    const port = options.port ?? (await freePort());
    const server: Server = { binaries, user, cluster, port, socketDirectory, options };
    const watched = watch(server, await startServer(server));
    return {
      url: `postgres://${SUPERUSER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${server.port}/postgres`,
      port: server.port,
      socketDirectory,
      pid: () => watched.current().pid,
      stop: async () => {
        await watched.end();
        const running = await postmasterOf(cluster.path);
        if (running) await stopPostmaster(running, STOP_WAIT_MS);
        else await gone(watched.current().pid, STOP_WAIT_MS);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};
