import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { describeOn } from '@jiangong/test-servers';

const LOOK_EVERY_MS = 20;
const GONE_WITHIN_MS = 5_000;

/** The name of a process and whether it is a zombie; nothing when there is none. */
const statusOf = (pid: number): Promise<string | undefined> =>
  readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined); // gone, as hoped

const isGone = async (pid: number): Promise<boolean> => {
  for (const until = performance.now() + GONE_WITHIN_MS; performance.now() < until; await sleep(LOOK_EVERY_MS))
    if (/^\d+ \(.*\) Z|^$/.test((await statusOf(pid)) ?? '')) return true;
  return false;
};

describeOn('own-redis', 'a server whose parent was killed with kill -9', () => {
  it('ends, too', async () => {
    const parent = spawn(
      process.execPath,
      ['--conditions=source', '--no-warnings', fileURLToPath(new URL('./parent.ts', import.meta.url))],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const { pid, directory } = JSON.parse(line) as { pid: number; directory: string };
    expect(await statusOf(pid)).toContain('(redis-server)');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await isGone(pid)).toBe(true);
    await rm(directory, { recursive: true });
  }, 30_000);
});
