import { join } from 'node:path';
import { freePorts } from '../process/free-ports.ts';
import { ServerProcess } from '../process/server-process.ts';
import { collectorBinary } from './collector-binary.ts';

const READY_WITHIN_MS = 30_000;
const ANSWER_WITHIN_MS = 1_000;

export type CollectorOptions = Readonly<{
  /** Its settings, with a health check at `COLLECTOR_HEALTH_LISTEN`. */
  config: string;
  /** Variables that the settings take, each given a port of the loopback: `127.0.0.1:port`. */
  listens: readonly string[];
  /** Further variables that the settings take. */
  environment?: Readonly<Record<string, string>>;
  /** Holds the Collector's log. */
  directory: string;
}>;

export type Collector = Readonly<{
  /** `127.0.0.1:port` for a variable of `listens`. */
  address: (variable: string) => string;
  /** What its health check answers now; undefined when nobody answers. */
  health: () => Promise<string | undefined>;
  /** Resolves when it has ended, for a signal that ends it. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on its ports; resolves when its health check is well. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}>;

const HEALTH = 'COLLECTOR_HEALTH_LISTEN';
const WELL = 'Server available';

const healthAt = async (address: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(`http://${address}/`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return ((await answer.json()) as { status: string }).status;
  } catch {
    return undefined; // still starting, or ended: whoever waits gives up after a time, with the Collector's own last words
  }
};

/** Starts a real OpenTelemetry Collector. */
export const startCollector = async (options: CollectorOptions): Promise<Collector> => {
  const command = await collectorBinary();
  const variables = [HEALTH, ...options.listens];
  const ports = await freePorts(variables.length);
  const addresses = new Map(variables.map((variable, index) => [variable, `127.0.0.1:${ports[index]}`]));
  const address = (variable: string): string => {
    const found = addresses.get(variable);
    if (found === undefined) throw new Error(`the Collector was given no ${variable}`);
    return found;
  };
  const run = async (): Promise<ServerProcess> => {
    const started = await ServerProcess.start({
      name: 'the Collector',
      command,
      args: ['--config', options.config],
      environment: { ...Object.fromEntries(addresses), ...options.environment },
      logFile: join(options.directory, 'collector.log'),
    });
    await started.until(async () => (await healthAt(address(HEALTH))) === WELL, READY_WITHIN_MS);
    return started;
  };
  let server = await run();
  return {
    address,
    health: () => healthAt(address(HEALTH)),
    kill: (signal) => server.kill(signal),
    start: async () => {
      if (server.running) throw new Error('the Collector runs already');
      server = await run();
    },
    stop: () => server.kill('SIGKILL'),
  };
};
