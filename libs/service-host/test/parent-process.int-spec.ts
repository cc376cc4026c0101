import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';

const PROGRAM = fileURLToPath(new URL('late-child.ts', import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

const started = async (): Promise<ChildProcess> => {
  child = fork(PROGRAM, [], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--conditions=source', '--no-warnings'],
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
};

describe('a service whose supervisor is gone', () => {
  it('ends, also when that happened while it was still starting', async () => {
    const service = await started();
    service.disconnect();
    const ended = once(service, 'exit');
    service.stdin?.write('go\n');
    expect(await ended).toEqual([7, null]);
  });

  it('ends when it happens later', async () => {
    const service = await started();
    const answering = once(service.stdout as NodeJS.ReadableStream, 'data');
    service.stdin?.write('go\n');
    await answering;
    const ended = once(service, 'exit');
    service.disconnect();
    expect(await ended).toEqual([7, null]);
  });
});
