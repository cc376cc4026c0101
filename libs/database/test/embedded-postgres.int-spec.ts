import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPool, startEmbeddedPostgres } from '@jiangong/database/postgres';

const parentProgram = fileURLToPath(new URL('./embedded-parent.ts', import.meta.url));

/** Another process that starts the server on the directory; answers it and the server's process id. */
const startedByParent = async (
  directory: string,
): Promise<{ parent: ChildProcess; postmaster: number; url: string }> => {
  const parent = spawn(process.execPath, ['--conditions=source', parentProgram, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!parent.stdout) throw new Error('the parent has no output');
  for await (const line of createInterface({ input: parent.stdout }))
    return { parent, ...(JSON.parse(line) as { postmaster: number; url: string }) };
  throw new Error('the parent ended without a word');
};

const kill = async (process_: ChildProcess): Promise<void> => {
  const exited = once(process_, 'exit');
  process_.kill('SIGKILL');
  await exited;
};

const ask = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const pool = createPool({ url, connectionsMax: 1 });
  try {
    return (await pool.query(sql)).rows;
  } finally {
    await pool.close();
  }
};

const until = async (holds: () => Promise<boolean>, waitMs: number): Promise<void> => {
  for (const end = performance.now() + waitMs; !(await holds()); await setImmediate())
    if (performance.now() > end) throw new Error(`not within ${waitMs} ms`);
};

describe('the embedded server', () => {
  let directory: string;
  beforeEach(async () => {
    directory = join(await mkdtemp(join(tmpdir(), 'jiangong-embedded-')), 'data');
    await chmod(join(directory, '..'), 0o711);
  });
  afterEach(async () => rm(join(directory, '..'), { recursive: true, force: true }));

  it('keeps its data and its random password (0600) over a stop and a start, and listens on the loopback alone', async () => {
    const first = await startEmbeddedPostgres({ directory });
    await ask(first.url, 'create table kept as select 7 as number');
    expect(
      await ask(first.url, "select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync"),
    ).toStrictEqual([{ listens: '127.0.0.1', fsync: 'on' }]);
    await first.stop();
    const second = await startEmbeddedPostgres({ directory });
    expect(await ask(second.url, 'select number from kept')).toStrictEqual([{ number: 7 }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(new URL(second.url).password).toHaveLength(43);
    expect((await stat(join(directory, 'superuser-password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(second.url);
    wrong.password = 'guessed';
    await expect(ask(wrong.toString(), 'select 1')).rejects.toThrow('password authentication failed');
    await second.stop();
  }, 60_000);

  it('refuses a second start on a directory in use', async () => {
    const server = await startEmbeddedPostgres({ directory });
    await expect(startEmbeddedPostgres({ directory })).rejects.toThrow('already runs the database');
    await server.stop();
  }, 60_000);

  it('starts again after its parent was killed, and after parent and server were killed', async () => {
    const first = await startedByParent(directory);
    await ask(first.url, 'create table kept as select 1 as number');
    await kill(first.parent);
    const second = await startedByParent(directory);
    expect(second.postmaster).not.toBe(first.postmaster);
    await ask(second.url, 'insert into kept values (2)');
    await kill(second.parent);
    process.kill(second.postmaster, 'SIGKILL');
    const third = await startEmbeddedPostgres({ directory });
    expect(await ask(third.url, 'select number from kept order by 1')).toStrictEqual([{ number: 1 }, { number: 2 }]);
    await third.stop();
  }, 90_000);

  it('is started again on its port when it dies under a living parent', async () => {
    const troubles: string[] = [];
    const server = await startEmbeddedPostgres({ directory, onTrouble: ({ message }) => troubles.push(message) });
    await ask(server.url, 'create table kept as select 1 as number');
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    await until(async () => server.pid() !== before, 30_000);
    expect(await ask(server.url, 'select number from kept')).toStrictEqual([{ number: 1 }]);
    expect(troubles).toStrictEqual([`the database server (process ${before}) died; starting it again`]);
    await server.stop();
  }, 60_000);
});
