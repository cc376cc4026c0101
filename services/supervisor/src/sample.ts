import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SetUpLink } from './child-messages.ts';

/** A program of its own that knows the public API only, like any other client; Node reads its TypeScript as it is. */
const LOADER = join(import.meta.dirname, '..', '..', '..', 'test', 'journeys', 'sample', 'load-sample.ts');

export type SampleOptions = Readonly<{
  url: string;
  /** A secret: it goes through standard input, since everybody on the machine sees a program's arguments. */
  setUpLink: SetUpLink;
  /** Where the sign-ins that it makes are written. */
  signIns: string;
  say: (line: string) => void;
  /** Another program than the loader of the sample; for tests. */
  program?: string;
}>;

/** Loads the sample into an empty platform; the sign-ins it made stand in a file that only its owner reads. Rejects when it fails. */
export const loadSample = ({ url, setUpLink, signIns, say, program = LOADER }: SampleOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const loader = spawn(process.execPath, [program, '--url', url, '--sign-ins', signIns], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A loader that ends without having read it tells so by its exit; anything else is trouble of ours.
    loader.stdin.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
    loader.stdin.end(`${setUpLink.url}\n${setUpLink.code}\n`);
    for (const stream of [loader.stdout, loader.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(say);
      });
    }
    loader.once('error', reject);
    loader.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`the sample could not be loaded (${signal ?? `exit ${code}`})`)),
    );
  });
