import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILED } from '../../../test/journeys/demo/platform/compiled.ts';
import { freePort } from '../../../test/journeys/demo/platform/free-port.ts';
import { copyOf, keptData } from '../../../test/journeys/kept/kept-data.ts';

const SUPERVISOR = join(import.meta.dirname, '..', '..', 'supervisor', 'dist', 'main.js');

export type SamplePlatform = Readonly<{
  url: string;
  /** Ends a service as an accident would; the supervisor starts it again. */
  kill: (service: string) => Promise<void>;
  stop: () => Promise<void>;
}>;

type Settings = Readonly<Record<string, string>>;

/** `npm start -- --sample`, as it was built. */
const runIn = async (directory: string, settings: Settings = {}): Promise<SamplePlatform> => {
  // A clock of the real day. Ports of its own, and none that the copied data remember: several samples begin at once.
  await rm(join(directory, 'ports.json'), { force: true });
  const port = String(await freePort());
  const child = spawn(process.execPath, [SUPERVISOR, '--sample', '--data', directory, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: COMPILED, ...settings },
  });
  const last: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      last.push(line);
      if (line.startsWith('ready: ')) resolve(line.slice('ready: '.length));
    });
    child.once('exit', () => reject(new Error(`the platform did not start:\n${last.slice(-20).join('\n')}`)));
  });
  return {
    url,
    kill: async (service) => {
      const children = JSON.parse(await readFile(join(directory, 'children.json'), 'utf8')) as Readonly<
        Record<string, Readonly<{ pid: number }>>
      >;
      const { pid } = children[service] ?? {};
      if (pid === undefined) throw new Error(`no service ${service} runs`);
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // Between two lives of it there is nothing to end.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

const withFolder = async <T>(use: (directory: string) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-console-'));
  try {
    return await use(directory);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
};

/** Loads a sample in a folder that the database's own user can reach, and puts its data where they are kept. */
const load = async (kept: string): Promise<void> =>
  withFolder(async (directory) => {
    const platform = await runIn(directory);
    await platform.stop();
    await mkdir(kept);
    await copyOf(directory, kept);
    await rm(directory, { recursive: true, force: true });
  });

/** The sample's platform in a folder of its own; loaded once for all suites of a run. */
export const startSamplePlatform = async (settings: Settings = {}): Promise<SamplePlatform> => {
  const made = await keptData('sample', load);
  return withFolder(async (directory) => {
    await copyOf(made, directory);
    const platform = await runIn(directory, settings);
    return {
      ...platform,
      stop: async () => {
        await platform.stop();
        await rm(directory, { recursive: true, force: true });
      },
    };
  });
};
