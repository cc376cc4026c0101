import { createConnection } from 'node:net';
import { join } from 'node:path';
import { freePorts } from '../process/free-ports.ts';
import { ServerProcess } from '../process/server-process.ts';

const READY_WITHIN_MS = 15_000;
const ANSWER_WITHIN_MS = 500;
const DATABASES = 16;

export type RedisOptions = Readonly<{
  /** Holds the server's log; nothing of its data is kept. */
  directory: string;
}>;

export type RedisServer = Readonly<{
  /** `redis://127.0.0.1:port`. */
  url: string;
  /** Its process now; another one after a start. */
  pid: number;
  /** Resolves when it has ended, for a signal that ends it; at once for SIGSTOP and SIGCONT. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on its port, empty; resolves when it answers. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** In the protocol's own words, so that a test of a client does not rest on that client. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: ANSWER_WITHIN_MS });
    const end = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

const argsFor = (port: number, directory: string): readonly string[] => [
  ...['--bind', '127.0.0.1', '--port', String(port), '--dir', directory, '--databases', String(DATABASES)],
  ...['--save', '', '--appendonly', 'no', '--daemonize', 'no', '--loglevel', 'notice'],
];

/** Starts the machine's own `redis-server`, in memory alone. */
export const startRedis = async ({ directory }: RedisOptions): Promise<RedisServer> => {
  const [port] = (await freePorts(1)) as [number];
  const run = async (): Promise<ServerProcess> => {
    const started = await ServerProcess.start({
      name: 'Redis',
      command: 'redis-server',
      args: argsFor(port, directory),
      logFile: join(directory, 'redis.log'),
    });
    await started.until(() => answers(port), READY_WITHIN_MS);
    return started;
  };
  let server = await run();
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return server.pid;
    },
    kill: (signal) => server.kill(signal),
    start: async () => {
      if (server.running) throw new Error('Redis runs already');
      server = await run();
    },
    stop: () => server.kill('SIGKILL'),
  };
};
