import { join } from 'node:path';
import { freePorts } from '../process/free-ports.ts';
import { ServerProcess } from '../process/server-process.ts';

const READY_WITHIN_MS = 30_000;
const ANSWER_WITHIN_MS = 1_000;

export type PrometheusOptions = Readonly<{
  /** Its settings; rule files are named from there. */
  config: string;
  /** Holds what it scraped, and its log. */
  directory: string;
}>;

export type Prometheus = Readonly<{
  /** `http://127.0.0.1:port`. */
  origin: string;
  stop: () => Promise<void>;
}>;

const isReady = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/-/ready`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).ok;
  } catch {
    return false; // still starting: whoever waits gives up after a time, with the server's own last words
  }
};

/** Starts the machine's own Prometheus. */
export const startPrometheus = async ({ config, directory }: PrometheusOptions): Promise<Prometheus> => {
  const [port] = (await freePorts(1)) as [number];
  const origin = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    name: 'Prometheus',
    command: 'prometheus',
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(directory, 'series')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    logFile: join(directory, 'prometheus.log'),
  });
  await server.until(() => isReady(origin), READY_WITHIN_MS);
  return { origin, stop: () => server.kill('SIGKILL') };
};
