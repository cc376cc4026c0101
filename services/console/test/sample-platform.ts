import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SUPERVISOR = join(import.meta.dirname, '..', '..', 'supervisor', 'dist', 'main.js');

export type SamplePlatform = Readonly<{ url: string; stop: () => Promise<void> }>;

/** `npm start -- --sample`, as it was built, in a folder of its own. */
export const startSamplePlatform = async (): Promise<SamplePlatform> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-console-'));
  // A clock of the real day; `--port` is chosen by the supervisor, so that suites do not meet.
  const child = spawn(process.execPath, [SUPERVISOR, '--sample', '--data', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
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
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
};
