import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Measured, measured } from './measure.ts';

const run = promisify(execFile);

export const hasPgbench = (): Promise<boolean> =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  );

/** PostgreSQL's own load program: single-row inserts of so many bytes, prepared, one statement a transaction. */
export const pgbenchInsert = async (
  url: string,
  { clients, seconds, bytes }: { clients: number; seconds: number; bytes: number },
): Promise<Measured> => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-pgbench-'));
  try {
    await writeFile(join(folder, 'insert.sql'), `insert into raw_event (payload) values ('${'x'.repeat(bytes)}');\n`);
    const threads = Math.min(2, clients);
    const flags = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      String(threads),
      '-T',
      String(seconds),
      '-l',
      `--log-prefix=${join(folder, 'log')}`,
    ];
    const { stdout } = await run('pgbench', [...flags, '-f', join(folder, 'insert.sql'), url]);
    const latencies: number[] = [];
    for (const name of await readdir(folder))
      if (name.startsWith('log'))
        for (const line of (await readFile(join(folder, name), 'utf8')).split('\n'))
          if (line !== '') latencies.push(Number(line.split(' ')[2]) / 1_000);
    const perSecond = Number(/tps = ([\d.]+) \(without/.exec(stdout)?.[1]);
    return { ...measured(latencies, seconds * 1_000), perSecond };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
