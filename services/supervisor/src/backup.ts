import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { copyCluster, takeArchive } from './backup/cluster-copy.ts';
import { destroyedInLog, keepDestroyed, takeOut } from './backup/destroyed-files.ts';
import { DATABASE_NAME } from './database.ts';

const run = promisify(execFile);

const USAGE = `backup --data DIR --to DIR [--log-only]

  Copies a running platform's database, evidence and secrets (without the master key) to a place beside it.
  --log-only  only what the database has archived since: run it every few seconds, or after each copy`;

/** A moment that sorts as a name. */
const stamp = (): string => new Date().toISOString().replaceAll(/[-:]/gu, '').replace(/\.\d+/u, '');

const adminUrlOf = async (data: string): Promise<string> => {
  const { database } = JSON.parse(await readFile(join(data, 'ports.json'), 'utf8')) as { database: number };
  const password = await readFile(join(data, 'database', 'superuser-password'), 'utf8');
  return `postgres://jiangong_admin:${encodeURIComponent(password)}@127.0.0.1:${database}/${DATABASE_NAME}`;
};

const backUp = async (data: string, to: string, logOnly: boolean): Promise<void> => {
  const cluster = join(data, 'database', 'cluster');
  await mkdir(to, { recursive: true, mode: 0o700 });
  if (!logOnly) {
    await mkdir(join(to, 'base'), { recursive: true, mode: 0o700 });
    const name = stamp();
    await copyCluster(await adminUrlOf(data), cluster, join(to, 'base', `${name}.part`));
    await run('mv', [join(to, 'base', `${name}.part`), join(to, 'base', name)]);
    await run('cp', ['-a', join(data, 'database', 'superuser-password'), to]);
    await mkdir(join(to, 'secrets'), { recursive: true, mode: 0o700 });
    for (const secret of ['service-token-keys.json', 'database-passwords.json'])
      await run('cp', ['-a', join(data, 'secrets', secret), join(to, 'secrets')]);
  }
  const files = await takeArchive(cluster, to);
  // Files go by their hash and never change: what is there is not copied again.
  await run('cp', ['-a', '--update', join(data, 'evidence'), to]);
  // What was destroyed is in no copy of ours either, also where an earlier one had taken it.
  await takeOut(to, await keepDestroyed(to, await destroyedInLog(await adminUrlOf(data))));
  process.stdout.write(`${logOnly ? 'log' : 'copy'} kept in ${to}; ${files} archived files taken\n`);
};

const { values } = parseArgs({
  strict: true,
  options: { data: { type: 'string' }, to: { type: 'string' }, 'log-only': { type: 'boolean', default: false } },
});
if (values.data === undefined || values.to === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else await backUp(resolve(values.data), resolve(values.to), values['log-only']);
