import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A program of its own that knows the public API only, like any other client; Node reads its TypeScript as it is. */
const LOADER = join(import.meta.dirname, '..', '..', '..', 'test', 'journeys', 'sample', 'load-sample.ts');

export type SampleOptions = Readonly<{ url: string; setUpLink: string; dataDirectory: string; say: (line: string) => void }>;

/** Loads the sample into an empty platform; the sign-ins it made stand in a file that only its owner reads. Rejects when it fails. */
export const loadSample = ({ url, setUpLink, dataDirectory, say }: SampleOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const signIns = join(dataDirectory, 'sample-sign-ins.tsv');
    const loader = spawn(process.execPath, [LOADER, '--url', url, '--set-up-link', setUpLink, '--sign-ins', signIns], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [loader.stdout, loader.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(say);
      });
    }
    loader.once('error', reject);
    loader.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`the sample could not be loaded (${signal ?? `exit ${code}`})`))));
  });
